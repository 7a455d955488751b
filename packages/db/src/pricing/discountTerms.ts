import type { DiscountTerms, DiscountUses } from "@clientele/domain/pricing/discountFit";
import { and, asc, count, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { groupedBy } from "../grouped.ts";
import { hot } from "../hot.ts";
import { inJsonList } from "../jsonList.ts";
import { type AudienceRow, audienceShape } from "./audiences.ts";
import { instantOf, isOn } from "./span.ts";

/** What a discount says about itself, in its own table. */
export const discountTermColumns = ({ tables: { discounts: t } }: Reader) => ({
  id: t.id,
  name: t.name,
  code: t.code,
  kind: t.kind,
  appliesTo: t.appliesTo,
  basisPoints: t.basisPoints,
  amount: t.amount,
  currency: t.currency,
  audienceKind: t.audienceKind,
  minimum: t.minimum,
  minimumCurrency: t.minimumCurrency,
  startsAt: t.startsAt,
  endsAt: t.endsAt,
  status: t.status,
  usageLimit: t.usageLimit,
  perCustomerLimit: t.perCustomerLimit,
  createdAt: t.createdAt,
});

/** The least subtotal a discount asks for, in one, out of its two columns. */
export const withMinimum = <Row extends { minimum: number | null; minimumCurrency: string | null }>({
  minimum: amount,
  minimumCurrency: currency,
  ...row
}: Row) => ({ ...row, minimum: amount === null || currency === null ? null : { amount, currency } });

/** The automatic ones that hold now, and whatever bears one of the codes. */
const asked = hot("discounts_asked", (db) => {
  const { discounts: t } = db.tables;
  const live = and(isNull(t.code), eq(t.status, "active"), isOn(t, instantOf(t.startsAt, "now")));
  return db
    .select(discountTermColumns(db))
    .from(t)
    .where(or(live, inJsonList(db, t.code, sql.placeholder("codes"))))
    .orderBy(asc(t.createdAt), asc(t.id));
});

const byIds = hot("discounts_by_ids", (db) => {
  const { discounts: t } = db.tables;
  return db
    .select(discountTermColumns(db))
    .from(t)
    .where(inJsonList(db, t.id, sql.placeholder("ids")))
    .orderBy(asc(t.createdAt), asc(t.id));
});

/** What the discounts name, in one statement: groups by their part, regions, and products in or not in. */
const conditions = hot("discounts_conditions", (db) => {
  const { discountGroups: g, discountRegions: r, discountProducts: p } = db.tables;
  const ids = sql.placeholder("ids");
  const named = (part: string) => sql<string>`${sql.raw(`'${part}'`)}`.as("part");
  return db
    .select({
      discountId: g.discountId,
      part: sql<string>`${g.part}`.as("part"),
      namedId: sql<string | null>`${g.groupId}`.as("named_id"),
    })
    .from(g)
    .where(inJsonList(db, g.discountId, ids))
    .unionAll(
      db
        .select({
          discountId: r.discountId,
          part: named("region"),
          namedId: sql<string | null>`${r.regionId}`.as("named_id"),
        })
        .from(r)
        .where(inJsonList(db, r.discountId, ids)),
    )
    .unionAll(
      db
        .select({
          discountId: p.discountId,
          part: sql<string>`${p.part}`.as("part"),
          namedId: sql<string | null>`${p.productId}`.as("named_id"),
        })
        .from(p)
        .where(inJsonList(db, p.discountId, ids)),
    );
});

type Row = Awaited<ReturnType<ReturnType<typeof asked>["execute"]>>[number];

/** The terms of discount rows; one statement for what all of them name. */
const withConditions = async (db: Reader, rows: readonly Row[]): Promise<DiscountTerms[]> => {
  if (rows.length === 0) return [];
  const named = await conditions(db).execute({ ids: JSON.stringify(rows.map(({ id }) => id)) });
  const byDiscount = groupedBy(named, ({ discountId }) => discountId);
  return rows.map(({ audienceKind, ...terms }) => {
    const own = byDiscount.get(terms.id) ?? [];
    const of = (part: string): string[] =>
      own.flatMap((row) => (row.part === part && row.namedId !== null ? [row.namedId] : []));
    const groups = own.flatMap(({ part, namedId }): AudienceRow[] =>
      part === "anyOf" || part === "allOf" || part === "noneOf" ? [{ part, groupId: namedId, groupName: "" }] : [],
    );
    return {
      ...withMinimum(terms),
      audience: audienceShape(audienceKind, groups),
      regionIds: of("region"),
      productsIn: of("in"),
      productsNotIn: of("not_in"),
    };
  });
};

/**
 * The discounts a cart may have: the automatic ones that hold now, and all that the codes name, so that a code which no
 * longer fits can say why. Two statements whatever the cart.
 */
export const discountTerms = async (
  db: Reader,
  { codes, now }: { codes: readonly string[]; now: Date },
): Promise<DiscountTerms[]> => withConditions(db, await asked(db).execute({ now, codes: JSON.stringify(codes) }));

/** The terms of these discounts, whatever they stand at. */
export const discountTermsByIds = async (db: Reader, ids: readonly string[]): Promise<DiscountTerms[]> =>
  ids.length === 0 ? [] : withConditions(db, await byIds(db).execute({ ids: JSON.stringify(ids) }));

/**
 * How often each discount that has a limit counts as used, in all and by the customer; one statement. Of one without a limit
 * nothing is asked, so that its orders wait for nobody.
 */
export const discountUses = async (
  db: Reader,
  discounts: readonly Pick<DiscountTerms, "id" | "usageLimit" | "perCustomerLimit">[],
  customerId: string | null,
): Promise<Map<string, DiscountUses>> => {
  const limited = discounts.filter(
    ({ usageLimit, perCustomerLimit }) => usageLimit !== null || (perCustomerLimit !== null && customerId !== null),
  );
  if (limited.length === 0) return new Map();
  const { discounts: t, discountUses: u } = db.tables;
  const rows = await db
    .select({ id: t.id, total: t.uses, byCustomer: count(u.number) })
    .from(t)
    .leftJoin(u, and(eq(u.discountId, t.id), eq(u.customerId, customerId ?? "")))
    .where(
      inArray(
        t.id,
        limited.map(({ id }) => id),
      ),
    )
    .groupBy(t.id, t.uses);
  return new Map(rows.map(({ id, ...uses }) => [id, uses]));
};
