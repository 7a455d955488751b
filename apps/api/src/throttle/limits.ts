import { days, hours, minutes } from "@clientele/domain/time";

export interface Limit {
  /** How many tries a window takes. */
  most: number;
  /** How long a window lasts from its first try, in milliseconds. */
  window: number;
}

/**
 * How often something may be tried (RAT; decision 17 says why). An account's password tries are forgotten after a
 * success. What all callers share is far above an honest day and only holds off a spread attack.
 */
export const limits = {
  passwordPerAccount: { most: 10, window: minutes(15) },
  passwordPerAddress: { most: 50, window: minutes(15) },
  passwordGlobal: { most: 30_000, window: minutes(15) },
  mailPerRecipientHour: { most: 3, window: hours(1) },
  mailPerRecipientDay: { most: 10, window: days(1) },
  mailPerAddress: { most: 20, window: hours(1) },
  tokenPerAddress: { most: 20, window: minutes(15) },
  orderPerNumber: { most: 5, window: hours(1) },
  orderPerEmail: { most: 5, window: hours(1) },
  orderPerAddress: { most: 30, window: hours(1) },
  orderGlobal: { most: 5_000, window: minutes(15) },
  codePerCart: { most: 20, window: minutes(15) },
  codePerAddress: { most: 30, window: minutes(15) },
  guestOrderPerRecipient: { most: 10, window: days(1) },
  guestOrderPerAddress: { most: 20, window: hours(1) },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
/** The limits that count whoever shares a network address. */
export type AddressLimit = Extract<LimitName, `${string}PerAddress`>;
export type Limits = Readonly<Record<LimitName, Limit>>;
