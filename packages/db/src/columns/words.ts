import type { Declaration } from "./personal.ts";

/** Nothing personal in the column. */
export const none: Declaration = { personal: "none" };
/** Emptied, or removed with its row, when the person is erased. */
export const erase: Declaration = { personal: "erase" };
/** Kept after erasure, for the reason given. */
export const keep = (reason: string): Declaration => ({ personal: { keep: reason } });
