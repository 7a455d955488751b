import type { Tx } from "@clientele/db";
import {
  type Credentials,
  findCredentials,
  findCredentialsByEmail,
  upgradeHash,
} from "@clientele/db/sessions/passwords";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { SignIn } from "@clientele/domain/sessions/account";
import { mergeCarts } from "../carts/merge.ts";
import { racedCartRules } from "../carts/ownCart.ts";
import type { ShopContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { againAfterRace } from "../raced.ts";
import { openSession } from "./openSession.ts";
import { countPasswordTry, forgetPasswordTries } from "./passwordTries.ts";
import { shopSessions } from "./sessionService.ts";

/**
 * Signs a shopper in. Unknown addresses, guests, closed accounts and wrong passwords get the same answer after the same
 * work: one look, one comparison, one event (ENU-1, ENU-2).
 */
export const signIn = async (ctx: ShopContext, { email, password, remember }: SignIn): Promise<Done> => {
  await countPasswordTry(ctx, email);
  const known = await findCredentialsByEmail(ctx.db, email);
  const hash = known?.status === "active" ? known.hash : null;
  const right = await ctx.passwords.verify(password, hash);
  const stronger =
    right && hash !== null && ctx.passwords.needsUpgrade(hash) ? await ctx.passwords.hash(password) : null;
  const opened = await againAfterRace(racedCartRules, () =>
    ctx.db.transaction(async (tx) => {
      if (!right || known === null || !(await isStill(tx, known))) {
        await recordFailure(tx, ctx, known);
        return null;
      }
      if (stronger !== null) await upgradeHash(tx, known.customerId, stronger);
      await recordEvent(tx, ctx, {
        type: "customer.signed_in",
        customerId: known.customerId,
        actor: { realm: "shop", id: known.customerId },
      });
      await mergeCarts(tx, ctx, known.customerId);
      return openSession(tx, ctx, known.customerId, remember);
    }),
  );
  if (opened === null) throw new DomainError("account.sign_in_failed");
  await forgetPasswordTries(ctx, email);
  ctx.cookie.set(opened.token, opened.session);
  if (ctx.cart.present !== null) ctx.cart.clear();
  return done;
};

/** Whether account, address and password are still those that were compared; each may have changed while hashing. */
const isStill = async (tx: Tx, compared: Credentials): Promise<boolean> => {
  const present = await findCredentials(tx, compared.customerId);
  return present?.status === "active" && present.hash === compared.hash && present.email === compared.email;
};

// The same row whoever it was: the audit log and the owner's security page have it, the timeline does not.
const recordFailure = (tx: Tx, ctx: ShopContext, known: Credentials | null): Promise<string> =>
  recordEvent(tx, ctx, {
    type: "customer.sign_in_failed",
    customerId: known?.customerId,
    customerIds: [],
    actor: { realm: "shop", id: null },
    data: { during: "sign_in" },
  });

/** Ends the session on the server and takes the cookie away; without a session there is only the cookie to take. */
export const signOut = async (ctx: ShopContext): Promise<Done> => {
  const { session } = ctx;
  if (session !== null) {
    await ctx.db.transaction(async (tx) => {
      if (!(await shopSessions.revoke(tx, session.handle))) return;
      await recordEvent(tx, ctx, {
        type: "customer.signed_out",
        customerId: session.ownerId,
        actor: { realm: "shop", id: session.ownerId },
      });
    });
  }
  ctx.cookie.clear();
  return done;
};
