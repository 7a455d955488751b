import type { DemoStore } from "@clientele/db/demo/fill";
import { permissionsOf } from "@clientele/domain/access";
import { CreateAddress } from "@clientele/domain/customers/address";
import { addressUses, isDefaultFor } from "@clientele/domain/customers/addressBook";
import { checkAccountName, Customer, customerFields } from "@clientele/domain/customers/customer";
import { customerStatuses } from "@clientele/domain/customers/customerStatus";
import { Email } from "@clientele/domain/customers/email";
import { Metadata } from "@clientele/domain/customers/metadata";
import { AddNote } from "@clientele/domain/customers/note";
import { Tag } from "@clientele/domain/customers/tag";
import { type EventType, eventTypes } from "@clientele/domain/events";
import { CreateGroup, Group } from "@clientele/domain/groups/group";
import { isEffective, stateOf } from "@clientele/domain/groups/membership";
import { idOf } from "@clientele/domain/ids";
import { describe, expect, it } from "vitest";
import { usualSeed } from "./fillDemo.ts";
import { circleSize } from "./groups.ts";
import { inventStore } from "./inventStore.ts";

const now = new Date("2026-03-02T09:00:00.000Z");
const { store, shop, ownerId, shopperId, invitations } = inventStore(7, now);
const { customers, addresses, consents, notes, tags, customerTags, groups, memberships, events, staff } = store;

const by = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const parts = new Map<string, T[]>();
  for (const row of rows) parts.set(keyOf(row), [...(parts.get(keyOf(row)) ?? []), row]);
  return parts;
};
const membersOf = (groupId: string, at = now): number =>
  memberships.filter((membership) => membership.groupId === groupId && isEffective(membership, at)).length;
const eventsOf = by(
  events.flatMap(({ event, customerIds }) => customerIds.map((customerId) => ({ event, customerId }))),
  ({ customerId }) => customerId,
);

describe("the invented store", () => {
  it("is the same for the same seed and instant, and another one for another seed", () => {
    expect(inventStore(7, now)).toEqual({ store, shop, ownerId, shopperId, invitations });
    expect(inventStore(8, now).store.customers).not.toEqual(customers);
  });

  it("has 600 customers in a dozen countries and every status that can be reached", () => {
    expect(customers).toHaveLength(600);
    expect(new Set(addresses.map(({ countryCode }) => countryCode)).size).toBeGreaterThanOrEqual(12);
    const reachable = customerStatuses.filter((status) => status !== "erased");
    expect([...by(customers, ({ status }) => status).keys()].toSorted()).toEqual(reachable.toSorted());
  });

  it("has people without a name, with one name, with very long ones and with letters of every direction", () => {
    const names = customers.map(({ firstName, lastName }) => ({ firstName, lastName }));
    expect(names.some(({ firstName, lastName }) => firstName === "" && lastName === "")).toBe(true);
    expect(names.some(({ firstName, lastName }) => firstName !== "" && lastName === "")).toBe(true);
    expect(names.some(({ lastName }) => lastName.length > 40)).toBe(true);
    for (const script of [
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
      /\p{Script=Han}/u,
      /\p{Script=Greek}/u,
      /[éłß]/u,
    ]) {
      expect(names.some(({ firstName, lastName }) => script.test(`${firstName}${lastName}`))).toBe(true);
    }
  });

  it("has eight groups, one with 300 members and one that nobody was ever in", () => {
    expect(groups).toHaveLength(8);
    const sizes = groups.map(({ id }) => membersOf(id)).toSorted((one, other) => one - other);
    expect([sizes[0], sizes.at(-1)]).toEqual([0, circleSize]);
    expect(sizes.filter((size) => size === 0)).toHaveLength(1);
    const untouched = groups.filter(({ id }) => memberships.every(({ groupId }) => groupId !== id));
    expect(untouched).toHaveLength(1);
  });

  it("has memberships that hold, that will, that ended and that were taken away, and some begun again", () => {
    const states = new Set(memberships.map((membership) => stateOf(membership, now)));
    expect(states).toEqual(new Set(["effective", "coming", "ended"]));
    expect(memberships.some(({ removedAt }) => removedAt !== null)).toBe(true);
    expect(memberships.some(({ open, removedAt }) => !open && removedAt === null)).toBe(true);
    expect(memberships.some(({ reason }) => reason !== null)).toBe(true);
  });

  it("keeps its shopper in a group, with something on every page", () => {
    const shopper = customers.find(({ id }) => id === shopperId);
    expect(shopper?.status).toBe("active");
    expect(memberships.filter((one) => one.customerId === shopperId && isEffective(one, now)).length).toBeGreaterThan(
      1,
    );
    for (const rows of [addresses, consents, notes, customerTags]) {
      expect(rows.some(({ customerId }) => customerId === shopperId)).toBe(true);
    }
  });

  it("works from any day of the year and hour of the day", () => {
    for (const day of [
      "2026-11-28T08:20:40Z",
      "2028-02-29T12:00:00Z",
      "2026-09-30T22:30:00Z",
      "2026-10-01T05:00:00Z",
    ]) {
      const at = new Date(day);
      const other = inventStore(usualSeed, at).store;
      expect(other.customers).toHaveLength(600);
      const late = other.events.filter(({ event }) => event.at > at);
      expect(late).toEqual([]);
      const sizes = other.groups.map(
        ({ id }) => other.memberships.filter((one) => one.groupId === id && isEffective(one, at)).length,
      );
      expect(Math.max(...sizes)).toBe(circleSize);
      const wholesale = other.groups.find(({ name }) => name === "Wholesale")?.id;
      const firms = other.memberships.filter(({ groupId }) => groupId === wholesale);
      expect(new Set(firms.map((one) => stateOf(one, at))), day).toEqual(new Set(["effective", "coming", "ended"]));
    }
  });
});

