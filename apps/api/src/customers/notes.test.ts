import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { asSent, codeOf, givenCustomer, refusalOf } from "../../test/accounts.ts";
import { harness } from "../../test/caller.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  const { id: customerId } = await givenCustomer(house);
  return { ...house, house, customerId, support: house.asStaff("support") };
};

const noNote = "note_01ARZ3NDEKTSV4RRFFQ69G5FAV";

eachDatabase((_, open) => {
  describe("a note", () => {
    test("is written, changed and taken away, with one event each that does not repeat it", async () => {
      const { db, customerId, support, staffId, asStaff } = await given(await open());
      const author = { id: await staffId("support"), name: "The support" };
      const events = await eventsDuring(db, async () => {
        const text = "  <b>Prefers</b>\r\nthe back door 🚪  ";
        const note = await support.customers.addNote({ customerId, text });
        expect(note).toMatchObject({ text: "<b>Prefers</b>\nthe back door 🚪", pinned: false, author, version: 1 });
        const changed = await asStaff("manager").customers.updateNote({ id: note.id, version: 1, pinned: true });
        expect(changed).toMatchObject({ pinned: true, author, version: 2, text: note.text });
        expect(await support.customers.updateNote({ id: note.id, version: 2, pinned: true })).toEqual(changed);
        await support.customers.removeNote({ id: note.id });
        expect((await support.customers.notes({ customerId })).items).toEqual([]);
      });
      expect(events).toMatchObject([
        { type: "note.added", customerId },
        { type: "note.updated", customerId, data: { fields: ["pinned"] } },
        { type: "note.removed", customerId },
      ]);
      expect(JSON.stringify(events)).not.toContain("door");
      expect(await support.customers.get({ id: customerId })).toMatchObject({ version: 1 });
    });

    test("seen in an older version or unknown is not changed", async () => {
      const { db, customerId, support } = await given(await open());
      const { id } = await support.customers.addNote({ customerId, text: "One" });
      await support.customers.updateNote({ id, version: 1, text: "Two" });
      const before = await stored(db);
      const stale = await refusalOf(support.customers.updateNote({ id, version: 1, text: "Three" }));
      expect(stale).toMatchObject({ code: "note.changed_meanwhile", params: { version: 2 } });
      expect(await codeOf(support.customers.updateNote({ id: noNote, version: 1, text: "X" }))).toBe("note.not_found");
      expect(await codeOf(support.customers.removeNote({ id: noNote }))).toBe("note.not_found");
      expect(await stored(db)).toBe(before);
    });

    test("edited by fifty at once keeps one of the texts", async () => {
      const { customerId, support } = await given(await open({ patience: 20_000 }));
      const { id } = await support.customers.addNote({ customerId, text: "One" });
      const results = await Promise.allSettled(
        Array.from({ length: 50 }, (_, number) =>
          support.customers.updateNote({ id, version: 1, text: `Edit ${number}` }),
        ),
      );
      const won = results.filter((result) => result.status === "fulfilled");
      expect(won).toHaveLength(1);
      expect((await support.customers.notes({ customerId })).items[0]).toMatchObject({
        text: won[0]?.value.text,
        version: 2,
      });
    });

    test("written twice with one key is one note", async () => {
      const { db, customerId, support } = await given(await open({ patience: 20_000 }));
      const input = { customerId, text: "Once", idempotencyKey: "key-12345" };
      const notes = await Promise.all(Array.from({ length: 5 }, () => support.customers.addNote(input)));
      expect(new Set(notes.map(({ id }) => id)).size).toBe(1);
      expect(await db.$count(db.tables.notes)).toBe(1);
      expect(await codeOf(support.customers.addNote({ ...input, text: "Other" }))).toBe("request.key_reused");
    });

    test("holds up to 5,000 characters of any kind, and something", async () => {
      const { db, customerId, support } = await given(await open());
      const longest = "🎉".repeat(5000);
      expect(await support.customers.addNote({ customerId, text: longest })).toMatchObject({ text: longest });
      const before = await stored(db);
      for (const text of ["", " \n ", `${longest}!`, "a\0b", "\ud800", "a\u202eb"]) {
        expect(await codeOf(support.customers.addNote({ customerId, text }))).toBe("input.invalid");
      }
      expect(await codeOf(support.customers.addNote(asSent({ customerId, text: "x", authorId: "x" })))).toBe(
        "input.invalid",
      );
      expect(await stored(db)).toBe(before);
    });

    test("on someone unknown or erased is not written", async () => {
      const { house, db, support } = await given(await open());
      const erased = await givenCustomer(house, { status: "erased", email: null });
      await support.customers.notes({ customerId: erased.id });
      const before = await stored(db);
      const nobody = "cus_01ARZ3NDEKTSV4RRFFQ69G5FAV";
      expect(await codeOf(support.customers.addNote({ customerId: nobody, text: "X" }))).toBe("customer.not_found");
      expect(await codeOf(support.customers.addNote({ customerId: erased.id, text: "X" }))).toBe("customer.erased");
      expect(await codeOf(support.customers.notes({ customerId: nobody }))).toBe("customer.not_found");
      expect(await stored(db)).toBe(before);
    });
  });

  test("pinned notes come first, then the newest, forth and back", async () => {
    const { clock, customerId, support } = await given(await open());
    for (let number = 0; number < 12; number += 1) {
      clock.forward(60_000);
      await support.customers.addNote({ customerId, text: `Note ${number}`, pinned: number % 5 === 0 });
    }
    const wanted = [10, 5, 0, 11, 9, 8, 7, 6, 4, 3, 2, 1].map((number) => `Note ${number}`);
    const pages = [await support.customers.notes({ customerId, limit: 5 })];
    for (let page = pages[0]; typeof page?.nextCursor === "string"; page = pages.at(-1)) {
      pages.push(await support.customers.notes({ customerId, limit: 5, cursor: page.nextCursor }));
    }
    expect(pages.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(wanted);
    expect(pages.map(({ total }) => total.count)).toEqual([12, 12, 12]);
    const back = await support.customers.notes({ customerId, limit: 5, cursor: pages[2]?.prevCursor ?? "" });
    expect(back.items.map(({ text }) => text)).toEqual(wanted.slice(5, 10));
  });

  test("viewers read notes and write none", async () => {
    const { db, customerId, support, asStaff } = await given(await open());
    const { id } = await support.customers.addNote({ customerId, text: "One" });
    const viewer = asStaff("viewer");
    expect((await viewer.customers.notes({ customerId })).items).toHaveLength(1);
    const before = await stored(db);
    const writes = [
      viewer.customers.addNote({ customerId, text: "X" }),
      viewer.customers.updateNote({ id, version: 1, text: "X" }),
      viewer.customers.removeNote({ id }),
    ];
    const codes = await Promise.all(writes.map(codeOf));
    expect(codes).toEqual(writes.map(() => "request.not_allowed"));
    expect(await stored(db)).toBe(before);
  });
});
