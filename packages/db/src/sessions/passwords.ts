import type { CustomerStatus } from "@clientele/domain/customers/customerStatus";
import { eq } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";

/** What a password check needs of a customer; `hash` is null for whoever has none. */
export interface Credentials {
  customerId: string;
  email: string | null;
  status: CustomerStatus;
  hash: string | null;
}

const credentials = (db: Reader) => {
  const { customers, customerPasswords } = db.tables;
  return db
    .select({
      customerId: customers.id,
      email: customers.email,
      status: customers.status,
      hash: customerPasswords.hash,
    })
    .from(customers)
    .leftJoin(customerPasswords, eq(customerPasswords.customerId, customers.id));
};

/** One statement, whether the address is unknown, a guest's or an account's (ENU-2). */
export const findCredentialsByEmail = async (db: Reader, email: string): Promise<Credentials | null> => {
  const [found] = await credentials(db).where(eq(db.tables.customers.email, email));
  return found ?? null;
};

export const findCredentials = async (db: Reader, customerId: string): Promise<Credentials | null> => {
  const [found] = await credentials(db).where(eq(db.tables.customers.id, customerId));
  return found ?? null;
};

/** Sets a new password. */
export const setPassword = async (tx: Tx, customerId: string, hash: string, now: Date): Promise<void> => {
  const { customerPasswords: t } = tx.tables;
  await tx
    .insert(t)
    .values({ customerId, hash, changedAt: now })
    .onConflictDoUpdate({ target: t.customerId, set: { hash, changedAt: now } });
};

/** Writes the same password anew under stronger parameters; when it was last changed stays as it is. */
export const upgradeHash = async (tx: Tx, customerId: string, hash: string): Promise<void> => {
  const { customerPasswords: t } = tx.tables;
  await tx.update(t).set({ hash }).where(eq(t.customerId, customerId));
};

/** Takes the password away: only a reset leads back in. */
export const clearPassword = async (tx: Tx, customerId: string): Promise<void> => {
  const { customerPasswords: t } = tx.tables;
  await tx.delete(t).where(eq(t.customerId, customerId));
};
