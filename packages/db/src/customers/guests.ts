import { type Customer, searchWords, sortKey } from "@clientele/domain/customers/customer";
import type { Tx } from "../database.ts";
import { findCustomerByEmail } from "./customers.ts";

/**
 * The row of the guest's e-mail, which becomes this one where nobody has it; a row that is there stays as it is. The same
 * statements run either way, so that their number tells nobody which it was (GST-5).
 */
export const findOrInsertGuest = async (tx: Tx, guest: Customer & { email: string }): Promise<Customer> => {
  const { customers, customerSearch } = tx.tables;
  await tx
    .insert(customers)
    .values({ ...guest, nameKey: sortKey(guest), emailKey: guest.email })
    .onConflictDoNothing();
  const known = await findCustomerByEmail(tx, guest.email);
  if (known === null) throw new Error("the guest's row is neither there nor could it be made");
  await tx
    .insert(customerSearch)
    .values({ customerId: known.id, words: searchWords(known) })
    .onConflictDoNothing();
  return known;
};
