import { sql } from "drizzle-orm";
import { groupKinds, membershipSources } from "@clientele/domain/groups/group";
import { colours } from "@clientele/domain/customers/tag";
import { among, atMost } from "../columns/checks.ts";
import type { Columns } from "../columns/postgres.ts";
import { erase, none } from "../columns/words.ts";
import type { customerTables } from "./customers.ts";

export const groupTables = (c: Columns, { customers }: ReturnType<typeof customerTables>) => {
  const customerGroups = c.table(
    "customer_groups",
    {
      id: c.id(none).primaryKey(),
      name: c.text(none).notNull(),
      /** `nameKey` of the domain: unique without case. */
      nameKey: c.text(none).notNull(),
      /** `foldText` of the name, by whose words a search finds it. */
      searchKey: c.text(none).notNull(),
      description: c.text(none).notNull(),
      colour: c.oneOf(colours, none).notNull(),
      kind: c.oneOf(groupKinds, none).notNull(),
      metadata: c.json<Record<string, unknown>>(none).notNull(),
      createdAt: c.time(none).notNull(),
      updatedAt: c.time(none).notNull(),
      version: c.int(none).notNull(),
    },
    (t) => [
      c.uniqueIndex("customer_groups_name_key").on(t.nameKey),
      c.index("customer_groups_created").on(t.createdAt, t.id),
      c.index("customer_groups_updated").on(t.updatedAt, t.id),
      c.check("customer_groups_kind", among(t.kind, groupKinds)),
      c.check("customer_groups_colour", among(t.colour, colours)),
      c.check("customer_groups_name_length", atMost(t.name, 80)),
      c.check("customer_groups_description_length", atMost(t.description, 1000)),
    ],
  );

  /** `open` rows are the present and coming ones, and those whose end has passed unseen; the others are history. */
  const memberships = c.table(
    "memberships",
    {
      id: c.id(none).primaryKey(),
      groupId: c
        .id(none)
        .notNull()
        .references(() => customerGroups.id, { onDelete: "cascade" }),
      customerId: c
        .id(none)
        .notNull()
        .references(() => customers.id, { onDelete: "cascade" }),
      from: c.time(none).notNull(),
      /** The first instant after the membership; null when it has no end. */
      until: c.time(none),
      source: c.oneOf(membershipSources, none).notNull(),
      reason: c.text(erase),
      addedBy: c.id(none),
      addedAt: c.time(none).notNull(),
      /** False once it was removed, or ended and a new one began. */
      open: c.bool(none).notNull(),
      removedAt: c.time(none),
      removedBy: c.id(none),
      /** The event that removed it, which an undo names. */
      removalId: c.id(none),
    },
    (t) => [
      // At most one present or coming membership per group and customer (`domain` 2).
      c
        .uniqueIndex("memberships_open_key")
        .on(t.groupId, t.customerId)
        .where(sql`${t.open}`),
      // Everything that decides who is in a group now, so that counting reads no row.
      c
        .index("memberships_effective")
        .on(t.groupId, t.customerId, t.from, t.until)
        .where(sql`${t.open}`),
      c.index("memberships_group_added").on(t.groupId, t.addedAt, t.id),
      c.index("memberships_customer").on(t.customerId, t.groupId),
      c.index("memberships_removal").on(t.removalId),
      c.check("memberships_source", among(t.source, membershipSources)),
      c.check("memberships_span", sql`${t.until} is null or ${t.until} > ${t.from}`),
      c.check("memberships_reason_length", atMost(t.reason, 300)),
    ],
  );

  return { customerGroups, memberships };
};
