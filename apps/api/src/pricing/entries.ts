import { setImmediate } from "node:timers/promises";
import type { Reader } from "@clientele/db";
import { entriesOf, replaceEntries } from "@clientele/db/pricing/entries";
import { getPriceList, type StoredPriceList, termsOf, variantCounts } from "@clientele/db/pricing/priceLists";
import { listVariantRows, variantRowsByIds, variantsBySku } from "@clientele/db/pricing/variantRows";
import { getSettings } from "@clientele/db/settings/settings";
import { DomainError } from "@clientele/domain/errors";
import type { Page } from "@clientele/domain/page";
import {
  checkEntries as refuseWrongEntries,
  type EntryChange,
  isSameEntry,
  silentEntry,
} from "@clientele/domain/pricing/entries";
import {
  type CheckedEntries,
  checkEntryRows,
  mostEntryRows,
  readEntryRows,
} from "@clientele/domain/pricing/entriesText";
import type {
  CheckEntries,
  EntriesChecked,
  EntriesSet,
  EntryInput,
  ListEntries,
  PriceListEntry,
  SetEntries,
} from "@clientele/domain/pricing/priceListEntry";
import { resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";

/** The rows of the grid in the order of their SKUs; as many statements for one as for a thousand. */
export async function listEntries(ctx: StaffContext, input: ListEntries): Promise<Page<PriceListEntry>> {
  const list = await getPriceList(ctx.db, input.priceListId);
  const page = await listVariantRows(ctx.db, {
    ...input,
    currency: list.currency,
    ofList: { priceListId: list.id, sold: input.all },
  });
  const ids = page.items.map(({ variantId }) => variantId);
  const said = await entriesOf(ctx.db, list.id, ids);
  const items = page.items.map((variant): PriceListEntry => {
    const { excluded, ranges } = said.get(variant.variantId) ?? silentEntry(variant.variantId);
    return { ...variant, excluded, ranges, adjusted: adjustedBy(list, variant.base) };
  });
  return { ...page, items };
}

/** What the list's adjustment alone makes of a base price. */
function adjustedBy(list: StoredPriceList, base: number | null): number | null {
  const candidate = { list: termsOf(list), excluded: false, amounts: [] };
  const now = list.createdAt;
  const question = { base, candidates: [candidate], groups: new Set<string>(), now, currency: list.currency };
  return resolvePrice({ ...question, quantity: 1 })?.trace[0]?.amount ?? null;
}

/** The list, when what it says may change. Throws `price_list.archived`. */
export async function getOpenList(db: Reader, id: string): Promise<StoredPriceList> {
  const list = await getPriceList(db, id);
  if (list.status === "archived") throw new DomainError("price_list.archived");
  return list;
}

/** The entries that say something else than what is said now, with that. */
export function changesTo(entries: readonly EntryInput[], present: ReadonlyMap<string, EntryInput>): EntryChange[] {
  return entries.flatMap((after) => {
    const before = present.get(after.variantId) ?? silentEntry(after.variantId);
    return isSameEntry(before, after) ? [] : [{ before, after }];
  });
}

/**
 * Sets what the list says of each variant that is named; the others stay. The answer holds what was said before, which
 * undoes the change when it is set again. The list's `version` does not rise: entries are rows of their own, and two people
 * who edit different cells must not stop each other.
 */
export async function setEntries(ctx: StaffContext, { priceListId, entries }: SetEntries): Promise<EntriesSet> {
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const list = await getOpenList(tx, priceListId);
    const ids = entries.map(({ variantId }) => variantId);
    const variants = await variantRowsByIds(tx, ids, list.currency);
    if (ids.some((id) => !variants.has(id))) throw new DomainError("variant.not_found");
    refuseWrongEntries(entries, (id) => variants.get(id)?.sku ?? "");
    const changes = changesTo(entries, await entriesOf(tx, list.id, ids));
    if (changes.length > 0) {
      await replaceEntries(
        tx,
        list.id,
        changes.map(({ after }) => after),
      );
      await recordEvent(tx, ctx, {
        type: "price_list.entries_set",
        data: { priceListId: list.id, name: list.name, changed: changes.length },
      });
    }
    const counts = await variantCounts(tx, [list.id]);
    return {
      changed: changes.length,
      before: changes.map(({ before }) => before),
      variants: counts.get(list.id) ?? 0,
    };
  });
}

/**
 * Reads a pasted text against the catalogue and says what is wrong at each cell. Others are served meanwhile, so it is
 * done outside of any transaction.
 */
export async function readText(db: Reader, list: StoredPriceList, text: string): Promise<CheckedEntries> {
  const rows = readEntryRows(text);
  if (rows.length > mostEntryRows) {
    throw new DomainError("input.invalid", {}, { text: { code: "field.too_many", params: { most: mostEntryRows } } });
  }
  const { locale } = await getSettings(db);
  const variants = await variantsBySku(
    db,
    rows.map(({ cells }) => cells.sku),
    list.currency,
  );
  const checking = checkEntryRows(rows, variants, { currency: list.currency, locale });
  for (;;) {
    const step = checking.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

/** What a text would make of a list's prices and what is wrong at which cell; writes nothing. */
export async function checkEntries(ctx: StaffContext, input: CheckEntries): Promise<EntriesChecked> {
  const list = await getOpenList(ctx.db, input.priceListId);
  const { rowsLeftOut: _left, ...checked } = await readText(ctx.db, list, input.text);
  const present = await entriesOf(
    ctx.db,
    list.id,
    checked.entries.map(({ variantId }) => variantId),
  );
  const changes = changesTo(checked.entries, present);
  const created = changes.filter(({ after }) => !present.has(after.variantId)).length;
  return {
    ...checked,
    created,
    changed: changes.length - created,
    same: checked.entries.length - changes.length,
  };
}
