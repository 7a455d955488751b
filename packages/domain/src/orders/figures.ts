import { roundHalfEven, sumOf } from "../money.ts";

/** What an order counts with in its customer's figures. */
export interface CountedOrder {
  customerId: string;
  currency: string;
  total: number;
  refunded: number;
  placedAt: Date;
  canceledAt: Date | null;
  /** Set by "not mine": such an order is out of the figures (`domain` 1). */
  disownedAt: Date | null;
}

/** What is stored by customer and currency; without orders there is no first and last. */
export interface OrderFigures {
  currency: string;
  orders: number;
  /** Totals of the orders that count, paid or not. */
  gross: number;
  refunded: number;
  firstAt: Date | null;
  lastAt: Date | null;
}

/** What one event adds to or takes from the figures of one customer in one currency. */
export interface FiguresChange {
  customerId: string;
  currency: string;
  orders: number;
  gross: number;
  refunded: number;
  placedAt: Date;
}

/**
 * An order counts from its placing until it is canceled or disowned. With a canceled one its refunds leave the figures
 * too: net is gross less refunds, so they can only be told of orders whose total stands in gross.
 */
const counts = (order: Pick<CountedOrder, "canceledAt" | "disownedAt">): boolean =>
  order.canceledAt === null && order.disownedAt === null;

const noFigures = (currency: string): OrderFigures => ({
  currency,
  orders: 0,
  gross: 0,
  refunded: 0,
  firstAt: null,
  lastAt: null,
});

/** The ends of a set of instants. */
function endsOf(instants: readonly (Date | null)[]): Pick<OrderFigures, "firstAt" | "lastAt"> {
  const sorted = instants.filter((at) => at !== null).toSorted((one, other) => one.getTime() - other.getTime());
  return { firstAt: sorted[0] ?? null, lastAt: sorted.at(-1) ?? null };
}

/** The figures of one customer from all their orders, one for each currency, in the order of the currencies. */
export function figuresOf(orders: readonly CountedOrder[]): OrderFigures[] {
  const counted = orders.filter(counts);
  const currencies = [...new Set(counted.map(({ currency }) => currency))].toSorted();
  return currencies.map((currency) => {
    const own = counted.filter((order) => order.currency === currency);
    return {
      currency,
      orders: own.length,
      gross: sumOf(own.map(({ total }) => total)),
      refunded: sumOf(own.map(({ refunded }) => refunded)),
      ...endsOf(own.map(({ placedAt }) => placedAt)),
    };
  });
}

const shareOf = ({ customerId, currency, total, refunded, placedAt }: CountedOrder, sign: 1 | -1): FiguresChange => ({
  customerId,
  currency,
  orders: sign,
  // From zero, since a product with minus one would make minus zero of nothing.
  gross: sign > 0 ? total : 0 - total,
  refunded: sign > 0 ? refunded : 0 - refunded,
  placedAt,
});

/**
 * What an event changes, told by the order before and after it: placing has nothing before, and canceling, refunding,
 * disowning and moving to another customer have both. An event that leaves the figures alone gives no change, and a move gives one
 * for each customer.
 */
export function figuresChanges(before: CountedOrder | null, after: CountedOrder | null): FiguresChange[] {
  const was = before !== null && counts(before) ? shareOf(before, -1) : null;
  const is = after !== null && counts(after) ? shareOf(after, 1) : null;
  if (was === null || is === null) return [was ?? is].filter((change) => change !== null);
  if (was.customerId !== is.customerId || was.currency !== is.currency) return [was, is];
  const change = { ...is, orders: 0, gross: is.gross + was.gross, refunded: is.refunded + was.refunded };
  return change.gross === 0 && change.refunded === 0 ? [] : [change];
}

/** Whether the change takes away the first or last order, so that the new ends must be read from the orders left. */
export const needsEnds = ({ firstAt, lastAt }: OrderFigures, { orders, placedAt }: FiguresChange): boolean =>
  orders < 0 && [firstAt, lastAt].some((end) => end !== null && end.getTime() === placedAt.getTime());

/**
 * The figures after a change. Sums come out the same in whatever order changes are made; first and last order do while
 * orders are only added. `left` are the ends of the orders that still count, and must be given when `needsEnds` says so.
 */
export function withChange(
  figures: OrderFigures | null,
  change: FiguresChange,
  left: Pick<OrderFigures, "firstAt" | "lastAt"> = { firstAt: null, lastAt: null },
): OrderFigures {
  const before = figures ?? noFigures(change.currency);
  const { orders, placedAt } = change;
  const kept = { firstAt: before.firstAt, lastAt: before.lastAt };
  const ends = orders > 0 ? endsOf([before.firstAt, before.lastAt, placedAt]) : needsEnds(before, change) ? left : kept;
  return {
    currency: before.currency,
    orders: before.orders + orders,
    gross: before.gross + change.gross,
    refunded: before.refunded + change.refunded,
    ...ends,
  };
}

/** What is left of the gross after refunds. */
export const netOf = ({ gross, refunded }: Pick<OrderFigures, "gross" | "refunded">): number => gross - refunded;
/** Gross by orders, rounded half to even; zero without orders. */
export const averageOf = ({ gross, orders }: Pick<OrderFigures, "gross" | "orders">): number =>
  orders === 0 ? 0 : roundHalfEven(gross, orders);

/** The figures that exist over all currencies: how many orders, and the last of them. */
export const overallOf = (figures: readonly OrderFigures[]): { orders: number; lastAt: Date | null } => ({
  orders: sumOf(figures.map(({ orders }) => orders)),
  lastAt: endsOf(figures.map(({ lastAt }) => lastAt)).lastAt,
});
