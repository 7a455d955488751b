import type { Tx } from "@clientele/db";
import { allEntriesOf, entriesOf, replaceEntries } from "@clientele/db/pricing/entries";
import { findImport, insertImport, removeImport } from "@clientele/db/pricing/imports";
import { getPriceList } from "@clientele/db/pricing/priceLists";
import { variantRowsByIds } from "@clientele/db/pricing/variantRows";
import { DomainError } from "@clientele/domain/errors";
import { isSameEntry, silentEntry } from "@clientele/domain/pricing/entries";
import type { CheckedEntries } from "@clientele/domain/pricing/entriesText";
import type {
  EntriesImported,
  ImportEntries,
  ImportUndone,
  UndoImport,
} from "@clientele/domain/pricing/priceListEntry";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { once } from "../idempotency.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { changesTo, getOpenList, readText } from "./entries.ts";

/** What came of an import, as it is remembered for a call that is repeated. */
const asText = ({ created, changed, removed, skipped, importId }: EntriesImported): string =>
  [created, changed, removed, skipped, importId ?? ""].join(" ");

function readImported(text: string): EntriesImported {
  const [importId = "", ...counts] = text.split(" ").toReversed();
  const [skipped = 0, removed = 0, changed = 0, created = 0] = counts.map(Number);
  return { created, changed, removed, skipped, importId: importId === "" ? null : importId };
}

/**
 * Writes a text into the list: all of it, or with `skipProblems` the variants all of whose rows are right. Importing the
 * same text twice changes nothing the second time, and a call that is repeated with its key answers what the first did.
 */
export async function importEntries(ctx: StaffContext, input: ImportEntries): Promise<EntriesImported> {
  const { idempotencyKey: key, ...wanted } = input;
  const checked = await readText(ctx.db, await getPriceList(ctx.db, input.priceListId), input.text);
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const call = { procedure: "admin.priceLists.importEntries", actor: ctx.actor.staffId, key, input: wanted };
    // The counts came of it too, so they stand beside the made thing's id.
    return readImported(await once(tx, ctx, call, async () => asText(await writeEntries(ctx, tx, wanted, checked))));
  });
}

type Wanted = Pick<ImportEntries, "priceListId" | "replace" | "skipProblems">;

async function writeEntries(
  ctx: StaffContext,
  tx: Tx,
  input: Wanted,
  { entries, rowsWithProblems, rowsLeftOut }: CheckedEntries,
): Promise<EntriesImported> {
  const list = await getOpenList(tx, input.priceListId);
  if (rowsWithProblems > 0 && !input.skipProblems) {
    throw new DomainError("price_list.problems_in_rows", { rows: rowsWithProblems });
  }
  const named = new Set(entries.map(({ variantId }) => variantId));
  // A variant may have gone since the text was read.
  const there = await variantRowsByIds(tx, [...named], list.currency);
  if (there.size < named.size) throw new DomainError("variant.not_found");
  const present = input.replace ? await allEntriesOf(tx, list.id) : await entriesOf(tx, list.id, [...named]);
  const gone = [...present.keys()].filter((id) => !named.has(id)).map(silentEntry);
  const written = changesTo(entries, present);
  const changes = [...written, ...changesTo(gone, present)];
  await replaceEntries(
    tx,
    list.id,
    changes.map(({ after }) => after),
  );
  const created = written.filter(({ after }) => !present.has(after.variantId)).length;
  const counts = { created, changed: written.length - created, removed: gone.length, skipped: rowsLeftOut };
  if (changes.length === 0) return { ...counts, importId: null };
  const { skipped: _skipped, ...told } = counts;
  const importId = await recordEvent(tx, ctx, {
    type: "price_list.entries_imported",
    data: { priceListId: list.id, name: list.name, ...told },
  });
  await insertImport(tx, { id: importId, priceListId: list.id, changes, importedAt: ctx.now() });
  return { ...counts, importId };
}

/**
 * Takes an import back: the list says again what it said of each variant before, as long as it still says what the import
 * wrote. What somebody has changed since stays, and so does the absence of a variant that is gone.
 */
export async function undoImport(ctx: StaffContext, { importId }: UndoImport): Promise<ImportUndone> {
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const made = await findImport(tx, importId);
    if (made === null) throw new DomainError("price_list.import_not_found");
    const list = await getOpenList(tx, made.priceListId);
    const ids = made.changes.map(({ after }) => after.variantId);
    const present = await entriesOf(tx, list.id, ids);
    const variants = await variantRowsByIds(tx, ids, list.currency);
    const untouched = made.changes.filter(
      ({ after: { variantId }, after }) =>
        variants.has(variantId) && isSameEntry(after, present.get(variantId) ?? silentEntry(variantId)),
    );
    await replaceEntries(
      tx,
      list.id,
      untouched.map(({ before }) => before),
    );
    await removeImport(tx, importId);
    const counts = { restored: untouched.length, kept: made.changes.length - untouched.length };
    await recordEvent(tx, ctx, {
      type: "price_list.import_undone",
      data: { priceListId: list.id, name: list.name, importId, ...counts },
    });
    return counts;
  });
}
