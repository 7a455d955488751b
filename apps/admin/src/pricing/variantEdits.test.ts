import { expect, test } from "vitest";
import { type Draft, draftOf, type Entry, withBreak, withCell } from "./entryDraft.ts";
import { settleEdits, type VariantEdit } from "./variantEdits.ts";

const mug: Entry = {
  variantId: "var_mug",
  sku: "MUG",
  title: "Mug",
  base: 1500,
  adjusted: null,
  excluded: false,
  ranges: [{ min: 1, max: null, amount: 1200 }],
};
const priced = (amount: string, variantId = mug.variantId): VariantEdit => ({
  variantId,
  change: (draft) => withCell(draft, 0, "amount", amount),
});
const settle = (edits: readonly VariantEdit[], drafts: readonly [string, Draft][] = []) =>
  settleEdits(edits, {
    entries: new Map([[mug.variantId, mug]]),
    drafts: new Map(drafts),
    currency: "EUR",
    locale: "en",
  });
const said = (amount: number) => ({
  variantId: mug.variantId,
  excluded: false,
  ranges: [{ min: 1, max: null, amount }],
});

test("a price that can be read is to be sent and leaves no draft behind", () => {
  const { drafts, unsent } = settle([priced("11")]);
  expect(drafts).toEqual([[mug.variantId, null]]);
  expect(unsent.map(({ row, entry }) => [row, entry])).toEqual([[mug, said(1100)]]);
});

test("several edits of a variant are one change of it", () => {
  const { drafts, unsent } = settle([priced("11"), priced("10")]);
  expect(drafts).toEqual([[mug.variantId, null]]);
  expect(unsent.map(({ entry }) => entry)).toEqual([said(1000)]);
});

test("what the server knows already is not sent", () => {
  expect(settle([priced("12.00")])).toEqual({ drafts: [[mug.variantId, null]], unsent: [] });
});

test("what cannot be read waits where it stands", () => {
  const [[, draft] = []] = settle([priced("ten")]).drafts;
  expect(draft?.rows).toEqual([{ min: "1", amount: "ten", max: null }]);
  expect(settle([priced("ten")]).unsent).toEqual([]);
});

test("an edit goes on from what stood there unsent", () => {
  const wrong = withCell(draftOf(mug, "EUR"), 0, "amount", "ten");
  const { drafts, unsent } = settle(
    [{ variantId: mug.variantId, change: (draft) => withCell(draft, 0, "min", "3") }],
    [[mug.variantId, wrong]],
  );
  expect(drafts.map(([, draft]) => draft?.rows)).toEqual([[{ min: "3", amount: "ten", max: null }]]);
  expect(unsent).toEqual([]);
});

test("an added row waits while it is empty, and nothing is sent for it", () => {
  const { drafts, unsent } = settle([{ variantId: mug.variantId, change: withBreak }]);
  expect(drafts.map(([, draft]) => draft?.rows.length)).toEqual([2]);
  expect(unsent).toEqual([]);
});

test("an edit of a variant that is no longer shown is dropped", () => {
  expect(settle([priced("11", "var_gone")])).toEqual({ drafts: [], unsent: [] });
});
