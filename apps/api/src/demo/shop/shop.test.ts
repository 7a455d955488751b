import { figuresOf } from "@clientele/domain/orders/figures";
import { describe, expect, it } from "vitest";
import { inventStore } from "../inventStore.ts";
import { drawPictures } from "./pictures.ts";
import { ordersPlaced } from "./orderBook.ts";

const now = new Date("2026-03-02T09:00:00.000Z");
const { shop, store } = inventStore(7, now);
const { products, lists, discounts, orders, orderLines, shipments, payments } = shop;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const counted = <T>(rows: readonly T[], of: (row: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(of(row), (counts.get(of(row)) ?? 0) + 1);
  return counts;
};

describe("what the demo store sells", () => {
  it("is forty products in six categories, in two regions of different currencies", () => {
    expect(products).toHaveLength(40);
    expect(new Set(products.map(({ category }) => category)).size).toBe(6);
    expect(new Set(shop.regions.map(({ currency }) => currency)).size).toBe(2);
    expect(new Set(shop.regions.map(({ pricesIncludeTax }) => pricesIncludeTax)).size).toBe(2);
    const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
    expect(new Set(skus).size).toBe(skus.length);
    expect(new Set(products.map(({ handle }) => handle)).size).toBe(40);
  });

  it("has a picture of its own for each", async () => {
    const pictures = await drawPictures();
    expect(new Set(pictures.map(({ hash }) => hash)).size).toBe(40);
    expect(pictures.map(({ handle }) => handle).toSorted()).toEqual(products.map(({ handle }) => handle).toSorted());
    expect(pictures.every(({ width, height }) => width === 800 && height === 800)).toBe(true);
  });

  it("has five price lists and six discounts on the groups there are", () => {
    expect([lists.length, discounts.length]).toEqual([5, 6]);
    const named = [...lists.map(({ list }) => list), ...discounts].flatMap(({ audience }) =>
      audience.kind === "everyone" ? [] : [...audience.anyOf, ...audience.allOf, ...audience.noneOf],
    );
    expect(new Set(named).size).toBeGreaterThanOrEqual(5);
    const groups = new Set(store.groups.map(({ id }) => id));
    expect(named.every((id) => groups.has(id))).toBe(true);
    expect(new Set(lists.map(({ list }) => list.type)).size).toBe(2);
  });
});

describe("the orders of the demo store", () => {
  it("are three thousand over two years, more of them every year, in every state an order reaches by staff", () => {
    expect(orders).toHaveLength(ordersPlaced);
    expect(orders.map(({ number }) => number)).toEqual(orders.map((_order, index) => 1001 + index));
    const years = [365, 0].map((ago) => {
      const until = now.getTime() - ago * 86_400_000;
      return orders.filter(
        ({ placedAt }) => placedAt.getTime() <= until && placedAt.getTime() > until - 365 * 86_400_000,
      );
    });
    expect(years[1]?.length).toBeGreaterThan((years[0]?.length ?? 0) * 1.2);
    expect([...counted(orders, ({ status }) => status).keys()].toSorted()).toEqual([
      "canceled",
      "completed",
      "pending",
    ]);
    for (const state of ["awaiting", "captured", "partially_refunded", "refunded", "voided"] as const) {
      expect(
        orders.some(({ payment }) => payment === state),
        state,
      ).toBe(true);
    }
    for (const state of ["not_fulfilled", "partially_fulfilled", "fulfilled", "delivered"] as const) {
      expect(
        orders.some(({ fulfilment }) => fulfilment === state),
        state,
      ).toBe(true);
    }
    expect(new Set(orders.map(({ access }) => access)).size).toBe(2);
  });

  it("come from few who buy often and many who came once", () => {
    const perCustomer = [...counted(orders, ({ customerId }) => customerId).values()].toSorted(
      (one, other) => other - one,
    );
    const busiest = sum(perCustomer.slice(0, Math.ceil(perCustomer.length / 10)));
    expect(busiest / orders.length).toBeGreaterThan(0.25);
    expect(perCustomer.at(-1)).toBeLessThanOrEqual(2);
  });

  it("add up: lines to orders, shares to discounts, payments to what is paid and given back", () => {
    for (const order of orders) {
      const lines = orderLines.filter(({ orderId }) => orderId === order.id);
      const total = sum(lines.map((line) => line.total));
      const shipping = order.shipping - order.shippingDiscount + (order.taxIncluded ? 0 : order.shippingTax);
      expect(total + shipping).toBe(order.total);
      expect(sum(lines.map(({ discount }) => discount))).toBe(order.discount);
      for (const line of lines) {
        expect(line.unit * line.quantity).toBe(line.amount);
        expect(sum(line.shares.map(({ amount }) => amount))).toBe(line.discount);
      }
      const own = payments.filter(({ orderId }) => orderId === order.id);
      const of = (kind: string): number => sum(own.filter((one) => one.kind === kind).map(({ amount }) => amount));
      expect([of("captured"), of("refunded")]).toEqual([order.captured, order.refunded]);
    }
  });

  it("are sent no more often than they were sold, and not before they were placed", () => {
    const sent = new Map<string, number>();
    for (const { lineId, quantity } of shipments.flatMap(({ lines }) => lines)) {
      sent.set(lineId, (sent.get(lineId) ?? 0) + quantity);
    }
    expect(orderLines.every(({ id, fulfilled }) => (sent.get(id) ?? 0) === fulfilled)).toBe(true);
    const placed = new Map(orders.map(({ id, placedAt }) => [id, placedAt]));
    for (const { orderId, shippedAt, deliveredAt } of shipments) {
      expect(shippedAt > (placed.get(orderId) ?? now)).toBe(true);
      expect(deliveredAt === null || deliveredAt > shippedAt).toBe(true);
    }
  });

  it("count the uses of discounts as they are, and keep to their limits", () => {
    for (const { id, uses, usageLimit } of discounts) {
      const placed = orders.filter(
        (order) => order.canceledAt === null && order.discounts.some((one) => one.id === id),
      );
      expect(uses).toBe(placed.length);
      expect(usageLimit === null || uses <= usageLimit).toBe(true);
    }
  });

  it("make figures that differ from customer to customer", () => {
    const first = figuresOf(orders.filter(({ customerId }) => customerId === orders[0]?.customerId));
    expect(first[0]?.gross).toBeGreaterThan(0);
  });
});
