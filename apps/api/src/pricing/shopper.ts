import type { Reader } from "@clientele/db";
import { findShopper } from "@clientele/db/pricing/shoppers";
import { benefitGroups } from "@clientele/domain/groups/membership";
import type { LiveSession } from "../sessions/sessionService.ts";

/** Whose prices, discounts and benefits are asked for. */
export interface Shopper {
  /** Null for whoever is not signed in. */
  customerId: string | null;
  signedIn: boolean;
  /** The groups that give something now; empty for everyone but a signed-in customer whose account is active (AUZ-11). */
  groups: ReadonlySet<string>;
}

const visitor: Shopper = { customerId: null, signedIn: false, groups: new Set() };

/**
 * The shopper behind a session, and nobody else: no input names whose prices are shown. It is read anew for every answer,
 * so that leaving a group changes the next one. One statement, or none without a session.
 */
export async function shopperOf(db: Reader, session: LiveSession | null, now: Date): Promise<Shopper> {
  if (session === null) return visitor;
  const found = await findShopper(db, session.ownerId);
  if (found?.status !== "active") return visitor;
  const actor = { signedIn: true, status: found.status };
  return {
    customerId: session.ownerId,
    signedIn: true,
    groups: new Set(benefitGroups(actor, found.memberships, now)),
  };
}
