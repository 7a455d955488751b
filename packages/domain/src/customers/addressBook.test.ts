import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostAddresses } from "./address.ts";
import {
  addressUses,
  isDefaultFor,
  movedDefaults,
  type Shelved,
  withAddress,
  withDefault,
  withoutAddress,
} from "./addressBook.ts";

const at = (minute: number): Date => new Date(Date.UTC(2026, 2, 2, 9, minute));
const address = (id: string, minute: number): Shelved => ({
  id,
  createdAt: at(minute),
  isDefaultShipping: false,
  isDefaultBilling: false,
});
const nothing = { shipping: false, billing: false };
const holders = (book: readonly Shelved[]) =>
  Object.fromEntries(addressUses.map((use) => [use, book.filter((one) => isDefaultFor(one, use)).map(({ id }) => id)]));

describe("defaults of an address book", () => {
  test("the first address becomes both", () => {
    expect(holders(withAddress([], address("a", 1), nothing))).toEqual({ shipping: ["a"], billing: ["a"] });
  });

  test("a later one takes only what it asks for", () => {
    const book = withAddress([], address("a", 1), nothing);
    expect(holders(withAddress(book, address("b", 2), nothing))).toEqual({ shipping: ["a"], billing: ["a"] });
    const asking = withAddress(book, address("b", 2), { shipping: true, billing: false });
    expect(holders(asking)).toEqual({ shipping: ["b"], billing: ["a"] });
  });

  test("the newest other address inherits what a removed one held", () => {
    let book = withAddress<Shelved>([], address("a", 1), nothing);
    book = withAddress(book, address("b", 3), nothing);
    book = withAddress(book, address("c", 2), nothing);
    expect(holders(withoutAddress(book, "a"))).toEqual({ shipping: ["b"], billing: ["b"] });
    expect(holders(withoutAddress(book, "b"))).toEqual({ shipping: ["a"], billing: ["a"] });
    expect(withoutAddress([address("a", 1)], "a")).toEqual([]);
    expect(withoutAddress(book, "nobody")).toEqual(book);
  });

  test("only the addresses whose defaults differ are told to have moved", () => {
    let book = withAddress<Shelved>([], address("a", 1), nothing);
    book = withAddress(book, address("b", 2), nothing);
    book = withAddress(book, address("c", 3), nothing);
    expect(movedDefaults(book, withDefault(book, "a", "billing"))).toEqual([]);
    expect(movedDefaults(book, withDefault(book, "c", "billing")).map(({ id }) => id)).toEqual(["a", "c"]);
  });

  test("the 51st address is refused", () => {
    const book = Array.from({ length: mostAddresses }, (_, index) => address(`a${index}`, index));
    expect(() => withAddress(book, address("b", 99), nothing)).toThrowError("address.too_many");
  });

  test("whatever happens, a book that is not empty has exactly one default of each kind", () => {
    const id = fc.integer({ min: 0, max: 7 }).map((number) => `addr_${number}`);
    const step = fc.oneof(
      fc.record({ add: id, minute: fc.integer({ min: 0, max: 3 }), shipping: fc.boolean(), billing: fc.boolean() }),
      fc.record({ remove: id }),
      fc.record({ prefer: id, use: fc.constantFrom(...addressUses) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let book: Shelved[] = [];
        for (const one of steps) {
          const before = holders(book);
          if ("add" in one) {
            if (book.some(({ id: known }) => known === one.add)) continue;
            book = withAddress(book, address(one.add, one.minute), one);
          } else if ("remove" in one) {
            book = withoutAddress(book, one.remove);
            // A default moves only when its holder went.
            for (const use of addressUses) {
              if (before[use]?.[0] !== one.remove) expect(holders(book)[use]).toEqual(before[use]);
            }
          } else if (book.some(({ id: known }) => known === one.prefer)) {
            book = withDefault(book, one.prefer, one.use);
            expect(holders(book)[one.use]).toEqual([one.prefer]);
          }
          for (const use of addressUses) expect(holders(book)[use]).toHaveLength(book.length === 0 ? 0 : 1);
        }
      }),
    );
  });
});
