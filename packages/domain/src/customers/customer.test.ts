import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changedCustomer,
  checkAccountName,
  CreateCustomer,
  type Customer,
  searchTerms,
  searchWords,
  sortKey,
  UpdateCustomer,
} from "./customer.ts";
import { hasAccount } from "./customerStatus.ts";

const at = new Date("2026-03-02T09:00:00.000Z");
const ann: Customer = {
  id: "cus_1",
  email: "ann.dupont@bücher-müller.example".replace("bücher-müller", "xn--bcher-mller-thbf"),
  status: "guest",
  firstName: "Ann-Zoë",
  lastName: "Dupont",
  phone: "+4915112345678",
  companyName: "ACME & Söhne",
  taxId: null,
  locale: null,
  metadata: { shelf: 3 },
  createdBy: "staff",
  createdAt: at,
  updatedAt: at,
  version: 4,
};

const finds = (search: string, customer: Parameters<typeof searchWords>[0] = ann): boolean =>
  searchTerms(search).every((term) => searchWords(customer).includes(` ${term}`));

describe("what a search finds", () => {
  test.each(["ann", "ZOE", "zoë dup", "dupont ann-z", "sohne", "acme", "ann.dupont@xn", "example", "  Ann   Dup "])(
    "%s finds the customer",
    (search) => expect(finds(search)).toBe(true),
  );

  test.each(["nn", "ohne", "ann bob", "dupontt"])("%s does not", (search) => expect(finds(search)).toBe(false));

  test.each(["+49 151 1234", "0151-123", "(0151) 12345678", "4915112345678", "151/1234"])(
    "the phone number typed as %s is found",
    (search) => expect(finds(search)).toBe(true),
  );

  test.each([
    ["lukasz lodz", "Łukasz", "Łódź"],
    ["sorensen aeroe", "Sørensen", "Ærøe"],
    ["GROSSMANN", "Großmann", ""],
    ["Großmann", "Grossmann", ""],
    ["yildiz", "Yıldız", ""],
    ["dordevic thor", "Đorđević", "Þór"],
  ])("%s finds letters that Unicode does not take apart", (search, lastName, firstName) => {
    expect(finds(search, { ...ann, firstName, lastName })).toBe(true);
  });

  test("a number with zeros in front is found as it is written", () => {
    expect(finds("04711", { ...ann, companyName: "04711 Parfum" })).toBe(true);
    expect(finds("04711 parf", { ...ann, companyName: "04711 Parfum" })).toBe(true);
  });

  test("nothing to look for and nobody to find", () => {
    expect(searchTerms(" %_* ")).toEqual([]);
    expect(searchTerms("00000")).toEqual(["0"]);
    expect(searchWords({ firstName: "", lastName: "!", email: null, phone: null, companyName: null })).toBe("");
  });

  test("at most eight words are looked for, and a long one by its beginning", () => {
    expect(searchTerms("a b c d e f g h i j")).toHaveLength(8);
    expect(searchTerms("x".repeat(150))).toEqual(["x".repeat(100)]);
    expect(finds("ア".repeat(120), { ...ann, companyName: "ア".repeat(120) })).toBe(true);
  });

  test("every customer is found by the whole name, whatever the script", () => {
    const name = fc.string({ unit: "grapheme", maxLength: 20 });
    fc.assert(
      fc.property(name, name, (firstName, lastName) =>
        finds(`${firstName} ${lastName}`, { ...ann, firstName, lastName, phone: null }),
      ),
    );
  });

  test("stored words and terms hold letters and digits only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (typed) => {
        const words = searchWords({ ...ann, firstName: typed, companyName: typed });
        expect(words).toMatch(/^( [\p{L}\p{N}]+)+ $/u);
        for (const term of searchTerms(typed)) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});

describe("the name", () => {
  test("sorts by last name, then first, then e-mail for those without one", () => {
    expect(sortKey(ann)).toBe("dupont ann zoe");
    expect(sortKey({ firstName: "", lastName: "", email: "Ann@example.com" })).toBe("ann example com");
    expect(sortKey({ firstName: "", lastName: "", email: null })).toBe("");
  });

  test("of an account keeps its first part", () => {
    expect(() => checkAccountName({ status: "active", firstName: "" })).toThrow("input.invalid");
    expect(() => checkAccountName({ status: "disabled", firstName: "" })).toThrow("input.invalid");
    expect(() => checkAccountName({ status: "guest", firstName: "" })).not.toThrow();
    expect((["guest", "invited", "active", "disabled", "erased"] as const).filter(hasAccount)).toEqual([
      "active",
      "disabled",
    ]);
  });
});

describe("a change", () => {
  const later = new Date("2026-03-03T09:00:00.000Z");

  test("names the fields that differ and raises the version once", () => {
    const { customer, fields } = changedCustomer(ann, { firstName: "Berta", lastName: "Dupont", phone: null }, later);
    expect(fields).toEqual(["firstName", "phone"]);
    expect(customer).toEqual({ ...ann, firstName: "Berta", phone: null, version: 5, updatedAt: later });
  });

  test("to what is there already is none", () => {
    const same = changedCustomer(ann, { firstName: ann.firstName, metadata: { shelf: 3 }, phone: undefined }, later);
    expect(same).toEqual({ customer: ann, fields: [] });
    expect(same.customer).toBe(ann);
  });
});

describe("input", () => {
  const id = "cus_01ARZ3NDEKTSV4RRFFQ69G5FAV";

  test.each(["id", "status", "version", "createdAt", "role", "password", "isAdmin", "hasAccount", "__proto__"])(
    "a new customer's %s is refused",
    (key) => {
      const given: unknown = JSON.parse(`{ "email": "a@example.com", ${JSON.stringify(key)}: 1 }`);
      expect(CreateCustomer.safeParse(given).success).toBe(false);
    },
  );

  test.each([
    ["firstName", 100],
    ["lastName", 100],
    ["companyName", 120],
    ["taxId", 40],
  ] as const)("%s takes %i code points and not one more", (field, most) => {
    for (const letter of ["a", "🎉"]) {
      expect(UpdateCustomer.safeParse({ id, version: 1, [field]: letter.repeat(most) }).success).toBe(true);
      expect(UpdateCustomer.safeParse({ id, version: 1, [field]: letter.repeat(most + 1) }).success).toBe(false);
    }
  });

  test.each(["\0", "\u0007", "\u202e", "\ud800", "\n"])("a line with %j is refused", (sign) => {
    expect(UpdateCustomer.safeParse({ id, version: 1, firstName: `a${sign}b` }).success).toBe(false);
  });
});
