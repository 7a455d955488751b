import { expect, test } from "vitest";
import { nameKey, requiredLine } from "./text.ts";

test.each([
  ["", false],
  ["  ", false],
  ["\u200d", false],
  ["\u00ad \u200c", false],
  ["\u0301", false],
  ["VIP", true],
  ["!", true],
  ["👩‍🌾", true],
  ["می‌خواهم", true],
])("%j is something to say: %s", (typed, says) => {
  expect(requiredLine(80).safeParse(typed).success).toBe(says);
});

test("a name that differs by nothing one can see is the same name", () => {
  for (const typed of ["VIP", " vip ", "V\u200dIP", "VIP\u00ad", "\u200cＶＩＰ"]) expect(nameKey(typed)).toBe("vip");
  expect(nameKey("Very\u00a0 important")).toBe("very important");
  expect(nameKey("V I P")).not.toBe("vip");
});
