import { DomainError } from "@clientele/domain/errors";
import type { Group } from "@clientele/domain/groups/group";
import { foldText, nameKey } from "@clientele/domain/text";
import { eq, inArray } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

/** The columns of a `Group`, without the key that only the database needs. */
export const groupColumns = ({ tables: { customerGroups: t } }: Reader) => ({
  id: t.id,
  name: t.name,
  description: t.description,
  colour: t.colour,
  kind: t.kind,
  metadata: t.metadata,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
});

const findGroup = async (db: Reader, id: string): Promise<Group | null> => {
  const { customerGroups } = db.tables;
  const [group] = await db.select(groupColumns(db)).from(customerGroups).where(eq(customerGroups.id, id)).limit(1);
  return group ?? null;
};

/** Throws `group.not_found`. */
export const getGroup = async (db: Reader, id: string): Promise<Group> => {
  const group = await findGroup(db, id);
  if (group === null) throw new DomainError("group.not_found");
  return group;
};

/** The group of that name, without regard to case. */
export const findGroupByName = async (db: Reader, name: string): Promise<Group | null> => {
  const { customerGroups } = db.tables;
  const [group] = await db
    .select(groupColumns(db))
    .from(customerGroups)
    .where(eq(customerGroups.nameKey, nameKey(name)))
    .limit(1);
  return group ?? null;
};

/** The names of groups by id, for those that exist. */
export const groupNames = async (db: Reader, ids: readonly string[]): Promise<Map<string, string>> => {
  const { customerGroups: t } = db.tables;
  const names = new Map<string, string>();
  for (const some of chunked([...new Set(ids)])) {
    const rows = await db.select({ id: t.id, name: t.name }).from(t).where(inArray(t.id, some));
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
};

/** What the database keeps beside a group's name, to compare and find it by. */
export const groupKeys = (name: string): { nameKey: string; searchKey: string } => ({
  nameKey: nameKey(name),
  searchKey: foldText(name),
});

export const insertGroup = async (tx: Tx, group: Group): Promise<void> => {
  await tx.insert(tx.tables.customerGroups).values({ ...group, ...groupKeys(group.name) });
};

/** Writes the version that was seen; else throws `group.changed_meanwhile` with the present one. */
export const saveGroup = async (tx: Tx, group: Group, seenVersion: number): Promise<Group> => {
  const { customerGroups } = tx.tables;
  const { id, name, description, colour, kind, metadata, updatedAt, version } = group;
  const saved = await tx
    .update(customerGroups)
    .set({ name, ...groupKeys(name), description, colour, kind, metadata, updatedAt, version })
    .where(asSeen(customerGroups, id, seenVersion))
    .returning(groupColumns(tx));
  return requireSeen(saved, "group.changed_meanwhile", () => getGroup(tx, id));
};

/** Deletes the version that was seen, with its memberships; its members stay customers. */
export const deleteGroup = async (tx: Tx, id: string, seenVersion: number): Promise<void> => {
  const { customerGroups } = tx.tables;
  const deleted = await tx
    .delete(customerGroups)
    .where(asSeen(customerGroups, id, seenVersion))
    .returning({ id: customerGroups.id });
  await requireSeen(deleted, "group.changed_meanwhile", () => getGroup(tx, id));
};
