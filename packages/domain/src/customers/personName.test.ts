import fc from "fast-check";
import { expect, test } from "vitest";
import { fullName, splitName } from "./personName.ts";

test.each([
  ["Ada Lovelace", "Ada", "Lovelace"],
  ["  Ada   Lovelace ", "Ada", "Lovelace"],
  ["Lovelace, Ada", "Ada", "Lovelace"],
  ["Anna Maria Schmidt", "Anna Maria", "Schmidt"],
  ["Vincent van Gogh", "Vincent", "van Gogh"],
  ["Maria de la Cruz", "Maria", "de la Cruz"],
  ["van Gogh", "van", "Gogh"],
  ["Cher", "Cher", ""],
  ["", "", ""],
  [",", "", ""],
])("%j is %j and %j", (name, firstName, lastName) => {
  expect(splitName(name)).toEqual({ firstName, lastName });
});

test("no part of a name is longer than its field, and one word is never a last name alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      const { firstName, lastName } = splitName(name);
      expect([...firstName].length).toBeLessThanOrEqual(100);
      expect([...lastName].length).toBeLessThanOrEqual(100);
      if (firstName === "" && !name.includes(",")) expect(lastName).toBe("");
    }),
  );
});

test("a name is whole with one part missing", () => {
  expect(fullName({ firstName: "Ann-Zoë", lastName: "Dupont" })).toBe("Ann-Zoë Dupont");
  expect(fullName({ firstName: "", lastName: "Dupont" })).toBe("Dupont");
  expect(fullName({ firstName: "", lastName: "" })).toBe("");
});
