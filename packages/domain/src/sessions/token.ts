import { z } from "zod";
import { days, hours, minutes } from "../time.ts";

/** What a mailed token is good for, at which door, and for how many milliseconds (TOK-1, `api`). */
export const tokenPurposes = {
  sign_up: { realm: "shop", lasts: hours(24) },
  invitation: { realm: "shop", lasts: hours(72) },
  password_reset: { realm: "shop", lasts: minutes(60) },
  email_change: { realm: "shop", lasts: hours(24) },
  email_revert: { realm: "shop", lasts: days(7) },
  /** Opens one guest order; several may live, and all die when the order is claimed. */
  order_secret: { realm: "shop", lasts: days(365) },
  staff_invitation: { realm: "staff", lasts: hours(72) },
  staff_password_reset: { realm: "staff", lasts: minutes(60) },
  /** Until used; printed anew at each start. */
  first_owner: { realm: "staff", lasts: days(36_500) },
} as const;
export type TokenPurpose = keyof typeof tokenPurposes;
export type Realm = "shop" | "staff";
const purposes = Object.keys(tokenPurposes) as [TokenPurpose, ...TokenPurpose[]];

/** What a mailed token is for; an unknown token looks like an expired one. */
export const LinkInfo = z.object({
  purpose: z.enum(purposes).nullable(),
  /** The address it was mailed to; only for a valid one. */
  email: z.string().nullable(),
  /** Whether a name is already known, so that the page can greet and need not ask. */
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  state: z.enum(["valid", "used", "expired"]),
});
export type LinkInfo = z.infer<typeof LinkInfo>;
