import { days, hours, minutes } from "@clientele/domain/time";

export interface Limit {
  /** How many tries a window takes. */
  most: number;
  /** How long a window lasts from its first try, in milliseconds; never longer than what may lock a person out. */
  window: number;
}

/**
 * How often something may be tried (RAT). An account's password tries are forgotten after a success. What all callers
 * share is far above an honest day and only holds off a spread attack.
 */
export const limits = {
  passwordPerAccount: { most: 10, window: minutes(15) },
  passwordPerAddress: { most: 50, window: minutes(15) },
  passwordGlobal: { most: 30_000, window: minutes(15) },
  mailPerRecipientHour: { most: 3, window: hours(1) },
  mailPerRecipientDay: { most: 10, window: days(1) },
  mailPerAddress: { most: 20, window: hours(1) },
  tokenPerAddress: { most: 20, window: minutes(15) },
  orderPerNumber: { most: 10, window: minutes(15) },
  orderPerEmail: { most: 10, window: minutes(15) },
  orderGlobal: { most: 5_000, window: minutes(15) },
  codePerAddress: { most: 30, window: minutes(15) },
  // An order mails to whatever address was typed; each also takes goods, so an honest crowd is never near these.
  guestOrderPerRecipient: { most: 50, window: hours(1) },
  guestOrderPerAddress: { most: 600, window: hours(1) },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
export type Limits = Readonly<Record<LimitName, Limit>>;
