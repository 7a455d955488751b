import { expect, test } from "vitest";
import { heldToken, takeToken, tokenIn } from "./mailedToken.ts";

const token = "tok_01JD3Q6YB2W3N4M5P6R7S8T9V0.c2VjcmV0LXNlY3JldA_-";

test("reads the token of a fragment with and without its mark", () => {
  expect(tokenIn(`#token=${token}`)).toBe(token);
  expect(tokenIn(`token=${token}`)).toBe(token);
  expect(tokenIn(`#from=mail&token=${token}`)).toBe(token);
});

test.each(["", "#", "#main", "#token=", "#token=short", `#token=${"x".repeat(121)}`, `#other=${token}`])(
  "finds none in %j",
  (fragment) => {
    expect(tokenIn(fragment)).toBeNull();
  },
);

test("holds a token for the page it opened and for no other", () => {
  expect(takeToken("/open-account", `token=${token}`)).toBe(true);
  expect(heldToken("/open-account")).toBe(token);
  expect(heldToken("/reset-password")).toBeNull();
});

test("leaves a fragment that is none of its own alone", () => {
  expect(takeToken("/open-account", "main")).toBe(false);
  expect(heldToken("/open-account")).toBe(token);
});

test("forgets the former token when the next link is broken", () => {
  expect(takeToken("/open-account", "token=cut")).toBe(true);
  expect(heldToken("/open-account")).toBeNull();
});
