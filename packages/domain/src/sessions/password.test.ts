import { describe, expect, test } from "vitest";
import { checkPassword, newPassword } from "./password.ts";

const person = { email: "ann.lee@example.com", names: ["Ann-Sophie", "Lee"], storeName: "Clientele & Co." };
const isCommon = (password: string): boolean =>
  ["password1234", "sunshine", "football", "iloveyou1234", "qwerty"].includes(password);
const verdict = (password: string, realm: "shop" | "staff" = "shop"): string => {
  try {
    checkPassword(password, realm, person, isCommon);
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

describe("a new password", () => {
  test.each([
    ["eleven char", "password.too_short"],
    ["twelve chars", "accepted"],
    ["🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑", "password.too_short"],
    ["🔑 keys and 🔒", "accepted"],
    [`${"ab cd ef ".repeat(28)}abcd`, "accepted"],
    ["qwzxkfgmrbty", "accepted"],
    ["password1234", "password.common"],
    ["PassWord1234", "password.common"],
    ["sunshine2026", "password.common"],
    ["!!football!!", "password.common"],
    ["sunshinesunshine", "password.common"],
    ["sunshine sunshine", "password.common"],
    ["aaaaaaaaaaaa", "password.common"],
    ["121212121212", "password.common"],
    ["clientele2026!", "password.personal"],
    ["ann.lee@example.com", "password.personal"],
    ["Ann-Sophie1987", "password.personal"],
    ["Sophie-1987!!", "password.personal"],
    ["Clientele & Co. 26", "password.personal"],
    ["sophie likes big boats", "accepted"],
    ["annsophie likes big boats", "accepted"],
    ["  Pä ss 🔑 w0rd  ", "accepted"],
  ])("%j is %s", (password, expected) => {
    expect(verdict(password)).toBe(expected);
  });

  test("of staff is longer", () => {
    expect(verdict("fourteen chars", "staff")).toBe("password.too_short");
    expect(verdict("fifteen letters", "staff")).toBe("accepted");
  });

  test("is at most 256 code points and never cut", () => {
    const long = [...Array(256).keys()].map((number) => String.fromCodePoint(0x1f300 + (number % 200))).join("");
    expect(verdict(long)).toBe("accepted");
    expect(verdict(`${long}a`)).toBe("password.too_long");
    expect(newPassword("shop").parse(long)).toBe(long);
    expect(newPassword("shop").safeParse(`${long}a`).success).toBe(false);
    expect(newPassword("shop").safeParse("x".repeat(1_000_000)).success).toBe(false);
  });

  test("is taken exactly as typed", () => {
    expect(newPassword("shop").parse("  Pä ss 🔑 w0rd  ")).toBe("  Pä ss 🔑 w0rd  ");
  });
});
