import { firstColour, type Tag, type TagInUse } from "@clientele/domain/customers/tag";
import { DomainError } from "@clientele/domain/errors";
import { totalCap } from "@clientele/domain/page";
import { nameKey } from "@clientele/domain/text";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

/** A tag as it is stored. */
export interface TagRow extends Tag {
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

const rowColumns = ({ tables: { tags: t } }: Reader) => ({
  id: t.id,
  name: t.name,
  colour: t.colour,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
});

const inUseColumns = (db: Reader) => {
  const { tags, customerTags } = db.tables;
  const some = sql`(select 1 from ${customerTags} where ${eq(customerTags.tagId, tags.id)} limit ${totalCap + 1})`;
  const customers = sql`(select count(*) from ${some} as counted)`.mapWith((rows) => ({
    count: Math.min(Number(rows), totalCap),
    capped: Number(rows) > totalCap,
  }));
  return { id: tags.id, name: tags.name, colour: tags.colour, version: tags.version, customers };
};

/** All tags by name, each with how many customers bear it. */
export const listTags = (db: Reader): Promise<TagInUse[]> => {
  const { tags } = db.tables;
  return db.select(inUseColumns(db)).from(tags).orderBy(asc(tags.nameKey));
};

/** Throws `tag.not_found`. */
export const getTagInUse = async (db: Reader, id: string): Promise<TagInUse> => {
  const { tags } = db.tables;
  const [tag] = await db.select(inUseColumns(db)).from(tags).where(eq(tags.id, id));
  if (tag === undefined) throw new DomainError("tag.not_found");
  return tag;
};

/** Throws `tag.not_found`. */
export const getTag = async (db: Reader, id: string): Promise<TagRow> => {
  const { tags } = db.tables;
  const [tag] = await db.select(rowColumns(db)).from(tags).where(eq(tags.id, id));
  if (tag === undefined) throw new DomainError("tag.not_found");
  return tag;
};

/** The tag of that name, without regard to case. */
export const findTagByName = async (db: Reader, name: string): Promise<TagRow | null> => {
  const { tags } = db.tables;
  const [tag] = await db
    .select(rowColumns(db))
    .from(tags)
    .where(eq(tags.nameKey, nameKey(name)));
  return tag ?? null;
};

/** The names of tags by id, for those that exist. */
export const tagNames = async (db: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  const { tags } = db.tables;
  const names = new Map<string, string>();
  for (const some of chunked([...new Set(ids)])) {
    const rows = await db.select({ id: tags.id, name: tags.name }).from(tags).where(inArray(tags.id, some));
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
};

/** The tags of these names, made by first use where there is none; each once, however the names are written. */
export const makeTags = async (
  tx: Tx,
  names: readonly string[],
  { newId, now }: { newId: () => string; now: Date },
): Promise<Tag[]> => {
  const { tags } = tx.tables;
  const wanted = new Map(names.map((name) => [nameKey(name), name]));
  if (wanted.size === 0) return [];
  const keys = [...wanted.keys()];
  const known = await tx.select({ nameKey: tags.nameKey }).from(tags).where(inArray(tags.nameKey, keys));
  const missing = keys.filter((key) => known.every((tag) => tag.nameKey !== key));
  if (missing.length > 0) {
    const rows = missing.map((key) => {
      const name = wanted.get(key) ?? key;
      return { id: newId(), name, nameKey: key, colour: firstColour(key), createdAt: now, updatedAt: now, version: 1 };
    });
    await tx.insert(tags).values(rows);
  }
  return tx
    .select({ id: tags.id, name: tags.name, colour: tags.colour })
    .from(tags)
    .where(inArray(tags.nameKey, keys))
    .orderBy(asc(tags.nameKey));
};

/** Writes name and colour of the version that was seen; else throws `tag.changed_meanwhile`. */
export const saveTag = async (tx: Tx, tag: TagRow, seenVersion: number): Promise<void> => {
  const { tags } = tx.tables;
  const { id, name, colour, updatedAt, version } = tag;
  const saved = await tx
    .update(tags)
    .set({ name, nameKey: nameKey(name), colour, updatedAt, version })
    .where(asSeen(tags, id, seenVersion))
    .returning({ id: tags.id });
  await requireSeen(saved, "tag.changed_meanwhile", () => getTag(tx, id));
};

/** Takes the tag away, also from everyone who bears it. */
export const deleteTag = async (tx: Tx, id: string): Promise<void> => {
  await tx.delete(tx.tables.tags).where(eq(tx.tables.tags.id, id));
};

/** The tags of many customers in one statement, by customer, each list by name. */
export const tagsOfCustomers = async (db: Reader, ids: readonly string[]): Promise<Map<string, Tag[]>> => {
  const { tags, customerTags } = db.tables;
  const found = new Map<string, Tag[]>(ids.map((id) => [id, []]));
  for (const some of chunked(ids)) {
    const rows = await db
      .select({ customerId: customerTags.customerId, id: tags.id, name: tags.name, colour: tags.colour })
      .from(customerTags)
      .innerJoin(tags, eq(tags.id, customerTags.tagId))
      .where(inArray(customerTags.customerId, some))
      .orderBy(asc(tags.nameKey));
    for (const { customerId, ...tag } of rows) found.get(customerId)?.push(tag);
  }
  return found;
};

/** Puts tags on a customer who does not bear them. */
export const addCustomerTags = async (tx: Tx, customerId: string, tagIds: readonly string[]): Promise<void> => {
  if (tagIds.length === 0) return;
  await tx.insert(tx.tables.customerTags).values(tagIds.map((tagId) => ({ customerId, tagId })));
};

export const removeCustomerTags = async (tx: Tx, customerId: string, tagIds: readonly string[]): Promise<void> => {
  const { customerTags: t } = tx.tables;
  if (tagIds.length === 0) return;
  await tx.delete(t).where(and(eq(t.customerId, customerId), inArray(t.tagId, [...tagIds])));
};
