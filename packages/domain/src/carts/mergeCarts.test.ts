import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cheap } from "../../test/priceCases.ts";
import { mergeLines } from "./mergeCarts.ts";

const variantIds = ["a", "b", "c", "d"];
const cart = (owner: string) =>
  fc
    .uniqueArray(fc.record({ variantId: fc.constantFrom(...variantIds), quantity: fc.integer({ min: 1, max: 9 }) }), {
      selector: ({ variantId }) => variantId,
    })
    .map((lines) => lines.map((line) => ({ ...line, id: `${owner}_${line.variantId}` })));
const stock = fc
  .array(fc.option(fc.integer({ min: -1, max: 12 })), { minLength: 4, maxLength: 4 })
  .map((counts) => new Map(variantIds.map((id, at) => [id, counts[at] ?? null])));
const quantityOf = (lines: readonly { variantId: string; quantity: number }[], wanted: string): number =>
  lines.find(({ variantId }) => variantId === wanted)?.quantity ?? 0;

describe("a merged cart", () => {
  test("holds of each variant what both held, up to stock, in one line", () => {
    fc.assert(
      fc.property(cart("browser"), cart("account"), stock, (browser, account, counts) => {
        const { lines, merges } = mergeLines(browser, account, (id) => counts.get(id) ?? null);
        expect(new Set(lines.map(({ variantId }) => variantId)).size).toBe(lines.length);
        expect(lines.every(({ quantity }) => quantity > 0)).toBe(true);
        for (const id of variantIds) {
          const [held, brought] = [quantityOf(account, id), quantityOf(browser, id)];
          const most = Math.max(0, counts.get(id) ?? Number.POSITIVE_INFINITY);
          expect(quantityOf(lines, id)).toBe(brought === 0 ? held : Math.min(held + brought, most));
        }
        expect(merges.map(({ variantId }) => variantId)).toEqual(browser.map(({ variantId }) => variantId));
        for (const merge of merges) expect(merge.quantity).toBe(quantityOf(lines, merge.variantId));
      }),
      cheap,
    );
  });

  test("keeps the account's lines in their place, and loses none that the browser does not touch", () => {
    fc.assert(
      fc.property(cart("browser"), cart("account"), (browser, account) => {
        const { lines } = mergeLines(browser, account, () => null);
        expect(lines.slice(0, account.length).map(({ id }) => id)).toEqual(account.map(({ id }) => id));
        expect(mergeLines([], account, () => 0)).toEqual({ lines: account, merges: [] });
        expect(mergeLines(browser, [], () => null).lines).toEqual(browser);
      }),
      cheap,
    );
  });

  test("tells of each of the browser's lines what became of it", () => {
    const line = (variantId: string, quantity: number) => ({ id: variantId, variantId, quantity });
    const stocks: Record<string, number> = { b: 3, c: 0 };
    const { lines, merges } = mergeLines(
      [line("a", 2), line("b", 2), line("c", 1), line("d", 1)],
      [line("a", 1), line("b", 2), line("c", 5)],
      (id) => stocks[id] ?? null,
    );
    expect(merges).toEqual([
      { variantId: "a", kind: "raised", account: 1, browser: 2, quantity: 3 },
      { variantId: "b", kind: "limited", account: 2, browser: 2, quantity: 3 },
      { variantId: "c", kind: "left_out", account: 5, browser: 1, quantity: 0 },
      { variantId: "d", kind: "added", account: 0, browser: 1, quantity: 1 },
    ]);
    expect(lines.map(({ variantId }) => variantId)).toEqual(["a", "b", "d"]);
  });
});
