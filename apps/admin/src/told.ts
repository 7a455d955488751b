import type { EventType } from "@clientele/domain/events";
import { fieldNames, joined } from "./eventWords.ts";
import type { Outputs } from "./trpc.ts";

type Entry = Outputs["customers"]["timeline"]["items"][number];
type Audited = Outputs["audit"]["list"]["items"][number];

/** What a sentence is told from: an entry of a timeline, an activity or the audit log. */
export interface Told {
  type: EventType;
  actor: Entry["actor"];
  data: Entry["data"];
  group: { id: string; name: string } | null;
  tags: readonly { id: string; name: string }[];
  customers: Entry["customers"];
  staff: { id: string; name: string } | null;
  /** By the number people know it by, "#1001". */
  order: { id: string; name: string } | null;
}

/** A piece of a sentence: plain words, a name, or something that can be opened. */
export type Part =
  | string
  | { name: string }
  | { customer: { id: string; name: string } }
  | { group: { id: string; name: string } }
  | { order: { id: string; name: string } }
  | { money: { amount: number; currency: string } }
  | { tag: string };

/** Where the sentence stands: what everybody there knows is not repeated. */
export type Place = "customer" | "group" | "order" | "audit";

/** An audit entry has one subject's name; which it names follows from the ids it has. */
export function toldOf(entry: Audited): Told {
  const { customerId, groupId, orderId, staffId, subject } = entry;
  const named = subject ?? "";
  const customer = customerId === null ? null : { id: customerId, name: named };
  const count = typeof entry.data["count"] === "number" ? entry.data["count"] : 0;
  return {
    type: entry.type,
    actor: entry.actor,
    data: entry.data,
    group: groupId === null ? null : { id: groupId, name: customer === null ? named : "" },
    tags: [],
    customers: customer === null ? { count, first: [] } : { count: 1, first: [customer] },
    staff: staffId === null ? null : { id: staffId, name: named },
    order: orderId === null ? null : { id: orderId, name: named },
  };
}

export const words = (told: Told, key: string): string => {
  const value = told.data[key];
  return typeof value === "string" ? value : "";
};
export const number = (told: Told, key: string): number => {
  const value = told.data[key];
  return typeof value === "number" ? value : 0;
};
export const list = (told: Told, key: string): string[] => {
  const value = told.data[key];
  return Array.isArray(value) ? value : [];
};

const fields = (told: Told): string => joined(list(told, "fields").map((field) => fieldNames[field] ?? field));
export const fieldsOr = (told: Told, otherwise: string): string => fields(told) || otherwise;

export const group = (told: Told): Part[] => {
  if (told.group === null) return ["a group"];
  return told.group.name === "" ? [{ group: { id: told.group.id, name: "a group" } }] : [{ group: told.group }];
};
export const staff = (told: Told): Part => ({
  name: told.staff?.name === "" || told.staff === null ? "a colleague" : told.staff.name,
});

/** "order #1001" as something to open; on its own page just "this order". */
export const order = (told: Told, place: Place): Part[] => {
  if (place === "order") return ["this order"];
  if (told.order === null) return ["an order"];
  return ["order ", { order: { ...told.order, name: told.order.name === "" ? "…" : told.order.name } }];
};

/** The money an event tells of, where it tells of any. */
export const money = (told: Told): Part[] => {
  const currency = words(told, "currency");
  return currency === "" ? [] : [{ money: { amount: number(told, "amount"), currency } }];
};

export type Verb = (told: Told, place: Place) => Part[];
