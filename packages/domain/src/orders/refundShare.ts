import { allocate, sumOf } from "../money.ts";

/**
 * What was paid for some pieces of a line, after others of it were given back: the line's stored sum is split over its
 * pieces in a fixed order, so any sequence of parts adds up to the line to the cent (`domain` 8). The sum is the line's
 * total, or its tax to tell how much of the refund is tax.
 */
export function refundShare(paid: number, quantity: number, alreadyReturned: number, pieces: number): number {
  const shares = allocate(
    paid,
    Array.from({ length: quantity }, () => 1),
  );
  return sumOf(shares.slice(alreadyReturned, alreadyReturned + pieces));
}