describe("every row of the invented store passes the domain's schemas", () => {
  it("customers", () => {
    for (const customer of customers) {
      Customer.parse(customer);
      idOf("customer").parse(customer.id);
      expect(Email.parse(customer.email)).toBe(customer.email);
      for (const [name, schema] of Object.entries(customerFields)) {
        const value = customer[name as keyof typeof customerFields];
        expect(schema.parse(value)).toBe(value);
      }
      Metadata.parse(customer.metadata);
      checkAccountName(customer);
    }
    expect(new Set(customers.map(({ email }) => email)).size).toBe(customers.length);
    // Mail to an invented person must never reach a real one (RFC 2606).
    expect(customers.filter(({ email }) => email?.endsWith(".example") !== true)).toEqual([]);
  });

  it("addresses, at most one default of each use and one whenever there is an address", () => {
    for (const address of addresses) {
      const {
        id: _id,
        customerId: _customer,
        createdAt: _at,
        updatedAt: _updated,
        version: _version,
        ...given
      } = address;
      expect(CreateAddress.parse(given)).toEqual(given);
    }
    for (const book of by(addresses, ({ customerId }) => customerId).values()) {
      for (const use of addressUses) expect(book.filter((address) => isDefaultFor(address, use))).toHaveLength(1);
    }
  });

  it("notes, tags and groups", () => {
    for (const { customerId, text, pinned } of notes) AddNote.parse({ customerId, text, pinned });
    for (const tag of tags) Tag.parse(tag);
    expect(tags.length).toBeGreaterThanOrEqual(8);
    for (const group of groups) {
      Group.parse(group);
      const { name, description, colour, metadata } = group;
      CreateGroup.parse({ name, description, colour, metadata });
    }
    expect(notes.some(({ pinned }) => pinned) && notes.some(({ text }) => text.includes("\n"))).toBe(true);
  });

  it("consents: the newest answer of a channel, and only that one, is the present one", () => {
    for (const answers of by(consents, ({ customerId, channel }) => `${customerId} ${channel}`).values()) {
      const newest = Math.max(...answers.map(({ at }) => at.getTime()));
      for (const { present, at } of answers) expect(present).toBe(at.getTime() === newest);
    }
    expect(consents.some(({ present, source }) => !present && source === "self")).toBe(true);
    expect(
      consents.some(({ source, reason, staffId }) => source === "staff" && reason !== null && staffId !== null),
    ).toBe(true);
  });
});

type Move = { to: string; version: number; from: readonly (string | undefined)[] };
/** What an event does to the row of the customer it is about: the status it leads to, and from which ones it may come. */
const moves: { readonly [type in EventType]?: Move } = {
  "customer.created": { from: [undefined], to: "guest", version: 1 },
  "group.members_added": { from: [undefined], to: "guest", version: 1 },
  "customer.signed_up": { from: [undefined, "guest", "invited"], to: "active", version: 1 },
  "customer.invitation_withdrawn": { from: ["invited"], to: "guest", version: 1 },
  "customer.disabled": { from: ["active"], to: "disabled", version: 1 },
  "customer.enabled": { from: ["disabled"], to: "active", version: 1 },
};
const raising: readonly EventType[] = ["customer.updated", "customer.metadata_set", "customer.email_corrected"];

const replayed = (customerId: string): { status: string | undefined; version: number; wrong: string[] } => {
  let status: string | undefined;
  let version = 0;
  const wrong: string[] = [];
  for (const { event } of eventsOf.get(customerId) ?? []) {
    const begins = event.type === "group.members_added" && status === undefined;
    const next = event.type === "group.members_added" && !begins ? undefined : moves[event.type];
    if (next !== undefined) {
      if (!next.from.includes(status)) wrong.push(`${event.type} at ${status}`);
      status = next.to;
      version += 1;
    } else if (event.type === "customer.invited") {
      // Inviting again changes nothing of the row.
      if (status === "guest") version += 1;
      else if (status !== "invited") wrong.push(`${event.type} at ${status}`);
      status = "invited";
    } else if (raising.includes(event.type)) version += 1;
    if (event.type === "customer.signed_in" && status !== "active") wrong.push(`${event.type} at ${status}`);
  }
  return { status, version, wrong };
};

