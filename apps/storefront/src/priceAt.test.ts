import { expect, test } from "vitest";
import { priceAt, stepAt } from "./priceAt.ts";

const eur = (amount: number) => ({ amount, currency: "EUR" });
const price = { amount: eur(900), original: eur(1000), benefit: "Wholesale price" };
const steps = [
  { from: 1, amount: eur(900), original: eur(1000) },
  { from: 10, amount: eur(800), original: eur(1000) },
  { from: 50, amount: eur(950), original: eur(950) },
];

test("takes the last step that begins at or below the quantity", () => {
  expect([1, 9, 10, 49, 50, 1000].map((quantity) => stepAt(steps, quantity)?.from)).toEqual([1, 1, 10, 10, 50, 50]);
});

test("prices a quantity by its step and keeps what the price comes from", () => {
  expect(priceAt(price, steps, 12)).toEqual({ amount: eur(800), original: eur(1000), benefit: "Wholesale price" });
});

test("one price for all quantities needs no steps", () => {
  expect(priceAt(price, [], 12)).toEqual(price);
  expect(priceAt(price, steps.slice(1), 2)).toEqual(price);
});
