import type { ShippingOption } from "@clientele/domain/catalogue/region";
import { DomainError } from "@clientele/domain/errors";
import { asc, eq, type SQL } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

/** Options with the currency of their region, the earliest created first. */
const optionsWhere = async (db: Reader, wanted: SQL): Promise<ShippingOption[]> => {
  const { shippingOptions: t, regions } = db.tables;
  const rows = await db
    .select({
      id: t.id,
      regionId: t.regionId,
      name: t.name,
      description: t.description,
      amount: t.amount,
      currency: regions.currency,
      createdAt: t.createdAt,
      updatedAt: t.updatedAt,
      version: t.version,
    })
    .from(t)
    .innerJoin(regions, eq(regions.id, t.regionId))
    .where(wanted)
    .orderBy(asc(t.createdAt), asc(t.id));
  return rows.map(({ amount, currency, ...row }) => ({ ...row, price: { amount, currency } }));
};

/** The ways goods are sent in a region, the earliest created first. */
export const listShippingOptions = (db: Reader, regionId: string): Promise<ShippingOption[]> =>
  optionsWhere(db, eq(db.tables.shippingOptions.regionId, regionId));

export const findShippingOption = async (db: Reader, id: string): Promise<ShippingOption | null> => {
  const [option] = await optionsWhere(db, eq(db.tables.shippingOptions.id, id));
  return option ?? null;
};

/** Throws `shipping_option.not_found`. */
export const getShippingOption = async (db: Reader, id: string): Promise<ShippingOption> => {
  const option = await findShippingOption(db, id);
  if (option === null) throw new DomainError("shipping_option.not_found");
  return option;
};

export const insertShippingOption = async (tx: Tx, { price, ...option }: ShippingOption): Promise<void> => {
  await tx.insert(tx.tables.shippingOptions).values({ ...option, amount: price.amount });
};

/** Writes the version that was seen; else throws `shipping_option.changed_meanwhile` with the present one. */
export const saveShippingOption = async (tx: Tx, option: ShippingOption, seenVersion: number): Promise<void> => {
  const { shippingOptions: t } = tx.tables;
  const { id, name, description, price, updatedAt, version } = option;
  const saved = await tx
    .update(t)
    .set({ name, description, amount: price.amount, updatedAt, version })
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(saved, "shipping_option.changed_meanwhile", () => getShippingOption(tx, id));
};

/** Deletes the version that was seen. */
export const deleteShippingOption = async (tx: Tx, id: string, seenVersion: number): Promise<void> => {
  const { shippingOptions: t } = tx.tables;
  const deleted = await tx
    .delete(t)
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(deleted, "shipping_option.changed_meanwhile", () => getShippingOption(tx, id));
};
