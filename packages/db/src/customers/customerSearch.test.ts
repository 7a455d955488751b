import { searchTerms, searchWords } from "@clientele/domain/customers/customer";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database } from "../database.ts";
import { customersWithWords, hasWords, matchesSearch } from "./customerSearch.ts";
import { insertCustomers, saveCustomer } from "./customers.ts";

const namesFound = async (db: Database, search: string): Promise<string[]> => {
  const { customers: t } = db.tables;
  const rows = await db.select({ name: t.firstName }).from(t).where(matchesSearch(db, search));
  return rows.map(({ name }) => name).sort();
};

const letter = fc.oneof(
  fc.constantFrom(...Array.from("abcäöüßéñşıİĞΣςσжщאבعربي山田アガ한글ﬁ½²①𝒜𝔘🎉'\"%_\\*:&|!()- ")),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
);
const text = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join("").replaceAll("\0", ""));

eachDatabase((_, open) => {
  const given = async (...people: Parameters<typeof buildCustomer>[1][]): Promise<Database> => {
    const db = await open();
    const newId = testIds();
    await db.transaction((tx) =>
      insertCustomers(
        tx,
        people.map((person) => buildCustomer(newId, { lastName: "", email: null, ...person })),
      ),
    );
    return db;
  };

  test("every typed word must begin a word of the customer, without case or accents", async () => {
    const db = await given(
      { firstName: "Zoë", lastName: "Müller-Lüdenscheidt", email: "zoe.m@example.com" },
      { firstName: "Ann", companyName: "Müller & Söhne GmbH" },
      { firstName: "Иван", phone: "+4915112345678" },
    );
    expect(await namesFound(db, "mull")).toEqual(["Ann", "Zoë"]);
    expect(await namesFound(db, "LÜDEN zo")).toEqual(["Zoë"]);
    expect(await namesFound(db, "üller")).toEqual([]);
    expect(await namesFound(db, "sohne mull")).toEqual(["Ann"]);
    expect(await namesFound(db, "zoe.m@exam")).toEqual(["Zoë"]);
    expect(await namesFound(db, "ив")).toEqual(["Иван"]);
    for (const phone of ["+49 151 1234", "0151 1234", "151-12345678"]) {
      expect(await namesFound(db, phone)).toEqual(["Иван"]);
    }
  });

  test("the words follow the customer", async () => {
    const db = await open();
    const ann = buildCustomer(testIds(), { firstName: "Ann", lastName: "" });
    await db.transaction((tx) => insertCustomers(tx, [ann]));
    await db.transaction((tx) => saveCustomer(tx, { ...ann, firstName: "Berta", version: 2 }, 1));
    expect(await namesFound(db, "ann")).toEqual([]);
    expect(await namesFound(db, "ber")).toEqual(["Berta"]);
    await db.transaction(async (tx) => void (await tx.delete(tx.tables.customers)));
    expect(await db.select().from(db.tables.customerSearch)).toEqual([]);
    expect(await namesFound(db, "ber")).toEqual([]);
  });

  test("signs of a query language are looked for as they stand, or find nobody", async () => {
    const db = await given({ firstName: "Ann" }, { firstName: "Bob" });
    const signs = ["%", "_", "\\", '"', "*", "'", "''", "NEAR(", "(x+)+$", "a OR b", "-", "&", "|", "!", ":*"];
    for (const search of [...signs, "a".repeat(200)]) expect(await namesFound(db, search)).toEqual([]);
  });

  test("both ways to ask find whom the domain's words say, whatever the script", async () => {
    const db = await open();
    const newId = testIds();
    const sample = fc.sample(fc.record({ firstName: text, lastName: text, companyName: text }), {
      numRuns: 150,
      seed: 7,
    });
    const people = sample.map((names) => buildCustomer(newId, { ...names, email: null }));
    await db.transaction((tx) => insertCustomers(tx, people));
    const { customers: t } = db.tables;
    const someText = fc.constantFrom(...people.flatMap(({ firstName, lastName }) => [firstName, lastName]));
    const search = fc
      .oneof(
        text,
        fc.tuple(someText, fc.nat(12)).map(([name, most]) => name.slice(0, most + 1)),
      )
      .filter((typed) => !/\p{Cs}/u.test(typed));
    await fc.assert(
      fc.asyncProperty(search, async (typed) => {
        const terms = searchTerms(typed);
        const meant = people.filter(
          (person) => terms.length > 0 && terms.every((term) => searchWords(person).includes(` ${term}`)),
        );
        const ids = meant.map(({ id }) => id).sort();
        const byIndex = inArray(t.id, sql`(${customersWithWords(db, terms)})`);
        for (const condition of [byIndex, hasWords(db, terms, t.id)]) {
          const rows = await db.select({ id: t.id }).from(t).where(condition).orderBy(t.id);
          expect(rows.map(({ id }) => id)).toEqual(ids);
        }
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});
