import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { line } from "../text.ts";
import { canonicalEmail, mostOfName, parsePastedEmails } from "./email.ts";

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const email = fc.tuple(word, word).map(([local, host]) => `${local}@${host}.example.com`);
const name = fc.constantFrom("", "Ada Lovelace", "Zoë Ångström", "Иван Петров", "O'Neil");
const mixedCase = (text: string, upper: readonly boolean[]): string =>
  [...text].map((sign, place) => (upper[place % upper.length] === true ? sign.toUpperCase() : sign)).join("");

describe("a pasted list of addresses", () => {
  test("reads lines, commas, semicolons, names and a column of a CSV file", () => {
    const pasted = [
      "E-mail;Name",
      "ada@example.com",
      'Grace Hopper <grace@example.com>, "Lin, Maya" <maya@example.com>',
      "tom@example.com; TIM@Example.com",
      "17,kim@example.com,Berlin",
      "",
      "\tsam@example.com\t",
      '"lou@example.com, eve@example.com"',
    ].join("\r\n");
    const { emails, doubles, invalid } = parsePastedEmails(pasted);
    expect(emails).toEqual([
      { email: "ada@example.com", name: "" },
      { email: "grace@example.com", name: "Grace Hopper" },
      { email: "maya@example.com", name: "Lin, Maya" },
      { email: "tom@example.com", name: "" },
      { email: "tim@example.com", name: "" },
      { email: "kim@example.com", name: "" },
      { email: "sam@example.com", name: "" },
      { email: "lou@example.com", name: "" },
      { email: "eve@example.com", name: "" },
    ]);
    expect(doubles).toBe(0);
    expect(invalid).toEqual([]);
  });

  test("is read in one pass, however many blanks, quotes or brackets stand in one row", () => {
    // A pattern that begins anew at each of them took many seconds, in which the server answered nobody.
    for (const sign of [" ", '"', "'", "<", ">", '"a@', '"" ', "< "]) {
      const row = `ada@example.com${sign.repeat(200_000 / sign.length)}x`;
      const { emails, invalid } = parsePastedEmails(`${row}\nbob@example.com`);
      expect(emails.map((found) => found.email)).toContain("bob@example.com");
      expect(invalid.every((piece) => piece.length <= 200)).toBe(true);
    }
  });

  test("gives names that a field takes, whatever was hidden in them or how long they are", () => {
    const { emails } = parsePastedEmails(
      `\u200BAnna\u202E Karenina <anna@example.com>\n${"Lang ".repeat(60)}<lang@example.com>\n${"🐢".repeat(300)} <t@example.com>`,
    );
    expect(emails[0]).toEqual({ email: "anna@example.com", name: "Anna Karenina" });
    for (const one of emails) expect(line(mostOfName).parse(one.name)).toBe(one.name);
  });

  test("names what is no address and goes on", () => {
    const { emails, invalid } = parsePastedEmails("ada@example.com\nnot an address\nbad@@example\nbob@example.com");
    expect(emails.map((found) => found.email)).toEqual(["ada@example.com", "bob@example.com"]);
    expect(invalid).toEqual(["not an address", "bad@@example"]);
  });

  test("keeps each address once, whatever its case, and counts the others", () => {
    const people = fc.uniqueArray(fc.tuple(email, name), { minLength: 1, maxLength: 20, selector: ([one]) => one });
    const again = fc.array(fc.nat(), { maxLength: 10 });
    const separator = fc.constantFrom("\n", "\r\n", ", ", ";", "\t");
    const cases = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(people, again, separator, cases, (each, doubled, between, upper) => {
        const written = each.map(([address, who]) =>
          who === "" ? mixedCase(address, upper) : `${who} <${mixedCase(address, upper)}>`,
        );
        const repeated = doubled.map((place) => each[place % each.length]?.[0] ?? "");
        const found = parsePastedEmails([...written, ...repeated].join(between));
        expect(found.emails).toEqual(each.map(([address, who]) => ({ email: address, name: who })));
        expect(found.doubles).toBe(repeated.length);
        expect(found.invalid).toEqual([]);
      }),
    );
  });

  test("answers only canonical addresses, whatever was pasted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { emails, invalid } = parsePastedEmails(text);
        for (const found of emails) expect(canonicalEmail(found.email)).toBe(found.email);
        expect(new Set(emails.map((found) => found.email)).size).toBe(emails.length);
        for (const piece of invalid) expect(piece.length).toBeLessThanOrEqual(200);
      }),
    );
  });

  test("is read in a time that grows with its length", () => {
    const { emails } = parsePastedEmails(
      Array.from({ length: 5_000 }, (_, place) => `p${place}@example.com`).join(","),
    );
    expect(emails).toHaveLength(5_000);
    expect(parsePastedEmails(`${"a".repeat(100_000)}@`).emails).toEqual([]);
    expect(parsePastedEmails("<".repeat(50_000) + "@").emails).toEqual([]);
  });
});
