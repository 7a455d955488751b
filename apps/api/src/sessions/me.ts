import { findCustomer } from "@clientele/db/customers/customers";
import { findPendingEmail } from "@clientele/db/sessions/emailChanges";
import type { Me } from "@clientele/domain/sessions/account";
import type { ShopContext } from "../context.ts";
import { isFresh, provenUntil } from "./freshProof.ts";

/** Who is signed in at this browser, or null. */
export const me = async (ctx: ShopContext): Promise<Me> => {
  if (ctx.session === null) return null;
  const customer = await findCustomer(ctx.db, ctx.session.ownerId);
  if (customer?.status !== "active" || customer.email === null) return null;
  const { id, email, firstName, lastName, locale } = customer;
  const now = ctx.now();
  return {
    id,
    email,
    firstName,
    lastName,
    locale,
    pendingEmail: await findPendingEmail(ctx.db, id, now),
    provenUntil: isFresh(ctx.session, now) ? provenUntil(ctx.session) : null,
  };
};
