import { DomainError } from "@clientele/domain/errors";
import type { Audience } from "@clientele/domain/pricing/audience";
import type { Discount } from "@clientele/domain/pricing/discount";
import { foldText } from "@clientele/domain/text";
import { and, asc, count, eq, inArray, ne } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";
import { groupedBy } from "../grouped.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";
import { audienceRows, namedAudience, namedGroups } from "./audiences.ts";
import { discountTermColumns, withMinimum } from "./discountTerms.ts";

/** A discount as it is stored; where it stands now is reckoned from it. */
export type StoredDiscount = Omit<Discount, "state"> & { used: boolean };
/** Its columns, without what it names in other tables. */
export type DiscountRow = Omit<StoredDiscount, "audience" | "regions" | "productsIn" | "productsNotIn" | "minimum"> & {
  audienceKind: Audience["kind"];
  minimum: number | null;
  minimumCurrency: string | null;
};

/** What is read of a discount, beside what it names in other tables. */
export const discountColumns = (db: Reader) => {
  const { discounts: t } = db.tables;
  return { ...discountTermColumns(db), uses: t.uses, used: t.used, updatedAt: t.updatedAt, version: t.version };
};

const discountIdOf = ({ discountId }: { discountId: string }): string => discountId;

/** How many uses of discounts wait to be added to their counts. */
const waitingUses = async (db: Reader, ids: readonly string[]): Promise<Map<string, number>> => {
  const { uncountedUses: w } = db.tables;
  const rows = await db
    .select({ id: w.discountId, uses: count() })
    .from(w)
    .where(inArray(w.discountId, [...ids]))
    .groupBy(w.discountId);
  return new Map(rows.map(({ id, uses }) => [id, uses]));
};

/** The rows with all their uses and the names of all they name; four statements however many they are. */
export const withNames = async (db: Reader, rows: readonly DiscountRow[]): Promise<StoredDiscount[]> => {
  if (rows.length === 0) return [];
  const { discountGroups: g, discountRegions: r, discountProducts: p, regions, products } = db.tables;
  const ids = rows.map(({ id }) => id);
  const groups = await namedGroups(db, g, g.discountId, ids);
  const ofRegions = groupedBy(
    await db
      .select({ discountId: r.discountId, id: regions.id, name: regions.name })
      .from(r)
      .innerJoin(regions, eq(regions.id, r.regionId))
      .where(inArray(r.discountId, ids))
      .orderBy(asc(regions.nameKey)),
    discountIdOf,
  );
  const ofProducts = groupedBy(
    await db
      .select({ discountId: p.discountId, part: p.part, id: products.id, name: products.title })
      .from(p)
      .innerJoin(products, eq(products.id, p.productId))
      .where(inArray(p.discountId, ids))
      .orderBy(asc(products.titleKey), asc(products.id)),
    discountIdOf,
  );
  const waiting = await waitingUses(db, ids);
  return rows.map(({ audienceKind, uses, ...discount }) => {
    const productsOf = (part: "in" | "not_in") =>
      (ofProducts.get(discount.id) ?? []).flatMap((row) => (row.part === part ? [{ id: row.id, name: row.name }] : []));
    return {
      ...withMinimum(discount),
      uses: uses + (waiting.get(discount.id) ?? 0),
      audience: namedAudience(audienceKind, groups.get(discount.id) ?? []),
      regions: (ofRegions.get(discount.id) ?? []).map(({ id, name }) => ({ id, name })),
      productsIn: productsOf("in"),
      productsNotIn: productsOf("not_in"),
    };
  });
};

/** Throws `discount.not_found`. */
export const getDiscount = async (db: Reader, id: string): Promise<StoredDiscount> => {
  const { discounts: t } = db.tables;
  const rows = await db.select(discountColumns(db)).from(t).where(eq(t.id, id)).limit(1);
  const [discount] = await withNames(db, rows);
  if (discount === undefined) throw new DomainError("discount.not_found");
  return discount;
};

/** The discount that bears the code and is not archived. */
export const findLiveCode = async (db: Reader, code: string): Promise<{ id: string } | null> => {
  const { discounts: t } = db.tables;
  const [found] = await db
    .select({ id: t.id })
    .from(t)
    .where(and(eq(t.code, code), ne(t.status, "archived")))
    .limit(1);
  return found ?? null;
};

/** A discount to be written, with what it names by ids. */
export type DiscountToWrite = Omit<StoredDiscount, "audience" | "regions" | "productsIn" | "productsNotIn"> & {
  audience: Audience;
  regionIds: readonly string[];
  productsIn: readonly string[];
  productsNotIn: readonly string[];
};

// `uses` and `used` are written by orders alone.
const valuesOf = (discount: DiscountToWrite) => {
  const {
    audience,
    regionIds: _r,
    productsIn: _i,
    productsNotIn: _n,
    minimum,
    uses: _uses,
    used: _used,
    ...values
  } = discount;
  return {
    ...values,
    audienceKind: audience.kind,
    minimum: minimum?.amount ?? null,
    minimumCurrency: minimum?.currency ?? null,
    nameKey: foldText(values.name),
  };
};

const insertNamed = async (
  tx: Tx,
  { id: discountId, audience, regionIds, productsIn, productsNotIn }: DiscountToWrite,
  groupNames: ReadonlyMap<string, string>,
): Promise<void> => {
  const { discountGroups, discountRegions, discountProducts } = tx.tables;
  const groups = audienceRows(audience, groupNames).map((row) => ({ ...row, discountId }));
  const regions = regionIds.map((regionId) => ({ discountId, regionId }));
  const products = [
    ...productsIn.map((productId) => ({ discountId, productId, part: "in" as const })),
    ...productsNotIn.map((productId) => ({ discountId, productId, part: "not_in" as const })),
  ];
  if (groups.length > 0) await tx.insert(discountGroups).values(groups);
  if (regions.length > 0) await tx.insert(discountRegions).values(regions);
  if (products.length > 0) await tx.insert(discountProducts).values(products);
};

/** `groupNames` are those of the audience's groups, which exist. */
export const insertDiscount = async (
  tx: Tx,
  discount: DiscountToWrite,
  groupNames: ReadonlyMap<string, string>,
): Promise<void> => {
  const { uses, used } = discount;
  await tx.insert(tx.tables.discounts).values({ ...valuesOf(discount), uses, used });
  await insertNamed(tx, discount, groupNames);
};

/**
 * Writes the version that was seen; else throws `discount.changed_meanwhile` with the present one. Without names of groups
 * what it names stays as it is.
 */
export const saveDiscount = async (
  tx: Tx,
  discount: DiscountToWrite,
  seenVersion: number,
  groupNames: ReadonlyMap<string, string> | null,
): Promise<void> => {
  const { discounts: t, discountGroups, discountRegions, discountProducts } = tx.tables;
  const { id, ...values } = valuesOf(discount);
  const saved = await tx
    .update(t)
    .set(values)
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(saved, "discount.changed_meanwhile", () => getDiscount(tx, id));
  if (groupNames === null) return;
  await tx.delete(discountGroups).where(eq(discountGroups.discountId, id));
  await tx.delete(discountRegions).where(eq(discountRegions.discountId, id));
  await tx.delete(discountProducts).where(eq(discountProducts.discountId, id));
  await insertNamed(tx, discount, groupNames);
};

/** Deletes the version that was seen. */
export const deleteDiscount = async (tx: Tx, id: string, seenVersion: number): Promise<void> => {
  const { discounts: t } = tx.tables;
  const deleted = await tx
    .delete(t)
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(deleted, "discount.changed_meanwhile", () => getDiscount(tx, id));
};
