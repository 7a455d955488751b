import type { EventType } from "@clientele/domain/events";
import { fieldsOr, money, number, order, type Part, type Verb, words } from "./told.ts";

/** What is sold, at which price, and what became of orders: these events name their subject themselves. */
type SellingEvent = Extract<
  EventType,
  `${"region" | "shipping_option" | "category" | "product" | "price_list" | "discount" | "order"}.${string}`
>;

const named = (kind: string, data: string): Part[] => (data === "" ? [`a ${kind}`] : [`the ${kind} `, { name: data }]);
/** "created the product Kettle". */
const did =
  (verb: string, kind: string): Verb =>
  (told) => [`${verb} `, ...named(kind, words(told, "name"))];
const changed =
  (kind: string): Verb =>
  (told) => [`changed ${fieldsOr(told, "the settings")} of `, ...named(kind, words(told, "name"))];
const counted =
  (one: string, many: string, kind: string): Verb =>
  (told) => {
    const count = number(told, "count");
    const what = count === 1 ? one : count === 0 ? many : `${count.toLocaleString("en")} ${many}`;
    return [`set ${what} of `, ...named(kind, words(told, "name"))];
  };
/** "cancelled order #1001 and told the buyer by mail". */
const andTold =
  (verb: Verb): Verb =>
  (told, place) => [...verb(told, place), ...(told.data["mailed"] === true ? [" and told the buyer by mail"] : [])];
const products = (count: number): string => `${count.toLocaleString("en")} ${count === 1 ? "product" : "products"}`;
const toOrder =
  (verb: string): Verb =>
  (told, place) => [`${verb} `, ...order(told, place)];
/** "sent 2 pieces of order #1001". */
const pieces =
  (verb: string, otherwise: string): Verb =>
  (told, place) => {
    const count = number(told, "pieces");
    const what =
      count === 0 ? otherwise : `${verb} ${count.toLocaleString("en")} ${count === 1 ? "piece" : "pieces"} of`;
    return [`${what} `, ...order(told, place)];
  };
/** "refunded €5.00 of order #1001". */
const sum =
  (verb: string, joint: string, otherwise: string): Verb =>
  (told, place) => {
    const amount = money(told);
    const what: Part[] = amount.length === 0 ? [`${otherwise} `] : [`${verb} `, ...amount, ` ${joint} `];
    return [...what, ...order(told, place)];
  };

export const sellingVerbs = {
  "region.created": did("created", "region"),
  "region.updated": changed("region"),
  "region.removed": did("removed", "region"),
  "shipping_option.created": did("added", "way of shipping"),
  "shipping_option.updated": changed("way of shipping"),
  "shipping_option.removed": did("removed", "way of shipping"),
  "category.renamed": (told) => [
    ...did("renamed", "category")(told, "audit"),
    ...(words(told, "to") === "" ? [] : [" to ", { name: words(told, "to") }]),
    ` for ${products(number(told, "count"))}`,
  ],
  "product.created": did("created", "product"),
  "product.updated": changed("product"),
  "product.removed": did("removed", "product"),
  "product.picture_set": did("changed the picture of", "product"),
  "product.prices_set": counted("a base price", "base prices", "product"),
  "product.stock_set": did("counted the stock of", "product"),
  "price_list.created": did("created", "price list"),
  "price_list.updated": changed("price list"),
  "price_list.entries_set": counted("a price", "prices", "price list"),
  "price_list.entries_imported": counted("a price by import", "prices by import", "price list"),
  "price_list.import_undone": did("took back an import into", "price list"),
  "price_list.activated": did("activated", "price list"),
  "price_list.archived": did("archived", "price list"),
  "price_list.removed": did("removed", "price list"),
  "discount.created": did("created", "discount"),
  "discount.updated": changed("discount"),
  "discount.disabled": did("disabled", "discount"),
  "discount.enabled": did("enabled", "discount"),
  "discount.archived": did("archived", "discount"),
  "discount.removed": did("removed", "discount"),
  "order.placed": toOrder("placed"),
  "order.claimed": toOrder("took into the account"),
  "order.link_requested": toOrder("asked for the link to"),
  "order.captured": sum("recorded the payment of", "for", "recorded the payment of"),
  "order.fulfilled": andTold(pieces("sent", "sent goods of")),
  "order.delivered": pieces("recorded the delivery of", "recorded a delivery of"),
  "order.canceled": andTold(toOrder("cancelled")),
  "order.refunded": andTold(sum("refunded", "of", "refunded money of")),
  "order.note_added": toOrder("wrote a note on"),
} satisfies Record<SellingEvent, Verb>;
