import type { ProductDetail } from "@clientele/domain/catalogue/product";
import type { Region, ShippingOption } from "@clientele/domain/catalogue/region";
import type { EntryInput } from "@clientele/domain/pricing/priceListEntry";
import { insertProducts } from "../catalogue/products.ts";
import { insertRegion } from "../catalogue/regions.ts";
import { insertShippingOption } from "../catalogue/shippingOptions.ts";
import { chunked } from "../chunked.ts";
import type { Tx } from "../database.ts";
import { rebuildFigures } from "../orders/figures.ts";
import type { StoredLine, StoredOrder } from "../orders/orders.ts";
import { type DiscountToWrite, insertDiscount } from "../pricing/discounts.ts";
import { replaceEntries } from "../pricing/entries.ts";
import { insertPriceList, type PriceListToWrite } from "../pricing/priceLists.ts";

/** What is sold, at which prices, and every order there was; what can be reckoned from these is not in it. */
export interface DemoShop {
  regions: readonly Region[];
  shippingOptions: readonly ShippingOption[];
  products: readonly ProductDetail[];
  lists: readonly { list: PriceListToWrite; entries: readonly EntryInput[] }[];
  discounts: readonly DiscountToWrite[];
  groupNames: ReadonlyMap<string, string>;
  orders: readonly StoredOrder[];
  orderLines: readonly StoredLine[];
  shipments: readonly {
    id: string;
    orderId: string;
    carrier: string;
    tracking: string;
    shippedAt: Date;
    deliveredAt: Date | null;
    lines: readonly { lineId: string; quantity: number }[];
  }[];
  payments: readonly {
    id: string;
    orderId: string;
    kind: "captured" | "voided" | "refunded";
    amount: number;
    reason: string | null;
    staffId: string;
    at: Date;
  }[];
  uses: readonly { discountId: string; customerId: string; number: number; orderId: string }[];
}

export interface DemoPicture {
  hash: string;
  bytes: Buffer;
  width: number;
  height: number;
}

/** Writes the shop over the customers that are there; the figures are counted from the orders. */
export const insertDemoShop = async (
  tx: Tx,
  shop: DemoShop,
  pictures: readonly DemoPicture[],
  since: Date,
): Promise<void> => {
  const t = tx.tables;
  for (const region of shop.regions) await insertRegion(tx, region);
  for (const option of shop.shippingOptions) await insertShippingOption(tx, option);
  for (const some of chunked(pictures, 5)) {
    const rows = some.map(({ hash, bytes, width, height }) => ({ hash, bytes, width, height, createdAt: since }));
    await tx.insert(t.pictures).values(rows).onConflictDoNothing();
  }
  await insertProducts(tx, shop.products);
  for (const { list, entries } of shop.lists) {
    await insertPriceList(tx, list, shop.groupNames);
    await replaceEntries(tx, list.id, entries);
  }
  for (const discount of shop.discounts) await insertDiscount(tx, discount, shop.groupNames);
  await insertOrders(tx, shop);
  let after: string | null = null;
  do {
    const counted = await rebuildFigures(tx, { after, most: 500, correct: true });
    after = counted.next;
  } while (after !== null);
};

const insertOrders = async (tx: Tx, shop: DemoShop): Promise<void> => {
  const t = tx.tables;
  // Numbers were handed out in the past too: the next one comes after the last.
  for (const some of chunked(shop.orders, 1)) {
    await tx.insert(t.orderNumbers).values(some.map(({ id }) => ({ orderId: id })));
  }
  for (const some of chunked(shop.orders, 40)) await tx.insert(t.orders).values(some);
  for (const some of chunked(shop.orderLines, 24)) await tx.insert(t.orderLines).values(some);
  for (const some of chunked(shop.shipments, 6)) {
    await tx.insert(t.shipments).values(some.map(({ lines: _lines, ...shipment }) => shipment));
  }
  const sent = shop.shipments.flatMap(({ id, lines }) => lines.map((line) => ({ ...line, shipmentId: id })));
  for (const some of chunked(sent, 3)) await tx.insert(t.shipmentLines).values(some);
  for (const some of chunked(shop.payments, 7)) await tx.insert(t.payments).values(some);
  for (const some of chunked(shop.uses, 4)) await tx.insert(t.discountUses).values(some);
};
