import { type Address, addressKey } from "@clientele/domain/customers/address";
import { DomainError } from "@clientele/domain/errors";
import { and, desc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

const addressColumns = ({ tables: { addresses: t } }: Reader) => ({
  id: t.id,
  label: t.label,
  firstName: t.firstName,
  lastName: t.lastName,
  company: t.company,
  line1: t.line1,
  line2: t.line2,
  city: t.city,
  province: t.province,
  postalCode: t.postalCode,
  countryCode: t.countryCode,
  phone: t.phone,
  isDefaultShipping: t.isDefaultShipping,
  isDefaultBilling: t.isDefaultBilling,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
});

/** The customer's address book, newest first. */
export const listAddresses = (db: Reader, customerId: string): Promise<Address[]> => {
  const { addresses: t } = db.tables;
  return db
    .select(addressColumns(db))
    .from(t)
    .where(eq(t.customerId, customerId))
    .orderBy(desc(t.createdAt), desc(t.id));
};

/** The customer's address of this id; another customer's is not there (AUZ-4). */
export const getAddress = async (db: Reader, customerId: string, id: string): Promise<Address> => {
  const { addresses: t } = db.tables;
  const [address] = await db
    .select(addressColumns(db))
    .from(t)
    .where(and(eq(t.id, id), eq(t.customerId, customerId)));
  if (address === undefined) throw new DomainError("address.not_found");
  return address;
};

export const insertAddress = async (tx: Tx, customerId: string, address: Address): Promise<void> => {
  await tx.insert(tx.tables.addresses).values({ ...address, customerId, sameKey: addressKey(address) });
};

/** Writes the address over the version its editor saw; it brings its new version. Defaults are moved on their own. */
export const saveAddress = async (tx: Tx, customerId: string, address: Address, seenVersion: number): Promise<void> => {
  const { addresses: t } = tx.tables;
  const { id, isDefaultShipping: _shipping, isDefaultBilling: _billing, ...parts } = address;
  const saved = await tx
    .update(t)
    .set({ ...parts, sameKey: addressKey(address) })
    .where(and(asSeen(t, id, seenVersion), eq(t.customerId, customerId)))
    .returning({ id: t.id });
  await requireSeen(saved, "address.changed_meanwhile", () => getAddress(tx, customerId, id));
};

type Defaults = Pick<Address, "id" | "isDefaultShipping" | "isDefaultBilling">;

/**
 * Writes moved defaults. Those that lose one come first: at no moment has a customer two, which the unique indexes would
 * refuse. A moved default leaves the address's own version as it was.
 */
export const saveDefaults = async (tx: Tx, customerId: string, moved: readonly Defaults[]): Promise<void> => {
  const { addresses: t } = tx.tables;
  const write = async (id: string, defaults: Partial<Omit<Defaults, "id">>): Promise<void> => {
    await tx
      .update(t)
      .set(defaults)
      .where(and(eq(t.id, id), eq(t.customerId, customerId)));
  };
  for (const { id, isDefaultShipping, isDefaultBilling } of moved) {
    if (isDefaultShipping && isDefaultBilling) continue;
    await write(id, {
      ...(isDefaultShipping ? {} : { isDefaultShipping }),
      ...(isDefaultBilling ? {} : { isDefaultBilling }),
    });
  }
  for (const { id, isDefaultShipping, isDefaultBilling } of moved) {
    if (isDefaultShipping || isDefaultBilling) await write(id, { isDefaultShipping, isDefaultBilling });
  }
};

export const removeAddress = async (tx: Tx, customerId: string, id: string): Promise<void> => {
  const { addresses: t } = tx.tables;
  await tx.delete(t).where(and(eq(t.id, id), eq(t.customerId, customerId)));
};
