import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { adminClient } from "./admin/steps.ts";
import { expect, test } from "./fixtures.ts";

const docs = fileURLToPath(new URL("../docs", import.meta.url));
const images = join(docs, "images");
const update = process.env["UPDATE_IMAGES"] === "1";
const most = 250_000;

test.use({ viewport: { width: 1280, height: 800 } });

/** Takes the picture anew when asked to, else only sees to it that there is one and that it is small enough to read. */
async function picture(page: Page, name: string): Promise<void> {
  const file = join(images, `${name}.png`);
  await page.evaluate(() => document.fonts.ready);
  if (update) {
    await page.mouse.move(0, 0);
    mkdirSync(images, { recursive: true });
    writeFileSync(file, await page.screenshot({ animations: "disabled", caret: "hide" }));
  }
  expect(existsSync(file), `docs/images/${name}.png; run again with UPDATE_IMAGES=1`).toBe(true);
  expect(statSync(file).size).toBeLessThan(most);
}

/** A page as people see it: nothing of it is still on its way. */
async function shown(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator(".mantine-Skeleton-root, [aria-busy=true]")).toHaveCount(0);
  // Pictures further down are only fetched once somebody scrolls to them.
  await page.evaluate(async () => {
    const seen = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
    await Promise.all(seen.map((image) => image.decode().catch(() => {})));
  });
}

/** What the demo store must have for a picture. */
function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Error("the demo store lacks it");
  return one;
}

test("pictures of the guide show the shop", async ({ shopper: page }) => {
  await shown(page, "/");
  await picture(page, "storefront");
});

test("pictures of the guide show what staff do", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const [shopper] = (await client.customers.list.query({ search: server.shopper.email })).items;
  const [wholesale] = (await client.groups.list.query({ search: "Wholesale" })).items;
  if (shopper === undefined || wholesale === undefined) throw new Error("the demo store lacks them");
  const row = page.getByRole("row").nth(3);

  await page.goto("/customers?sort=-netSpent");
  await expect(row).toBeVisible();
  await picture(page, "admin");

  await page.goto("/customers?status=active&tags=Regular");
  await expect(page.getByText("Tagged Regular")).toBeVisible();
  await page.getByRole("columnheader").getByRole("checkbox").check();
  await expect(page.getByText(/^\d+ selected$/)).toBeVisible();
  await picture(page, "customers-filtered");

  await page.goto("/customers?sheet=new");
  await expect(page.getByRole("dialog", { name: "New customer" })).toBeVisible();
  await picture(page, "customer-new");

  await page.goto(`/customers/${shopper.id}`);
  await expect(page.getByRole("list", { name: "Timeline" })).toBeVisible();
  await picture(page, "customer");

  await page.goto("/groups");
  await expect(row).toBeVisible();
  await picture(page, "groups");

  await page.goto(`/groups/${wholesale.id}`);
  await expect(row).toBeVisible();
  await picture(page, "group");

  await page.goto(`/groups/${wholesale.id}/add`);
  await expect(row).toBeVisible();
  await page
    .getByRole("checkbox", { name: /^Select / })
    .nth(2)
    .check();
  await page
    .getByRole("checkbox", { name: /^Select / })
    .nth(4)
    .check();
  await picture(page, "group-add");

  await page.goto(`/groups/${wholesale.id}/paste`);
  await page
    .getByRole("textbox", { name: "E-mails" })
    .fill(`${server.shopper.email}\nNew Person <new.person@example.com>\nnot an address`);
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "What was found" })).toBeVisible();
  await picture(page, "group-paste");
});

test("pictures of the guide show what is sold, and where", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const product = found((await client.products.list.query({ search: "cutting board" })).items[0]);

  await shown(page, "/products");
  await picture(page, "products");
  await shown(page, `/products/${product.id}`);
  await picture(page, "product");
  await shown(page, "/settings/regions");
  await picture(page, "regions");

  await shown(page, "/settings/store");
  await picture(page, "store");
});

