import {
  type CountedOrder,
  type FiguresChange,
  figuresChanges,
  figuresOf,
  needsEnds,
  netOf,
  type OrderFigures,
  overallOf,
  withChange,
} from "@clientele/domain/orders/figures";
import { and, asc, eq, gt, inArray, isNull, max, min } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import { groupedBy } from "../grouped.ts";
import type { Reader, Tx } from "../database.ts";
import { findSettings } from "../settings/settings.ts";

/** What stands as the last order of who has none: the earliest instant, since nothing is sorted by a nullable column. */
const noOrderYet = new Date(0);

const figureColumns = ({ tables: { customerFigures: t } }: Reader) => ({
  customerId: t.customerId,
  currency: t.currency,
  orders: t.orders,
  gross: t.gross,
  refunded: t.refunded,
  firstAt: t.firstOrderAt,
  lastAt: t.lastOrderAt,
});

/** What the customer's orders come to, by currency. */
export const listFigures = async (db: Reader, customerId: string): Promise<OrderFigures[]> => {
  const { customerFigures: t } = db.tables;
  const rows = await db.select(figureColumns(db)).from(t).where(eq(t.customerId, customerId)).orderBy(asc(t.currency));
  return rows.map(({ customerId: _customer, ...figures }) => figures);
};

/**
 * Lets the figures follow an order in the transaction of its event: `before` is the order as it was and `after` as it is
 * by now; placing has no before. Called when the order is written already, since taking one away may have to look for the
 * first and last of those left.
 */
export const countOrder = async (tx: Tx, before: CountedOrder | null, after: CountedOrder | null): Promise<void> => {
  for (const change of figuresChanges(before, after)) await applyChange(tx, change);
};

const applyChange = async (tx: Tx, change: FiguresChange): Promise<void> => {
  const { customerId, currency } = change;
  const present = await listFigures(tx, customerId);
  const before = present.find((figures) => figures.currency === currency) ?? null;
  const left = before !== null && needsEnds(before, change) ? await endsLeft(tx, change) : undefined;
  const after = withChange(before, change, left);
  await writeFigures(tx, customerId, after);
  const others = present.filter((figures) => figures.currency !== currency);
  await writeOverall(tx, customerId, [...others, after]);
};

const countedOf = ({ tables: { orders: t } }: Reader, customerId: string) =>
  and(eq(t.customerId, customerId), isNull(t.canceledAt), isNull(t.disownedAt));

const endsLeft = async (
  tx: Tx,
  { customerId, currency }: FiguresChange,
): Promise<Pick<OrderFigures, "firstAt" | "lastAt">> => {
  const { orders: t } = tx.tables;
  const [left] = await tx
    .select({ firstAt: min(t.placedAt), lastAt: max(t.placedAt) })
    .from(t)
    .where(and(countedOf(tx, customerId), eq(t.currency, currency)));
  return left ?? { firstAt: null, lastAt: null };
};

const writeFigures = async (tx: Tx, customerId: string, figures: OrderFigures): Promise<void> => {
  const { customerFigures: t } = tx.tables;
  const { currency, orders, gross, refunded, firstAt, lastAt } = figures;
  const values = { orders, gross, refunded, net: netOf(figures), firstOrderAt: firstAt, lastOrderAt: lastAt };
  await tx
    .insert(t)
    .values({ customerId, currency, ...values })
    .onConflictDoUpdate({ target: [t.customerId, t.currency], set: values });
};

/** What the list of customers sorts and filters by; no edit of the customer, so its version stays. */
interface Overall {
  orderCount: number;
  lastOrderAt: Date;
  netSpent: number;
}

const overallIn = (figures: readonly OrderFigures[], storeCurrency: string | undefined): Overall => {
  const { orders, lastAt } = overallOf(figures);
  const own = figures.find(({ currency }) => currency === storeCurrency);
  return { orderCount: orders, lastOrderAt: lastAt ?? noOrderYet, netSpent: own === undefined ? 0 : netOf(own) };
};

const writeOverall = async (tx: Tx, customerId: string, figures: readonly OrderFigures[]): Promise<void> => {
  const { customers: t } = tx.tables;
  const settings = await findSettings(tx);
  await tx.update(t).set(overallIn(figures, settings?.currency)).where(eq(t.id, customerId));
};

/** Where stored figures say something else than the orders they are about. */
export interface FiguresDifference {
  customerId: string;
  /** Null for what the list of customers shows of all currencies. */
  currency: string | null;
  stored: Record<string, number | string | null>;
  counted: Record<string, number | string | null>;
}

export interface FiguresChecked {
  /** The last customer that was looked at; null when there are no more. */
  next: string | null;
  customers: number;
  differences: FiguresDifference[];
}

type Compared = Omit<FiguresDifference, "customerId" | "currency">;

const plain = (values: object): Compared["stored"] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );

