import type { Tx } from "@clientele/db";
import { findOrInsertGuest } from "@clientele/db/customers/guests";
import type { Customer } from "@clientele/domain/customers/customer";
import type { Services } from "../context.ts";

/**
 * The row a guest's order counts for: the one that has the e-mail, whoever it is, else a new guest's. Nothing of a row that
 * was there is changed, and nothing of it may reach the browser (GST-5).
 */
export const guestOf = (tx: Tx, ctx: Pick<Services, "now" | "newId">, email: string): Promise<Customer> => {
  const now = ctx.now();
  return findOrInsertGuest(tx, {
    id: ctx.newId("customer"),
    email,
    status: "guest",
    firstName: "",
    lastName: "",
    phone: null,
    companyName: null,
    taxId: null,
    locale: null,
    metadata: {},
    createdBy: "checkout",
    createdAt: now,
    updatedAt: now,
    version: 1,
  });
};