describe("the past of the invented store", () => {
  it("is made of known events about rows that exist, none of them before its subject or after now", () => {
    const born = new Map<string, Date>([
      ...[...customers, ...groups, ...staff].map(({ id, createdAt }) => [id, createdAt] as const),
      ...shop.orders.map(({ id, placedAt }) => [id, placedAt] as const),
    ]);
    for (const { event, customerIds } of events) {
      expect(eventTypes[event.type]).toBeDefined();
      expect(event.at <= now).toBe(true);
      for (const id of [event.actorId, event.groupId, event.orderId, event.staffId, ...customerIds]) {
        if (id === null) continue;
        expect(born.get(id)?.getTime(), `${event.type} of ${id}`).toBeLessThanOrEqual(event.at.getTime());
      }
    }
    expect(new Set(events.map(({ event }) => event.id)).size).toBe(events.length);
  });

  it("names in its data only rows that exist", () => {
    const { regions, shippingOptions, products, lists, discounts, orders, shipments } = shop;
    const sold = [...regions, ...shippingOptions, ...products, ...lists.map(({ list }) => list), ...discounts];
    const people = [...customers, ...groups, ...tags, ...notes, ...memberships, ...addresses];
    const ids = new Set([...people, ...sold, ...orders, ...shipments].map(({ id }) => id));
    const removed = new Set(
      events.flatMap(({ event }) => (event.type === "address.removed" ? [event.data["addressId"]] : [])),
    );
    for (const { event } of events) {
      for (const value of Object.values(event.data).flat()) {
        if (typeof value !== "string" || !/^[a-z]+_[0-9A-HJKMNP-TV-Z]{26}$/.test(value)) continue;
        expect(ids.has(value) || removed.has(value), `${event.type} names ${value}`).toBe(true);
      }
    }
  });

  it("leads every customer to the status and version they have, by moves that the program makes", () => {
    for (const customer of customers) {
      const { status, version, wrong } = replayed(customer.id);
      expect(wrong).toEqual([]);
      expect({ id: customer.id, status, version }).toEqual({
        id: customer.id,
        status: customer.status,
        version: customer.version,
      });
      const last = (eventsOf.get(customer.id) ?? []).filter(({ event }) => event.customerId !== null).at(-1)?.event.at;
      expect(customer.createdAt <= customer.updatedAt && customer.updatedAt <= (last ?? customer.createdAt)).toBe(true);
    }
  });

  it("tells of every membership, and every removal names its event", () => {
    const countIn = (type: EventType, groupId: string): number =>
      events
        .filter(({ event }) => event.type === type && event.groupId === groupId)
        .reduce((sum, { customerIds }) => sum + customerIds.length, 0);
    for (const { id } of groups) {
      const own = memberships.filter(({ groupId }) => groupId === id);
      expect(countIn("group.members_added", id)).toBe(own.length);
      expect(countIn("group.members_removed", id)).toBe(own.filter(({ removedAt }) => removedAt !== null).length);
    }
    const removals = new Map(events.map(({ event, customerIds }) => [event.id, { event, customerIds }]));
    for (const { removalId, removedAt, customerId, open } of memberships) {
      if (removalId === null) continue;
      const removal = removals.get(removalId);
      expect(removal?.event.at).toEqual(removedAt);
      expect(removal?.customerIds).toContain(customerId);
      expect(open).toBe(false);
    }
  });

  it("has nobody in a group twice at a time", () => {
    const open = memberships.filter((membership) => membership.open);
    expect(by(open, ({ groupId, customerId }) => `${groupId} ${customerId}`).size).toBe(open.length);
    for (const { from, until, addedAt } of memberships) {
      expect(until === null || (until > from && until > addedAt)).toBe(true);
    }
  });

  it("was made by staff who may do such things", () => {
    const roles = new Map(staff.map(({ id, role }) => [id, role]));
    const needed = (type: EventType): "groups.write" | "customers.write" | "staff.manage" | null => {
      if (type.startsWith("group.")) return "groups.write";
      if (type === "staff.invited") return "staff.manage";
      return type.startsWith("staff.") ? null : "customers.write";
    };
    for (const { event } of events) {
      if (event.actorRealm !== "staff") continue;
      const permission = needed(event.type);
      const role = roles.get(event.actorId ?? "") ?? "";
      expect(permission === null || permissionsOf(role).includes(permission), `${event.type} by ${role}`).toBe(true);
    }
    expect(staff.map(({ role }) => role)).toEqual([
      "owner",
      "manager",
      "support",
      "viewer",
    ] satisfies DemoStore["staff"][number]["role"][]);
  });
});