const different = (stored: object | undefined, counted: object | undefined): Compared | null => {
  const both = { stored: plain(stored ?? {}), counted: plain(counted ?? {}) };
  const names = Object.keys({ ...both.stored, ...both.counted });
  return names.every((name) => both.stored[name] === both.counted[name]) ? null : both;
};

/** All orders that may count for some customers, as the figures see them. */
const ordersOf = async (db: Reader, customerIds: readonly string[]): Promise<Map<string, CountedOrder[]>> => {
  const { orders: t } = db.tables;
  const found = new Map<string, CountedOrder[]>();
  for (const some of chunked(customerIds)) {
    const rows = await db
      .select({
        customerId: t.customerId,
        currency: t.currency,
        total: t.total,
        refunded: t.refunded,
        placedAt: t.placedAt,
        canceledAt: t.canceledAt,
        disownedAt: t.disownedAt,
      })
      .from(t)
      .where(inArray(t.customerId, some));
    for (const [customerId, own] of groupedBy(rows, (row) => row.customerId)) found.set(customerId, own);
  }
  return found;
};

const storedFigures = async (db: Reader, customerIds: readonly string[]): Promise<Map<string, OrderFigures[]>> => {
  const { customerFigures: t } = db.tables;
  const found = new Map<string, OrderFigures[]>();
  for (const some of chunked(customerIds)) {
    const rows = await db.select(figureColumns(db)).from(t).where(inArray(t.customerId, some));
    for (const { customerId, ...figures } of rows) {
      found.set(customerId, [...(found.get(customerId) ?? []), figures]);
    }
  }
  return found;
};

/** A currency whose orders were all canceled stands at zero, which is the same as not standing there at all. */
const spoken = (figures: readonly OrderFigures[]): OrderFigures[] => figures.filter(({ orders }) => orders !== 0);

const differencesOf = (
  customer: { id: string } & Overall,
  stored: readonly OrderFigures[],
  counted: readonly OrderFigures[],
  storeCurrency: string | undefined,
): FiguresDifference[] => {
  const { id: customerId, ...overall } = customer;
  const currencies = [...new Set([...stored, ...counted].map(({ currency }) => currency))];
  const byCurrency = (list: readonly OrderFigures[], wanted: string) =>
    list.find(({ currency }) => currency === wanted);
  const zero = (currency: string): OrderFigures => ({
    currency,
    orders: 0,
    gross: 0,
    refunded: 0,
    firstAt: null,
    lastAt: null,
  });
  const found = currencies.map((currency) => {
    const both = different(
      byCurrency(stored, currency) ?? zero(currency),
      byCurrency(counted, currency) ?? zero(currency),
    );
    return both === null ? [] : [{ customerId, currency, ...both }];
  });
  const whole = different(overall, overallIn(counted, storeCurrency));
  return [...found.flat(), ...(whole === null ? [] : [{ customerId, currency: null, ...whole }])];
};

/**
 * Counts the orders of the next customers after `after` anew and tells where the stored figures say something else; with
 * `correct` those are written as they were counted.
 */
export const rebuildFigures = async (
  tx: Tx,
  { after, most, correct }: { after: string | null; most: number; correct: boolean },
): Promise<FiguresChecked> => {
  const { customers: t } = tx.tables;
  const settings = await findSettings(tx);
  const customers = await tx
    .select({ id: t.id, orderCount: t.orderCount, lastOrderAt: t.lastOrderAt, netSpent: t.netSpent })
    .from(t)
    .where(after === null ? undefined : gt(t.id, after))
    .orderBy(asc(t.id))
    .limit(most);
  const ids = customers.map(({ id }) => id);
  const orders = await ordersOf(tx, ids);
  const stored = await storedFigures(tx, ids);
  const differences = customers.flatMap((customer) =>
    differencesOf(
      customer,
      stored.get(customer.id) ?? [],
      figuresOf(orders.get(customer.id) ?? []),
      settings?.currency,
    ),
  );
  if (correct) {
    for (const id of new Set(differences.map(({ customerId }) => customerId))) {
      await replaceFigures(tx, id, figuresOf(orders.get(id) ?? []));
    }
  }
  return { next: customers.length < most ? null : (ids.at(-1) ?? null), customers: ids.length, differences };
};

const replaceFigures = async (tx: Tx, customerId: string, figures: readonly OrderFigures[]): Promise<void> => {
  const { customerFigures: t } = tx.tables;
  await tx.delete(t).where(eq(t.customerId, customerId));
  for (const one of spoken(figures)) await writeFigures(tx, customerId, one);
  await writeOverall(tx, customerId, figures);
};

/** Counts one customer's figures anew, when orders came from another row. */
export const recountCustomer = async (tx: Tx, customerId: string): Promise<void> => {
  const orders = await ordersOf(tx, [customerId]);
  await replaceFigures(tx, customerId, figuresOf(orders.get(customerId) ?? []));
};
