import type { AdminClient } from "@clientele/client";
import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { type Goods, newGoods, newWord, putInCart } from "./goods.ts";

export const box = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });

/** The one button that orders. */
export const placeButton = (page: Page) => page.getByRole("button", { name: /^Place order/ });

/** Types where it should go, as somebody without an address book does. */
export async function typeAddress(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Country" }).fill("Germany");
  await page.getByRole("option", { name: "Germany" }).click();
  await box(page, "First name").fill("Greta");
  await box(page, "Last name").fill("Gast");
  await box(page, "Street and number").fill("Lange Straße 1");
  await box(page, /^Postal code/).fill("10115");
  await box(page, /^(City|Town)/).fill("Berlin");
}

export async function openCheckout(page: Page): Promise<void> {
  await page.goto("/checkout");
  await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
}

/** Presses the button once it names the total, and waits for the thanks; answers the number of the order. */
export async function placeFor(page: Page, total: string): Promise<number> {
  await expect(placeButton(page)).toHaveText(`Place order · ${total}`);
  await placeButton(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you for your order" })).toBeVisible();
  const said = await page.getByText(/^Order #\d+\./).innerText();
  return Number(/#(\d+)/.exec(said)?.[1]);
}

/** Orders one piece as a guest, from the product's page to the thanks. */
export async function buyAsGuest(page: Page, goods: Goods, email: string, total: string): Promise<number> {
  await putInCart(page, goods);
  await openCheckout(page);
  await box(page, "E-mail").fill(email);
  await typeAddress(page);
  await page.getByRole("radio", { name: /^Standard/ }).check();
  return placeFor(page, total);
}

/** A store that sells one product to everyone at 95.00 of 100.00, to dealers at 80.00 and to VIPs at 75.00. */
export async function givenPrices(staff: AdminClient) {
  const word = newWord();
  const goods = await newGoods(staff, { title: `Bench ${word}`, price: 10_000, stock: 50 });
  const [variantId = ""] = goods.variantIds;
  const dealers = await staff.groups.create.mutate({ name: `Dealers ${word}` });
  const vips = await staff.groups.create.mutate({ name: `VIP ${word}` });
  const newList = async (name: string, type: "override" | "sale", amount: number, anyOf: string[]): Promise<void> => {
    const { id } = await staff.priceLists.create.mutate({
      name: `${name} ${word}`,
      benefit: `${name} price`,
      type,
      currency: "EUR",
      audience: anyOf.length === 0 ? { kind: "everyone" } : { kind: "groups", anyOf },
    });
    await staff.priceLists.setEntries.mutate({ priceListId: id, entries: [{ variantId, ranges: [{ amount }] }] });
    const { version } = await staff.priceLists.get.query({ id });
    await staff.priceLists.activate.mutate({ id, version });
  };
  await newList("Season", "sale", 9_500, []);
  await newList("Dealer", "override", 8_000, [dealers.id]);
  await newList("VIP", "sale", 7_500, [vips.id]);
  const code = word.toUpperCase();
  await staff.discounts.create.mutate({
    name: `For VIPs ${word}`,
    code,
    kind: "percentage",
    basisPoints: 1_000,
    audience: { kind: "groups", anyOf: [vips.id] },
  });
  return { word, goods, variantId, dealers, vips, code };
}
