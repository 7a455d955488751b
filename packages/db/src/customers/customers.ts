import { searchWords, sortKey, type Customer } from "@clientele/domain/customers/customer";
import { DomainError } from "@clientele/domain/errors";
import { and, eq, ne } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

/** The columns a `Customer` is made of; what the store keeps beside them never leaves it. */
export const customerColumns = ({ customers }: Reader["tables"]) => ({
  id: customers.id,
  email: customers.email,
  status: customers.status,
  firstName: customers.firstName,
  lastName: customers.lastName,
  phone: customers.phone,
  companyName: customers.companyName,
  taxId: customers.taxId,
  locale: customers.locale,
  metadata: customers.metadata,
  createdBy: customers.createdBy,
  createdAt: customers.createdAt,
  updatedAt: customers.updatedAt,
  version: customers.version,
});

export const findCustomer = async (db: Reader, id: string): Promise<Customer | null> => {
  const { customers } = db.tables;
  const [row] = await db.select(customerColumns(db.tables)).from(customers).where(eq(customers.id, id));
  return row ?? null;
};

/** Throws `customer.not_found`. */
export const getCustomer = async (db: Reader, id: string): Promise<Customer> => {
  const customer = await findCustomer(db, id);
  if (customer === null) throw new DomainError("customer.not_found");
  return customer;
};

/** Expects the canonical form of the address. */
export const findCustomerByEmail = async (db: Reader, email: string): Promise<Customer | null> => {
  const { customers } = db.tables;
  const [row] = await db.select(customerColumns(db.tables)).from(customers).where(eq(customers.email, email));
  return row ?? null;
};

/** The customer a session belongs to, read in the transaction that acts for them: a closed account acts no more. */
export const getActiveCustomer = async (tx: Reader, id: string): Promise<Customer> => {
  const customer = await findCustomer(tx, id);
  if (customer?.status !== "active") throw new DomainError("account.not_signed_in");
  return customer;
};

const rowOf = (customer: Customer) => ({
  ...customer,
  nameKey: sortKey(customer),
  emailKey: customer.email ?? "",
});

export const insertCustomer = (tx: Tx, customer: Customer): Promise<void> => insertCustomers(tx, [customer]);

/** Writes new customers with the words they are found by. */
export const insertCustomers = async (tx: Tx, customers: readonly Customer[]): Promise<void> => {
  for (const some of chunked(customers, 16)) {
    await tx.insert(tx.tables.customers).values(some.map(rowOf));
    const searched = some.map((customer) => ({ customerId: customer.id, words: searchWords(customer) }));
    await tx.insert(tx.tables.customerSearch).values(searched);
  }
};

/**
 * Writes the customer over the version its editor saw, together with what it is sorted and found by. The customer brings
 * its new version, as `changedCustomer` gives it.
 */
export const saveCustomer = async (tx: Tx, customer: Customer, seenVersion: number): Promise<void> => {
  const { customers, customerSearch } = tx.tables;
  const { id, ...row } = rowOf(customer);
  const saved = await tx
    .update(customers)
    .set(row)
    .where(asSeen(customers, id, seenVersion))
    .returning({ id: customers.id });
  await requireSeen(saved, "customer.changed_meanwhile", () => getCustomer(tx, id));
  const words = searchWords(customer);
  await tx
    .update(customerSearch)
    .set({ words })
    .where(and(eq(customerSearch.customerId, id), ne(customerSearch.words, words)));
};
