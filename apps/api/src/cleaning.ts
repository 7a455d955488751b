import type { Database } from "@clientele/db";
import { removeOldCarts } from "@clientele/db/carts/carts";
import { removeEndedHolds } from "@clientele/db/customers/emailHolds";
import { removeKeyedCalls } from "@clientele/db/idempotency";
import { removeOldMails } from "@clientele/db/mail/outbox";
import { removeOldImports } from "@clientele/db/pricing/imports";
import { removeEndedSessions } from "@clientele/db/sessions/sessions";
import { removeEndedTokens } from "@clientele/db/sessions/tokens";
import { removeEndedThrottles } from "@clientele/db/throttle/throttle";
import { days, later } from "@clientele/domain/time";
import { cartKept } from "./http/cartCookie.ts";

/** Ended tokens are kept a while, so that their links can say what became of them. */
const tokensKept = days(30);
const mailsKept = days(30);
/** Longer than anyone repeats a call (R4). */
const keysKept = days(2);
/** As long an import into a price list can be taken back. */
const importsKept = days(2);

/** Takes away what has ended and serves nobody any more; each kind in a transaction of its own, so that none is long. */
export const clean = async (db: Database, now: Date): Promise<void> => {
  await db.transaction((tx) => removeEndedSessions(tx, "shop", now));
  await db.transaction((tx) => removeEndedSessions(tx, "staff", now));
  await db.transaction((tx) => removeEndedTokens(tx, later(now, -tokensKept)));
  await db.transaction((tx) => removeEndedThrottles(tx, now));
  await db.transaction((tx) => removeEndedHolds(tx, now));
  await db.transaction((tx) => removeKeyedCalls(tx, later(now, -keysKept)));
  await db.transaction((tx) => removeOldMails(tx, later(now, -mailsKept)));
  await db.transaction((tx) => removeOldImports(tx, later(now, -importsKept)));
  // An ordered cart still names the caller of a retry, as long as the retry's key is kept.
  const carts = { untouchedSince: later(now, -cartKept), endedBefore: later(now, -keysKept) };
  await db.transaction((tx) => removeOldCarts(tx, carts));
};
