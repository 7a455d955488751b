import type { discountStates, discountStatuses } from "./discount.ts";
import type { priceListStates, priceListStatuses } from "./priceList.ts";

interface Span {
  startsAt: Date | null;
  /** The first instant after it. */
  endsAt: Date | null;
}

type PriceListState = (typeof priceListStates)[number];
type DiscountState = (typeof discountStates)[number];

const placeIn = ({ startsAt, endsAt }: Span, now: Date): "coming" | "live" | "ended" => {
  if (endsAt !== null && now >= endsAt) return "ended";
  return startsAt !== null && now < startsAt ? "coming" : "live";
};

/** Where a price list stands at the instant: an active one may still come or be over. */
export const priceListState = (
  list: Span & { status: (typeof priceListStatuses)[number] },
  now: Date,
): PriceListState => (list.status === "active" ? placeIn(list, now) : list.status);

/** Where a discount stands at the instant; one whose limit is reached is used up until a use comes back. */
export function discountState(
  discount: Span & { status: (typeof discountStatuses)[number]; uses: number; usageLimit: number | null },
  now: Date,
): DiscountState {
  if (discount.status !== "active") return discount.status;
  const place = placeIn(discount, now);
  const isUsedUp = discount.usageLimit !== null && discount.uses >= discount.usageLimit;
  return place === "live" && isUsedUp ? "used_up" : place;
}

/** Whether the end does not lie after the beginning. */
export const endsBeforeStart = ({ startsAt, endsAt }: Span): boolean =>
  startsAt !== null && endsAt !== null && endsAt <= startsAt;
