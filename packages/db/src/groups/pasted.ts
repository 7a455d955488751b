import type { Customer } from "@clientele/domain/customers/customer";
import { inArray } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import { customerColumns } from "../customers/customers.ts";
import type { Reader } from "../database.ts";

/** The customers of these canonical addresses, by address. */
export const customersByEmail = async (db: Reader, emails: readonly string[]): Promise<Map<string, Customer>> => {
  const { customers } = db.tables;
  const found = new Map<string, Customer>();
  for (const some of chunked(emails)) {
    const rows = await db.select(customerColumns(db.tables)).from(customers).where(inArray(customers.email, some));
    for (const customer of rows) if (customer.email !== null) found.set(customer.email, customer);
  }
  return found;
};