test("pictures of the guide show prices", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const list = found((await client.priceLists.list.query({ search: "Wholesale" })).items[0]);
  const vip = found((await client.groups.list.query({ search: "VIP" })).items[0]);
  const members = (await client.customers.list.query({ groupIds: [vip.id], status: ["active"], limit: 50 })).items;
  const search = "linde chair";
  const previews = await Promise.all(
    members.map(({ id }) => client.customers.previewPrices.query({ customerId: id, search })),
  );
  // Somebody who buys where the lists count, and whose name the fonts of every machine have.
  const customer = found(
    members.find(({ lastName }, at) => previews[at]?.region.currency === "EUR" && /^[a-zß-ɏ -]+$/i.test(lastName)),
  );

  await shown(page, "/price-lists");
  await picture(page, "price-lists");

  await shown(page, `/price-lists/${list.id}`);
  await expect(page.getByText("CUT-BO-S").first()).toBeVisible();
  await picture(page, "price-list");

  await page.getByRole("button", { name: "Paste prices" }).click();
  await page
    .getByRole("textbox", { name: "Prices" })
    .fill("SKU\tFrom\tPrice\nCUT-BO-S\t1\t36.50\nCUT-BO-S\t12\t31.90\nCUT-BO-X\t1\t55.00\nCUT-BO-L\t1\tfifty\n");
  await page.getByRole("button", { name: "Check the prices" }).click();
  await expect(page.getByText("No variant has this SKU.")).toBeVisible();
  await picture(page, "price-paste");

  await shown(page, "/price-lists/conflicts");
  await picture(page, "price-conflicts");

  await shown(page, `/customers/${customer.id}/prices?search=${encodeURIComponent(search)}`);
  await page.getByRole("row").nth(1).getByRole("button").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await picture(page, "prices-as");
});

test("pictures of the guide show discounts and orders", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const discount = found((await client.discounts.list.query({ search: "WELCOME10" })).items[0]);
  const sold = await client.orders.list.query({ fulfilment: ["not_fulfilled"], status: ["pending"], limit: 50 });
  const orders = await Promise.all(sold.items.map(({ id }) => client.orders.get.query({ id })));
  const order = found(
    orders.find(
      ({ lines, payment }) => lines.length > 1 && lines[0]?.discount.amount !== 0 && payment === "captured",
    ) ?? orders.find(({ lines, discounts }) => lines.length > 1 && discounts.length > 0),
  );
  const [variant] = await client.products.findVariants.query({ search: "LIN-CH-OAK" });
  const lines = [{ variantId: found(variant).id, quantity: 1 }];
  const shoppers = (await client.customers.list.query({ status: ["active"], sort: "name" })).items;
  const tried = await Promise.all(
    shoppers.map(({ id }) => client.discounts.tryOut.query({ id: discount.id, customerId: id, lines })),
  );
  const shopper = found(shoppers.find((_, at) => tried[at]?.state === "applied"));

  await shown(page, "/discounts");
  await picture(page, "discounts");
  await shown(page, `/discounts/${discount.id}`);
  const choose = async (label: string, typed: string, option: RegExp) => {
    await page.getByRole("combobox", { name: label }).fill(typed);
    await page.getByRole("option", { name: option }).first().click();
  };
  await choose("As customer", shopper.email ?? "", new RegExp(shopper.email ?? ""));
  await choose("Add a product", "LIN-CH-OAK", /LIN-CH-OAK|Linde chair/);
  await expect(page.getByText("It applies.")).toBeVisible();
  await picture(page, "discount");

  await shown(page, "/orders");
  await picture(page, "orders");
  await shown(page, `/orders/${order.id}`);
  await picture(page, "order");
  await page.getByRole("button", { name: "Send goods" }).click();
  await expect(page.getByRole("dialog", { name: /^Send goods/ })).toBeVisible();
  await picture(page, "order-send");
});

test("every picture that the guide and the README show is there, and no other", () => {
  const guide = readdirSync(join(docs, "guide")).map((name) => join("guide", name));
  const shownIn = [...guide, "../README.md"].flatMap((name) => {
    const file = join(docs, name);
    const named = [...readFileSync(file, "utf8").matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? "");
    for (const path of named) expect(existsSync(join(file, "..", path)), `${path} in ${name}`).toBe(true);
    return named.map((path) => basename(path));
  });
  expect(new Set(readdirSync(images))).toEqual(new Set(shownIn));
});
