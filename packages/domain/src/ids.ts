import { z } from "zod";
import { asField } from "./fieldProblem.ts";

/** The prefix of every kind of id; the rest is a ULID, made in apps/api (`ctx.newId`), never here. */
export const idPrefixes = {
  customer: "cus",
  address: "addr",
  group: "grp",
  membership: "mem",
  tag: "tag",
  note: "note",
  token: "tok",
  staff: "stf",
  event: "evt",
  mail: "mail",
  consent: "con",
  region: "reg",
  shippingOption: "ship",
  product: "prod",
  variant: "var",
  priceList: "plist",
  discount: "disc",
  cart: "cart",
  line: "line",
  order: "ord",
  shipment: "shp",
  payment: "pay",
} as const;
export type IdKind = keyof typeof idPrefixes;

/** Makes a new id of the kind: its prefix, `_` and a ULID. The only source of ids a use case knows. */
export type NewId = (kind: IdKind) => string;

const ulid = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

/** The schema of an id of the kind, as it comes from a caller. An id is never a permission. */
export const idOf = (kind: IdKind) =>
  z
    .string()
    .max(40)
    .regex(new RegExp(`^${idPrefixes[kind]}_${ulid}$`), asField("field.format"));

/** Up to `most` distinct ids of the kind (INP-4). */
export const idsOf = (kind: IdKind, most = 1000) =>
  z
    .array(idOf(kind))
    .min(1)
    .max(most)
    .transform((ids) => [...new Set(ids)]);

/** A caller's key that makes a repeated creating call answer the first one's result (R4). */
export const IdempotencyKey = z
  .string()
  .min(8)
  .max(80)
  .regex(/^[\x21-\x7e]+$/, asField("field.characters"));
