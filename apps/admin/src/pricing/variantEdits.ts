import { isSameEntry } from "@clientele/domain/pricing/entries";
import type { EntryInput } from "@clientele/domain/pricing/priceListEntry";
import { type Draft, draftOf, type Entry, judge } from "./entryDraft.ts";

/** A change of what is typed for one variant. */
export interface VariantEdit {
  variantId: string;
  change: (draft: Draft) => Draft;
}

interface Grid {
  entries: ReadonlyMap<string, Entry>;
  drafts: ReadonlyMap<string, Draft>;
  currency: string;
  locale: string;
}

interface Settled {
  /** The drafts that stay, since they cannot be read yet or hold a row that is still empty; null where none does. */
  drafts: (readonly [variantId: string, draft: Draft | null])[];
  /** What can be read and is not what the server knows already. */
  unsent: { row: Entry; draft: Draft; entry: EntryInput }[];
}

/** What becomes of edits: several of one variant are one change of it. */
export function settleEdits(edits: readonly VariantEdit[], { entries, drafts, currency, locale }: Grid): Settled {
  const changed = new Map<string, { row: Entry; draft: Draft }>();
  for (const { variantId, change } of edits) {
    const row = entries.get(variantId);
    if (row === undefined) continue;
    const before = changed.get(variantId)?.draft ?? drafts.get(variantId) ?? draftOf(row, currency);
    changed.set(variantId, { row, draft: change(before) });
  }
  const settled: Settled = { drafts: [], unsent: [] };
  for (const [variantId, { row, draft }] of changed) {
    const read = judge(draft, currency, locale).entry;
    // A row that was just added is empty and waits, though all that is written can be read.
    const waits = read === null || draft.rows.length > Math.max(1, read.ranges.length);
    settled.drafts.push([variantId, waits ? draft : null]);
    if (read === null) continue;
    const entry = { variantId, ...read };
    if (!isSameEntry(entry, row)) settled.unsent.push({ row, draft, entry });
  }
  return settled;
}
