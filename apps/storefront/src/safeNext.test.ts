import { expect, test } from "vitest";
import { safeNext } from "./safeNext.ts";

test.each(["/", "/account", "/account/addresses?open=new", "/account/security?events=abc#list", "/%C3%A9t%C3%A9"])(
  "follows %j",
  (next) => {
    expect(safeNext(next)).toBe(next);
  },
);

test.each([
  undefined,
  "",
  "account",
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "https:evil.test",
  "https://evil.test/account",
  "javascript:alert(1)",
  "/%2f%2fevil.test",
  "/%2Fevil.test",
  "/%5Cevil.test",
  "/.//evil.test",
  "/a/..//evil.test",
  "/\t/evil.test",
  "/\n/evil.test",
  " /account",
  "/account\u00a0",
  "/%",
  "/sign-in?next=/account",
])("goes to the account instead of %j", (next) => {
  expect(safeNext(next)).toBe("/account");
});
