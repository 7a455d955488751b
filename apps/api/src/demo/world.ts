import type { NewEvent } from "@clientele/db/events/events";
import type { EventData, EventType } from "@clientele/domain/events";
import { type IdKind, idPrefixes } from "@clientele/domain/ids";
import type { Staff } from "@clientele/domain/staff/staff";
import { later, minutes } from "@clientele/domain/time";
import { ulid } from "ulid";
import type { Random } from "./random.ts";

/** Something that happened in the store's past, and the customers in whose timelines it stands. */
export interface PastEvent {
  event: NewEvent;
  customerIds: readonly string[];
}

/** The store's past while it is being told: its chance, its clock's end, and all that has happened so far. */
export interface World {
  readonly random: Random;
  readonly now: Date;
  /** When the store began. */
  readonly opened: Date;
  readonly events: PastEvent[];
  /** An id as it would have been made at the instant. */
  newId(kind: IdKind, at: Date): string;
}

export const worldOf = (random: Random, now: Date, opened: Date): World => ({
  random,
  now,
  opened,
  events: [],
  newId: (kind, at) => `${idPrefixes[kind]}_${ulid(at.getTime(), () => random.next())}`,
});

/** Who did something, and from where. */
export interface Actor {
  realm: "shop" | "staff";
  /** Null for a guest, who is nobody yet. */
  id: string | null;
  device: string;
  address: string;
}

// Addresses that are reserved for documentation (RFC 5737).
export const byStaff = ({ id, role }: Pick<Staff, "id" | "role">): Actor => ({
  realm: "staff",
  id,
  device: role === "support" ? "Edge on Windows" : "Firefox on macOS",
  address: "198.51.100.14",
});

interface Happening {
  type: EventType;
  customerId?: string;
  groupId?: string;
  orderId?: string;
  staffId?: string;
  customerIds?: readonly string[];
  data?: EventData;
}

/** Adds an event to the past, in the shape `recordEvent` gives those of the present; answers its id. */
export const happened = (world: World, at: Date, actor: Actor, what: Happening): string => {
  const id = world.newId("event", at);
  const customerIds = what.customerIds ?? (what.customerId === undefined ? [] : [what.customerId]);
  const event: NewEvent = {
    id,
    type: what.type,
    at,
    actorRealm: actor.realm,
    actorId: actor.id,
    customerId: what.customerId ?? null,
    groupId: what.groupId ?? null,
    orderId: what.orderId ?? null,
    staffId: what.staffId ?? null,
    data: what.data ?? {},
    device: actor.device,
    address: actor.address,
    requestId: null,
  };
  world.events.push({ event, customerIds });
  return id;
};

/** The same day, at an hour at which people are up. */
export const daytimeOf = ({ random }: World, at: Date): Date =>
  new Date(
    Date.UTC(
      at.getUTCFullYear(),
      at.getUTCMonth(),
      at.getUTCDate(),
      random.int(6, 19),
      random.int(0, 59),
      random.int(0, 59),
      random.int(0, 999),
    ),
  );

/**
 * Instants between `from` and now, rising, no two of them less than a second apart; in the daytime wherever there is room
 * for that.
 */
export const instantsAfter = (world: World, from: Date, count: number): Date[] => {
  const begin = from.getTime() + 1_000;
  const end = later(world.now, -minutes(1)).getTime() - count * 1_000;
  const times = Array.from({ length: count }, () => {
    const at = begin + Math.floor(world.random.next() * Math.max(1, end - begin));
    const inDaytime = daytimeOf(world, new Date(at)).getTime();
    return inDaytime > begin && inDaytime < end ? inDaytime : at;
  }).toSorted((one, other) => one - other);
  let last = begin - 1_000;
  return times.map((time) => {
    last = Math.max(time, last + 1_000);
    return new Date(last);
  });
};
