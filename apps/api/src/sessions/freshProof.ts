import { proofLasts } from "@clientele/domain/sessions/session";
import { later } from "@clientele/domain/time";
import type { LiveSession } from "./sessionService.ts";

/** Until when sensitive actions need no new password proof. */
export const provenUntil = (session: LiveSession): Date => later(session.authenticatedAt, proofLasts);

/** Whether the password was proven within ten minutes; a proof from the future is none. */
export const isFresh = (session: LiveSession, now: Date): boolean =>
  session.authenticatedAt.getTime() <= now.getTime() && now.getTime() < provenUntil(session).getTime();
