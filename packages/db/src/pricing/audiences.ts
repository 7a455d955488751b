import {
  type Audience,
  type AudiencePart,
  audienceParts,
  type NamedAudience,
} from "@clientele/domain/pricing/audience";
import type { AudienceShape } from "@clientele/domain/pricing/audienceMatch";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { chunked } from "../chunked.ts";
import type { Reader } from "../database.ts";
import { groupedBy } from "../grouped.ts";

/** A group that an audience names, as it is stored. */
export interface AudienceRow {
  part: AudiencePart;
  /** Null when the group is gone. */
  groupId: string | null;
  groupName: string;
}

/** The groups that audiences name, by the list or discount whose audience it is, in the order people gave them; one statement. */
export const namedGroups = async (
  db: Reader,
  t: Reader["tables"]["priceListGroups" | "discountGroups"],
  owner: PgColumn,
  ownerIds: readonly string[],
): Promise<Map<string, AudienceRow[]>> => {
  const { customerGroups } = db.tables;
  const found = new Map<string, AudienceRow[]>();
  for (const some of chunked(ownerIds)) {
    const rows = await db
      .select({
        ownerId: sql<string>`${owner}`,
        part: t.part,
        groupId: t.groupId,
        groupName: t.groupName,
        present: customerGroups.name,
      })
      .from(t)
      .leftJoin(customerGroups, eq(customerGroups.id, t.groupId))
      .where(inArray(owner, some))
      .orderBy(asc(owner), asc(t.position));
    for (const [ownerId, own] of groupedBy(rows, (row) => row.ownerId)) {
      // The name that is kept tells of a group that is gone; one that exists is called what it is called now.
      const named = own.map(({ part, groupId, groupName, present }) => ({
        part,
        groupId,
        groupName: present ?? groupName,
      }));
      found.set(ownerId, named);
    }
  }
  return found;
};

/** No group has this id, so nobody is in it. */
const goneGroup = "gone";

/**
 * The audience as prices and discounts ask it. One that names a group which is gone is nobody's: a lost `none of` must
 * not make it wider (`domain` 2).
 */
export function audienceShape(kind: Audience["kind"], rows: readonly AudienceRow[]): AudienceShape {
  if (kind === "everyone") return { kind };
  if (rows.some(({ groupId }) => groupId === null) || rows.length === 0) {
    return { kind, anyOf: [], allOf: [goneGroup], noneOf: [] };
  }
  const of = (part: AudiencePart): string[] =>
    rows.flatMap((row) => (row.part === part && row.groupId !== null ? [row.groupId] : []));
  return { kind, anyOf: of("anyOf"), allOf: of("allOf"), noneOf: of("noneOf") };
}

/** The audience as it is shown. */
export function namedAudience(kind: Audience["kind"], rows: readonly AudienceRow[]): NamedAudience {
  const of = (part: AudiencePart) =>
    rows.filter((row) => row.part === part).map(({ groupId, groupName }) => ({ id: groupId, name: groupName }));
  return { kind, anyOf: of("anyOf"), allOf: of("allOf"), noneOf: of("noneOf") };
}

/** The audience as it is stored, as callers say it. */
export const audienceOf = ({ kind, anyOf, allOf, noneOf }: NamedAudience): Audience => {
  const ids = (part: NamedAudience["anyOf"]): string[] => part.flatMap(({ id }) => (id === null ? [] : [id]));
  return kind === "everyone" ? { kind } : { kind, anyOf: ids(anyOf), allOf: ids(allOf), noneOf: ids(noneOf) };
};

/** The rows of an audience in the order people gave them; `names` are those of its groups. */
export function audienceRows(
  audience: Audience,
  names: ReadonlyMap<string, string>,
): (AudienceRow & { position: number })[] {
  if (audience.kind === "everyone") return [];
  return audienceParts
    .flatMap((part) => audience[part].map((groupId) => ({ part, groupId, groupName: names.get(groupId) ?? "" })))
    .map((row, position) => ({ ...row, position }));
}
