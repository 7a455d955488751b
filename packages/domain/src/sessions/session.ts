import { z } from "zod";
import { pageInput } from "../page.ts";
import { days, hours, minutes } from "../time.ts";

/** How long a session lasts without use and at most, in milliseconds (SES-4, `security` 5.4). */
export const sessionLimits = {
  shop: { idle: days(14), absolute: days(90) },
  shopUnremembered: { idle: hours(24), absolute: hours(24) },
  staff: { idle: minutes(30), absolute: hours(12) },
} as const;
/** How long a password proof holds (SES-9). */
export const proofLasts = minutes(10);

export const SessionHandle = z.strictObject({ handle: z.string().regex(/^[A-Za-z0-9_-]{16}$/) });

/** A live session as its owner sees it; the handle is no credential. */
export const SessionInList = z.object({
  handle: z.string(),
  current: z.boolean(),
  /** "Chrome on Windows"; null when the browser did not say. */
  device: z.string().nullable(),
  /** The network the session was opened from, its last part left out. */
  place: z.string().nullable(),
  createdAt: z.date(),
  lastUsedAt: z.date(),
  expiresAt: z.date(),
});
export type SessionInList = z.infer<typeof SessionInList>;
export const SessionList = z.array(SessionInList);
export const SessionsEnded = z.object({ ended: z.int() });

/** A security event of the own account. */
export const SecurityEvent = z.object({
  id: z.string(),
  type: z.string(),
  at: z.date(),
  device: z.string().nullable(),
  place: z.string().nullable(),
});
export type SecurityEvent = z.infer<typeof SecurityEvent>;
export const ListSecurityEvents = z.strictObject(pageInput);
export type ListSecurityEvents = z.output<typeof ListSecurityEvents>;
