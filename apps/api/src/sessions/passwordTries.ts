import type { Tx } from "@clientele/db";
import { findCredentials } from "@clientele/db/sessions/passwords";
import { DomainError } from "@clientele/domain/errors";
import type { CustomerContext, ShopContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { clearThrottle, throttle, throttleAddress } from "../throttle/throttle.ts";

const accountKey = (email: string): string => `shop ${email}`;

/** Counts one password try before it is checked, known address or not (RAT-1). */
export const countPasswordTry = async (ctx: ShopContext, email: string): Promise<void> => {
  // The address comes first: one that tries too often must not use up what all callers share, nor close an account.
  await throttleAddress(ctx, "passwordPerAddress");
  await throttle(ctx, "passwordGlobal", "shop");
  await throttle(ctx, "passwordPerAccount", accountKey(email));
};

/** Forgets the account's tries; those of the network address stay counted. */
export const forgetPasswordTries = (ctx: ShopContext, email: string): Promise<void> =>
  clearThrottle(ctx, "passwordPerAccount", accountKey(email));

/** What was proven, to be asked again in the transaction that relies on it. */
export interface PasswordProof {
  customerId: string;
  email: string;
  hash: string;
  field: PasswordField;
}

type PasswordField = "password" | "currentPassword";

/**
 * Checks the signed-in customer's own password under the same counters as a sign-in, or another door would be open to
 * guesses (PWD-4). `field` is where the form shows that it was wrong.
 */
export const proveOwnPassword = async (
  ctx: CustomerContext,
  password: string,
  field: PasswordField,
): Promise<PasswordProof> => {
  const own = await findCredentials(ctx.db, ctx.actor.customerId);
  if (own === null || own.status !== "active" || own.email === null) throw new DomainError("account.not_signed_in");
  await countPasswordTry(ctx, own.email);
  const right = await ctx.passwords.verify(password, own.hash);
  if (right && own.hash !== null) return { customerId: own.customerId, email: own.email, hash: own.hash, field };
  await ctx.db.transaction((tx) =>
    recordEvent(tx, ctx, {
      type: "customer.sign_in_failed",
      customerId: own.customerId,
      // Not in the timeline: guesses must not push everything else out of sight. Audit log and security page have it.
      customerIds: [],
      data: { during: field === "password" ? "password_proof" : "password_change" },
    }),
  );
  throw wrongPassword(field);
};

const wrongPassword = (field: PasswordField): DomainError =>
  new DomainError("account.password_wrong", {}, { [field]: { code: "account.password_wrong", params: {} } });

/** Throws unless the account is active and the proven password is still its password. */
export const requireProof = async (tx: Tx, { customerId, hash, field }: PasswordProof): Promise<void> => {
  const present = await findCredentials(tx, customerId);
  if (present?.status !== "active") throw new DomainError("account.not_signed_in");
  if (present.hash !== hash) throw wrongPassword(field);
};
