import type { Reader } from "@clientele/db";
import { getCustomer } from "@clientele/db/customers/customers";
import type { Customer } from "@clientele/domain/customers/customer";
import { DomainError } from "@clientele/domain/errors";

/** The customer staff want to act on; of an erased one only the row is left, and nothing is written to it any more. */
export const getExistingCustomer = async (db: Reader, id: string): Promise<Customer> => {
  const customer = await getCustomer(db, id);
  if (customer.status === "erased") throw new DomainError("customer.erased");
  return customer;
};

/** The same, as its editor saw it. */
export const getSeenCustomer = async (
  db: Reader,
  { id, version }: { id: string; version: number },
): Promise<Customer> => {
  const customer = await getExistingCustomer(db, id);
  if (customer.version !== version) throw new DomainError("customer.changed_meanwhile", { version: customer.version });
  return customer;
};
