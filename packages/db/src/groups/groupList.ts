import type { Group, GroupDetail, GroupInList, ListGroups } from "@clientele/domain/groups/group";
import { type Page, totalCap } from "@clientele/domain/page";
import { foldText, nameKey } from "@clientele/domain/text";
import { and, eq, like, or, sql, type SQL } from "drizzle-orm";
import type { Reader } from "../database.ts";
import { escapeLike } from "../likePattern.ts";
import { countUpTo, keyset, pageOf, placeIn, sortedBy } from "../page.ts";
import { groupColumns } from "./groups.ts";
import { effectiveAt, memberStateAt } from "./memberships.ts";
import { usageCounts } from "./usage.ts";

const { columnOf, orderOf } = sortedBy("groups", {
  name: "nameKey",
  createdAt: "createdAt",
  updatedAt: "updatedAt",
});

/**
 * Every word that is asked for begins a word of the name, without regard to case and accents; a search of signs alone
 * finds the names that begin with them. There are so few groups that no index is needed.
 */
const named = ({ tables: { customerGroups: t } }: Reader, search: string): SQL | undefined => {
  const words = foldText(search).split(" ");
  if (words[0] === "") return sql`${t.nameKey} like ${`${escapeLike(nameKey(search))}%`} escape '\\'`;
  return and(...words.map((word) => or(like(t.searchKey, `${word}%`), like(t.searchKey, `% ${word}%`))));
};

/** How many effective members a group has, counted to the cap within the statement that reads the group. */
const effectiveMembers = (db: Reader, now: Date): SQL<number> => {
  const { customerGroups, memberships } = db.tables;
  const some = db
    .select({ one: sql`1` })
    .from(memberships)
    .where(and(eq(memberships.groupId, customerGroups.id), effectiveAt(db, now)))
    .limit(totalCap + 1);
  return sql`(select count(*) from ${some} as counted)`.mapWith(Number);
};

const counted = (rows: number): { count: number; capped: boolean } => ({
  count: Math.min(rows, totalCap),
  capped: rows > totalCap,
});

/**
 * The groups a search and a kind mean, each with its effective members and what names it, in one statement and one for the
 * total.
 */
export const listGroups = async (db: Reader, input: ListGroups, now: Date): Promise<Page<GroupInList>> => {
  const { customerGroups: t } = db.tables;
  const column = columnOf(input.sort);
  const order = orderOf(t, input.sort);
  const cursor = placeIn(order, input.cursor);
  const page = keyset(order, cursor);
  const wanted = and(
    input.search === undefined ? undefined : named(db, input.search),
    input.kind === undefined ? undefined : eq(t.kind, input.kind),
  );
  const rows = await db
    .select({ ...groupColumns(db), nameKey: t.nameKey, effective: effectiveMembers(db, now), ...usageCounts(db, now) })
    .from(t)
    .where(and(wanted, page.where))
    .orderBy(...page.orderBy)
    .limit(input.limit + 1);
  const found = pageOf(rows, input.limit, order, cursor, (row) => ({ value: row[column], id: row.id }));
  const total = await countUpTo(db, db.select({ id: t.id }).from(t).where(wanted));
  const items = found.items.map(({ effective, nameKey: _key, metadata: _metadata, ...group }) => ({
    ...group,
    members: counted(effective),
  }));
  return { ...found, items, total };
};

/** The group with how many members it has now, will have, and had. */
export const withMemberCounts = async (db: Reader, group: Group, now: Date): Promise<GroupDetail> => {
  const { memberships: t } = db.tables;
  const count = (state: SQL | undefined) =>
    countUpTo(
      db,
      db
        .select({ id: t.id })
        .from(t)
        .where(and(eq(t.groupId, group.id), state)),
    );
  return {
    ...group,
    members: {
      effective: await count(memberStateAt(db, "effective", now)),
      coming: await count(memberStateAt(db, "coming", now)),
      ended: await count(memberStateAt(db, "ended", now)),
    },
  };
};
