import { days, later } from "@clientele/domain/time";
import type { Candidate, ListTerms } from "@clientele/domain/pricing/resolvePrice";
import { and, asc, eq, ne, or, sql, type SQL } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { hot } from "../hot.ts";
import { inJsonList } from "../jsonList.ts";
import { audienceShape, type AudienceRow } from "./audiences.ts";
import { instantOf, isOn } from "./span.ts";

/** How long people still ask about a list after it was archived. */
const askedAfter = days(90);

/** The list counts now for somebody, whoever it is. */
const isLive = (db: Reader): SQL | undefined => {
  const { priceLists: t } = db.tables;
  return and(
    eq(t.currency, sql.placeholder("currency")),
    eq(t.status, "active"),
    isOn(t, instantOf(t.startsAt, "now")),
  );
};

/** The list may stand in a trace. */
const isTold = (db: Reader): SQL | undefined => {
  const { priceLists: t } = db.tables;
  return or(ne(t.status, "archived"), sql`${t.updatedAt} > ${instantOf(t.updatedAt, "since")}`);
};

const listColumns = ({ tables: { priceLists: t } }: Reader) => ({
  id: t.id,
  name: t.name,
  benefit: t.benefit,
  type: t.type,
  status: t.status,
  currency: t.currency,
  startsAt: t.startsAt,
  endsAt: t.endsAt,
  audienceKind: t.audienceKind,
  adjustment: t.adjustment,
  floor: t.floor,
  createdAt: t.createdAt,
});

/** Each list beside each group of its audience. */
const listsWhere = (db: Reader, condition: SQL | undefined) => {
  const { priceLists: t, priceListGroups: g } = db.tables;
  return db
    .select({ list: listColumns(db), part: g.part, groupId: g.groupId, groupName: g.groupName })
    .from(t)
    .leftJoin(g, eq(g.priceListId, t.id))
    .where(condition)
    .orderBy(asc(t.createdAt), asc(t.id), asc(g.position));
};

const entriesWhere = (db: Reader, condition: SQL | undefined) => {
  const { priceLists: t, priceListEntries: e } = db.tables;
  return db
    .select({
      priceListId: e.priceListId,
      variantId: e.variantId,
      min: e.min,
      max: e.max,
      amount: e.amount,
      excluded: e.excluded,
    })
    .from(e)
    .innerJoin(t, eq(t.id, e.priceListId))
    .where(and(inJsonList(db, e.variantId, sql.placeholder("variantIds")), condition))
    .orderBy(asc(e.min));
};

const liveLists = hot("price_lists_live", (db) => listsWhere(db, isLive(db)));
const liveEntries = hot("price_list_entries_live", (db) => entriesWhere(db, isLive(db)));
const toldLists = hot("price_lists_told", (db) => listsWhere(db, isTold(db)));
const toldEntries = hot("price_list_entries_told", (db) => entriesWhere(db, isTold(db)));

/** The lists of joined rows, each once, with what its audience is. */
function listTermsOf(
  rows: readonly {
    list: Omit<ListTerms, "audience"> & { audienceKind: "everyone" | "groups" };
    part: AudienceRow["part"] | null;
    groupId: string | null;
    groupName: string | null;
  }[],
): Map<string, ListTerms> {
  const found = new Map<string, { list: (typeof rows)[number]["list"]; groups: AudienceRow[] }>();
  for (const { list, part, groupId, groupName } of rows) {
    const known = found.get(list.id) ?? { list, groups: [] };
    found.set(list.id, known);
    if (part !== null) known.groups.push({ part, groupId, groupName: groupName ?? "" });
  }
  return new Map(
    [...found].map(
      ([
        id,
        {
          list: { audienceKind, ...terms },
          groups,
        },
      ]) => [id, { ...terms, audience: audienceShape(audienceKind, groups) }],
    ),
  );
}

export interface CandidateQuestion {
  variantIds: readonly string[];
  currency: string;
  now: Date;
  /** For staff's traces: also drafts, coming and ended lists, and those of other currencies that name a variant. */
  all?: boolean;
}

/**
 * What every price list says about the variants: two statements however many there are. A list with an adjustment is a
 * candidate of each of them. SQL only leaves out what cannot count for anybody; the choice is `resolvePrice`.
 */
export const priceCandidates = async (
  db: Reader,
  { variantIds, currency, now, all = false }: CandidateQuestion,
): Promise<ReadonlyMap<string, Candidate[]>> => {
  const found = new Map<string, Candidate[]>(variantIds.map((id) => [id, []]));
  if (found.size === 0) return found;
  const asked = { currency, now, since: later(now, -askedAfter), variantIds: JSON.stringify([...found.keys()]) };
  const lists = listTermsOf(await (all ? toldLists(db) : liveLists(db)).execute(asked));
  if (lists.size === 0) return found;
  const entries = await (all ? toldEntries(db) : liveEntries(db)).execute(asked);

  const named = new Map<string, Omit<Candidate, "list" | "amounts"> & { amounts: Candidate["amounts"][number][] }>();
  const keyOf = (listId: string, variantId: string): string => `${listId} ${variantId}`;
  for (const { priceListId, variantId, min, max, amount, excluded } of entries) {
    const key = keyOf(priceListId, variantId);
    const entry = named.get(key) ?? { excluded: false, amounts: [] };
    named.set(key, entry);
    if (excluded) entry.excluded = true;
    else if (amount !== null) entry.amounts.push({ min, max, amount });
  }
  for (const [variantId, candidates] of found) {
    for (const list of lists.values()) {
      const entry = named.get(keyOf(list.id, variantId));
      if (entry !== undefined) candidates.push({ list, ...entry });
      else if (list.adjustment !== null && list.currency === currency) {
        candidates.push({ list, excluded: false, amounts: [] });
      }
    }
  }
  return found;
};
