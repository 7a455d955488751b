import type { Page } from "@playwright/test";
import { expect } from "../fixtures.ts";
import { type Goods, putInCart } from "./goods.ts";

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
