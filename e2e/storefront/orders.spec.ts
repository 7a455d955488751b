import { createShopClient, memoryCookies } from "@clientele/client";
import { adminClient } from "../admin/steps.ts";
import { expect, test } from "../fixtures.ts";
import type { Credentials, RunningServer } from "../server.ts";
import { newGoods, newWord } from "./goods.ts";

const place = {
  firstName: "Ada",
  lastName: "Anders",
  line1: "Lange Straße 1",
  city: "Berlin",
  postalCode: "10115",
  countryCode: "DE",
};

/** Orders one piece as a program would, signed in. */
async function order(server: RunningServer, as: Credentials, variantId: string) {
  const shop = createShopClient({ url: `${server.shop}/trpc`, cookies: memoryCookies() });
  await shop.account.signIn.mutate(as);
  for (const { id } of (await shop.cart.get.query()).lines) await shop.cart.removeLine.mutate({ lineId: id });
  await shop.cart.addLine.mutate({ variantId });
  await shop.cart.setAddresses.mutate({ shippingAddress: place });
  const [way] = (await shop.checkout.options.query()).shippingOptions;
  const { totals } = await shop.cart.setShipping.mutate({ shippingOptionId: way?.id ?? "" });
  const placed = await shop.checkout.placeOrder.mutate({
    idempotencyKey: crypto.randomUUID(),
    payment: "invoice",
    seen: { currency: totals.total.currency, total: totals.total.amount },
  });
  return placed.order;
}

test("a shopper finds an order by its number and follows its parcels @main", async ({ shopper: page, server }) => {
  const staff = await adminClient(server);
  const goods = await newGoods(staff, { title: `Mirror ${newWord()}`, price: 12_000 });
  const { id, number } = await order(server, server.shopper, goods.variantIds[0] ?? "");

  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Last orders" })).toBeVisible();
  await page.getByRole("link", { name: "All orders" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search by number" }).fill(`#${number}`);
  const rows = page.getByRole("list", { name: "Your orders" }).getByRole("listitem");
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`search=`));
  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Being prepared");
  await rows.getByRole("link").click();

  await expect(page.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
  await expect(page.getByText(goods.title)).toBeVisible();
  await expect(page.getByText("Nothing has been sent yet.")).toBeVisible();
  const { version } = await staff.orders.get.query({ id });
  await staff.orders.fulfil.mutate({ id, version, carrier: "DHL", tracking: "JD0042" });
  await page.reload();
  await expect(page.getByText("On its way", { exact: true })).toBeVisible();
  await expect(page.getByText("Tracking number: JD0042")).toBeVisible();

  await page.goto("/account/orders?status=canceled&year=2001");
  await expect(page.getByRole("heading", { name: "No order matches" })).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(rows.first()).toBeVisible();
});

test("an order that is not one's own is not there", async ({ shopper: page, server }) => {
  await page.goto("/account/orders/ord_01ARZ3NDEKTSV4RRFFQ69G5FAV");
  await expect(page.getByRole("heading", { level: 1, name: "We could not find that page" })).toBeVisible();
  await page.goto("/account/orders/nonsense");
  await expect(page.getByRole("heading", { level: 1, name: "We could not find that page" })).toBeVisible();
  await page.goto(`${server.shop}/order`);
  await expect(page.getByRole("heading", { level: 1, name: "Open the link in your mail" })).toBeVisible();
});
