import { DomainError } from "@clientele/domain/errors";
import type { Audience } from "@clientele/domain/pricing/audience";
import type { PriceList } from "@clientele/domain/pricing/priceList";
import type { ListTerms } from "@clientele/domain/pricing/resolvePrice";
import { foldText } from "@clientele/domain/text";
import { countDistinct, eq, inArray } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";
import { type AudienceRow, audienceRows, audienceShape, namedAudience, namedGroups } from "./audiences.ts";

/** A price list as it is stored; where it stands now is reckoned from it. */
export type StoredPriceList = Omit<PriceList, "state" | "variants">;
/** Its columns, without the groups of its audience. */
export type PriceListRow = Omit<StoredPriceList, "audience"> & { audienceKind: Audience["kind"] };

/** What is read of a price list, beside the groups of its audience. */
export const priceListColumns = ({ tables: { priceLists: t } }: Reader) => ({
  id: t.id,
  name: t.name,
  benefit: t.benefit,
  type: t.type,
  currency: t.currency,
  status: t.status,
  startsAt: t.startsAt,
  endsAt: t.endsAt,
  audienceKind: t.audienceKind,
  adjustment: t.adjustment,
  floor: t.floor,
  used: t.used,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
});

/** The rows with the names of their audiences' groups; one statement however many they are. */
export const withAudiences = async (db: Reader, rows: readonly PriceListRow[]): Promise<StoredPriceList[]> => {
  const { priceListGroups: g } = db.tables;
  const ids = rows.map(({ id }) => id);
  const groups = await namedGroups(db, g, g.priceListId, ids);
  return rows.map(({ audienceKind, ...list }) => ({
    ...list,
    audience: namedAudience(audienceKind, groups.get(list.id) ?? []),
  }));
};

/** Throws `price_list.not_found`. */
export const getPriceList = async (db: Reader, id: string): Promise<StoredPriceList> => {
  const { priceLists: t } = db.tables;
  const rows = await db.select(priceListColumns(db)).from(t).where(eq(t.id, id)).limit(1);
  const [list] = await withAudiences(db, rows);
  if (list === undefined) throw new DomainError("price_list.not_found");
  return list;
};

/** How many variants each list names; a list that names none is missing. */
export const variantCounts = async (db: Reader, ids: readonly string[]): Promise<Map<string, number>> => {
  const { priceListEntries: e } = db.tables;
  const counts = new Map<string, number>();
  for (const some of chunked(ids)) {
    const rows = await db
      .select({ id: e.priceListId, variants: countDistinct(e.variantId) })
      .from(e)
      .where(inArray(e.priceListId, some))
      .groupBy(e.priceListId);
    for (const { id, variants } of rows) counts.set(id, variants);
  }
  return counts;
};

/** What the domain asks of a list. */
export const termsOf = ({ audience, ...list }: StoredPriceList): ListTerms => {
  const rows = (["anyOf", "allOf", "noneOf"] as const).flatMap((part) =>
    audience[part].map(({ id, name }): AudienceRow => ({ part, groupId: id, groupName: name })),
  );
  const { id, name, benefit, type, status, currency, startsAt, endsAt, adjustment, floor, createdAt } = list;
  const shape = audienceShape(audience.kind, rows);
  return { id, name, benefit, type, status, currency, startsAt, endsAt, audience: shape, adjustment, floor, createdAt };
};

/** A list to be written, with the audience as callers say it. */
export type PriceListToWrite = Omit<StoredPriceList, "audience"> & { audience: Audience };

const valuesOf = ({ audience, ...list }: PriceListToWrite) => ({
  ...list,
  audienceKind: audience.kind,
  nameKey: foldText(list.name),
});

/** `groupNames` are those of the audience's groups, which exist. */
export const insertPriceList = async (
  tx: Tx,
  list: PriceListToWrite,
  groupNames: ReadonlyMap<string, string>,
): Promise<void> => {
  await tx.insert(tx.tables.priceLists).values(valuesOf(list));
  await insertGroups(tx, list, groupNames);
};

const insertGroups = async (
  tx: Tx,
  { id, audience }: PriceListToWrite,
  groupNames: ReadonlyMap<string, string>,
): Promise<void> => {
  const rows = audienceRows(audience, groupNames);
  if (rows.length === 0) return;
  await tx.insert(tx.tables.priceListGroups).values(rows.map((row) => ({ ...row, priceListId: id })));
};

/**
 * Writes the version that was seen; else throws `price_list.changed_meanwhile` with the present one. Without names of
 * groups the audience stays as it is.
 */
export const savePriceList = async (
  tx: Tx,
  list: PriceListToWrite,
  seenVersion: number,
  groupNames: ReadonlyMap<string, string> | null,
): Promise<void> => {
  const { priceLists: t, priceListGroups: g } = tx.tables;
  // That it was used is written by orders alone.
  const { id, used: _used, ...values } = valuesOf(list);
  const saved = await tx
    .update(t)
    .set(values)
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(saved, "price_list.changed_meanwhile", () => getPriceList(tx, id));
  if (groupNames === null) return;
  await tx.delete(g).where(eq(g.priceListId, id));
  await insertGroups(tx, list, groupNames);
};

/** Deletes the version that was seen, with its entries. */
export const deletePriceList = async (tx: Tx, id: string, seenVersion: number): Promise<void> => {
  const { priceLists: t } = tx.tables;
  const deleted = await tx
    .delete(t)
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(deleted, "price_list.changed_meanwhile", () => getPriceList(tx, id));
};
