import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldProblemsOf } from "../fieldProblem.ts";
import { addressKey, addressPhone, CreateAddress, PlaceInput, UpdateAddress } from "./address.ts";
import { addressLines } from "./addressLines.ts";
import { addressRules, countries, countryCodes, isCountry, isPostalCode } from "./addressRules.ts";

const berlin = { line1: "Torstraße 1", city: "Berlin", postalCode: "10119", countryCode: "DE" };
const problemsOf = (input: unknown) => {
  const parsed = CreateAddress.safeParse(input);
  return parsed.success
    ? {}
    : Object.fromEntries(Object.entries(fieldProblemsOf(parsed.error)).map(([at, { code }]) => [at, code]));
};

describe("what a country asks of an address", () => {
  test.each([
    ["DE", { postalCode: "1011" }, { postalCode: "field.postal_code" }],
    ["DE", { postalCode: "" }, { postalCode: "field.required" }],
    ["DE", { city: " " }, { city: "field.required" }],
    ["US", { postalCode: "10001", province: "NY" }, {}],
    ["US", { postalCode: "10001", province: "" }, { province: "field.required" }],
    ["GB", { postalCode: "SW1A 1AA" }, {}],
    ["IE", { postalCode: "" }, {}],
    ["HK", { postalCode: "", province: "Kowloon" }, {}],
    ["XX", {}, { countryCode: "field.country" }],
  ])("%s with %j", (countryCode, parts, problems) => {
    expect(problemsOf({ ...berlin, countryCode, ...parts })).toEqual(problems);
  });

  test("a country may be typed in small letters", () => {
    expect(CreateAddress.parse({ ...berlin, countryCode: "de" }).countryCode).toBe("DE");
  });

  test("every country has a name and rules, and none is outside ISO 3166", () => {
    expect(countryCodes.length).toBeGreaterThan(200);
    expect(
      countries("en")
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual([...countryCodes]);
    for (const code of countryCodes) expect(addressRules(code).fields.city.label).not.toBe("");
    expect(isCountry("QQ")).toBe(false);
    expect(isPostalCode("anything", "AE")).toBe(true);
  });

  test("a country's required postal code can be given", () => {
    expect(problemsOf({ ...berlin, countryCode: "JP", postalCode: "100-0001", province: "Tokyo" })).toEqual({});
    expect(problemsOf({ ...berlin, countryCode: "NL", postalCode: "1012 AB" })).toEqual({});
    expect(problemsOf({ ...berlin, countryCode: "PL", postalCode: "00-001" })).toEqual({});
  });
});

describe("an address from a caller", () => {
  test("keeps what is left out empty, and refuses unknown keys and text that hides", () => {
    expect(CreateAddress.parse(berlin)).toMatchObject({ label: "", company: null, line2: null, phone: null });
    expect(problemsOf({ ...berlin, customerId: "cus_1" })).toEqual({ customerId: "field.unknown" });
    expect(problemsOf({ ...berlin, version: 1 })).toEqual({ version: "field.unknown" });
    expect(problemsOf({ ...berlin, line1: "a\u202eb" })).toEqual({ line1: "field.characters" });
    expect(problemsOf({ ...berlin, line1: "x".repeat(201) })).toEqual({ line1: "field.too_long" });
    expect(problemsOf({ ...berlin, line1: "😀".repeat(200) })).toEqual({});
    expect(UpdateAddress.safeParse({ ...berlin, id: "addr_1", version: 1 }).success).toBe(false);
  });

  test("reads a phone without a prefix as one of its country", () => {
    expect(addressPhone("030 901820", "DE")).toBe("+4930901820");
    expect(addressPhone("nonsense", "DE")).toBe("nonsense");
  });

  test("is written as its country's post writes it", () => {
    expect(addressLines(CreateAddress.parse({ ...berlin, firstName: "Ann", lastName: "Lee" }))).toEqual([
      "Ann Lee",
      "Torstraße 1",
      "10119 Berlin",
    ]);
  });
});

describe("two addresses are one", () => {
  const parts = CreateAddress.parse({ ...berlin, firstName: "Ann", lastName: "Lee", company: "Lee Ltd" });

  test("whatever label, case and blanks they have", () => {
    const other = { ...parts, label: "Home", line1: "  TORSTRASSE  1 ", city: "BERLIN" };
    expect(addressKey(other)).toBe(addressKey(parts));
  });

  test("but not with another part", () => {
    for (const name of ["firstName", "company", "line1", "line2", "city", "postalCode", "phone"] as const) {
      expect(addressKey({ ...parts, [name]: "other" })).not.toBe(addressKey(parts));
    }
    // A part never flows into its neighbour.
    expect(addressKey({ ...parts, firstName: "Ann Lee", lastName: "" })).not.toBe(addressKey(parts));
  });

  test("for every letter there is, also those whose capital is written in parts", () => {
    const unlike: string[] = [];
    for (let point = 0x20; point <= 0x1ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const letter = String.fromCodePoint(point);
      const one = addressKey({ ...parts, line1: `a${letter}a` });
      if (addressKey({ ...parts, line1: `a${letter.toUpperCase()}a` }) !== one) unlike.push(point.toString(16));
    }
    expect(unlike).toEqual([]);
  });

  test("for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
        const one = { ...parts, line1: text };
        expect(addressKey({ ...one, line1: `  ${text.toUpperCase()} ` })).toBe(addressKey(one));
      }),
    );
  });
});

test("tells what the country asks for together with what is wrong elsewhere", () => {
  const wrong = PlaceInput.safeParse({ line1: "", countryCode: "DE", city: "", postalCode: "1011" });
  const paths = wrong.error?.issues.map(({ path }) => path.join("."));
  expect(paths?.toSorted()).toEqual(["city", "line1", "postalCode"]);
  expect(PlaceInput.safeParse({ line1: "", countryCode: "ZZ" }).error?.issues).toHaveLength(2);
  expect(PlaceInput.safeParse(null).success).toBe(false);
});
