import type { Locator, Page } from "@playwright/test";
import type { AdminClient } from "@clientele/client";
import { expect, testOnOwnServer } from "../fixtures.ts";
import { adminClient, toast } from "./steps.ts";

// What is made here would stand in the lists of products that other files look at.
const test = testOnOwnServer();

const perProduct = 100;
const skuOf = (at: number): string => `BOLT-${String(at).padStart(4, "0")}`;

/** Variants BOLT-0000 and so on, each at 100 euros; drafts, so that no shopper sees them. */
async function makeVariants(client: AdminClient, count: number): Promise<void> {
  for (let from = 0; from < count; from += perProduct) {
    const product = await client.products.create.mutate({
      title: `Bolts ${from / perProduct}`,
      handle: `bolts-${from / perProduct}`,
      variants: Array.from({ length: Math.min(perProduct, count - from) }, (_, at) => ({
        title: `No. ${from + at}`,
        sku: skuOf(from + at),
      })),
    });
    await client.products.setPrices.mutate({
      productId: product.id,
      version: product.version,
      prices: product.variants.map(({ id }) => ({ variantId: id, currency: "EUR", amount: 10_000 })),
    });
  }
}

/** The calls that write prices while the page is used, as the page sends them. */
function writesOf(page: Page): { entries: unknown[] }[] {
  const writes: { entries: unknown[] }[] = [];
  page.on("request", (request) => {
    if (!request.url().includes("/trpc/priceLists.setEntries")) return;
    const calls = Object.values(request.postDataJSON() as Record<string, { entries: unknown[] }>);
    writes.push(...calls);
  });
  return writes;
}

const rowOf = (grid: Locator, sku: string): Locator => grid.getByRole("row").filter({ hasText: sku });
/** The columns of a list without a percentage: SKU, product, base price, from quantity, price. */
const minOf = (row: Locator): Locator => row.getByRole("gridcell").nth(3);
const priceOf = (row: Locator): Locator => row.getByRole("gridcell").nth(4);

const newList = (client: AdminClient, name: string) =>
  client.priceLists.create.mutate({
    name,
    type: "sale",
    currency: "EUR",
    audience: { kind: "everyone" },
    idempotencyKey: crypto.randomUUID(),
  });

test("a list is made for a group, activated with a look at what changes, and archived", async ({ staff: page }) => {
  await page.goto("/price-lists");
  await expect(page.getByRole("rowheader", { name: "Wholesale" })).toBeVisible();
  await page.getByRole("button", { name: "New price list" }).click();
  const sheet = page.getByRole("dialog", { name: "New price list" });
  await sheet.getByRole("textbox", { name: "Name" }).fill("Spring for the club");
  await sheet.getByRole("textbox", { name: "Percentage on base prices" }).fill("-60");
  await expect(sheet.getByText("€100.00 becomes €40.00.")).toBeVisible();
  await sheet.getByRole("radio", { name: "Groups" }).check();
  await sheet.getByRole("button", { name: "Create price list" }).click();
  await expect(sheet.getByText("Name at least one group, or choose everyone.")).toBeVisible();
  await sheet.getByRole("combobox", { name: "In any of" }).fill("Newsletter");
  await page.getByRole("option", { name: "Newsletter circle" }).click();
  await page.keyboard.press("Escape");
  await expect(sheet.getByRole("status").filter({ hasText: "Customers in Newsletter circle." })).toBeVisible();
  await sheet.getByRole("button", { name: "Create price list" }).dblclick();

  await expect(page.getByRole("heading", { level: 1, name: "Spring for the club" })).toBeVisible();
  await page.getByRole("button", { name: "Activate…" }).click();
  const preview = page.getByRole("dialog", { name: "Activate “Spring for the club”?" });
  await expect(preview.getByText(/^Changes the price of \d+ variants for \d+ customers\.$/)).toBeVisible();
  await expect(preview.getByRole("rowheader").first()).toBeVisible();
  await preview.getByRole("button", { name: "Activate" }).click();
  await expect(toast(page, "Spring for the club is active.")).toBeVisible();
  await expect(page.getByRole("banner").or(page.getByRole("main")).getByText("Live", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("textbox", { name: "What shoppers read beside the price" }).fill("Club price");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(toast(page, "Price list saved.")).toBeVisible();

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Archive…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Archive price list" }).click();
  await expect(page.getByText("This list is archived", { exact: false })).toBeVisible();
  await page.goto("/price-lists?search=spring");
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await expect(page.getByRole("row").nth(1)).toContainText("Archived");
});

test("one cell that is edited is one call with one entry; what cannot be read stays and is not sent; undo takes back", async ({
  staff: page,
  server,
}) => {
  const client = await adminClient(server);
  const list = await newList(client, "By hand");
  const writes = writesOf(page);
  await page.goto(`/price-lists/${list.id}`);
  await page.getByRole("button", { name: "Show all variants" }).click();
  const grid = page.getByRole("grid", { name: "Prices of this list" });
  const row = rowOf(grid, "BED-LA-CHE");

  await priceOf(row).click();
  await page.keyboard.type("9o,50");
  await page.keyboard.press("Enter");
  await expect(priceOf(row)).toContainText("9o,50");
  await expect(priceOf(row)).toContainText("This is no amount");
  await expect(page.getByText("1 variant has something to put right; not saved yet")).toBeVisible();
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("dialog", { name: "Leave without saving?" }).getByRole("button", { name: "Stay here" }).click();
  expect(writes).toEqual([]);

  await priceOf(row).click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("90,50");
  await page.keyboard.press("Enter");
  await expect(priceOf(row)).toHaveText("€90.50");
  await expect(minOf(row)).toHaveText("1");
  await expect(page.getByText("All changes saved")).toBeVisible();
  await expect.poll(() => writes.length).toBe(1);
  expect(writes).toMatchObject([{ entries: [{ ranges: [{ min: 1, max: null, amount: 9050 }] }] }]);

  await row.getByRole("button", { name: "Add a quantity break to BED-LA-CHE" }).click();
  await minOf(row.nth(1)).click();
  await page.keyboard.type("10");
  await page.keyboard.press("Tab");
  await page.keyboard.type("80");
  await page.keyboard.press("Enter");
  await expect(priceOf(row.nth(1))).toHaveText("€80.00");
  await expect(page.getByText("All changes saved")).toBeVisible();
  await expect.poll(() => writes.length).toBe(2);
  expect(writes[1]).toMatchObject({
    entries: [
      {
        ranges: [
          { min: 1, max: 9, amount: 9050 },
          { min: 10, max: null, amount: 8000 },
        ],
      },
    ],
  });

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row).toHaveCount(1);
  await priceOf(row).click();
  await page.keyboard.press("Control+z");
  await expect(priceOf(row)).toHaveText("");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  // The screen is ahead of what is sent.
  await expect.poll(() => writes.map(({ entries }) => entries.length)).toEqual([1, 1, 1, 1]);
  await expect.poll(async () => (await client.priceLists.get.query({ id: list.id })).variants).toBe(0);
});

test("on a phone a variant stands beside its price, which is edited there", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const list = await newList(client, "On the way");
  const writes = writesOf(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/price-lists/${list.id}?all=true`);
  const grid = page.getByRole("grid", { name: "Prices of this list" });
  const cells = rowOf(grid, "Bedside lamp").getByRole("gridcell");
  const price = cells.nth(2);
  await price.scrollIntoViewIfNeeded();
  await expect(cells.first()).toHaveText("Bedside lamp");
  await expect(cells.first()).toBeInViewport({ ratio: 1 });
  await expect(price).toBeInViewport({ ratio: 1 });

  await price.dblclick();
  await page.keyboard.type("95");
  await page.keyboard.press("Enter");
  await expect(price).toHaveText("€95.00");
  await expect.poll(() => writes.flatMap(({ entries }) => entries)).toHaveLength(1);
});

test("a range of cells is marked, copied, emptied and pasted as in a spreadsheet", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const list = await newList(client, "Ranges");
  await client.priceLists.importEntries.mutate({
    priceListId: list.id,
    text: "BED-LA-CHE,1,70\nBED-LA-CHE,10,65\nCAN-ST-S,1,20",
  });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/price-lists/${list.id}`);
  const grid = page.getByRole("grid", { name: "Prices of this list" });
  const bed = rowOf(grid, "BED-LA-CHE");
  const candle = rowOf(grid, "CAN-ST-S");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  await minOf(bed.first()).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("2 rows by 2 columns marked")).toBeAttached();
  await page.keyboard.press("Control+c");
  await expect.poll(copied).toBe("1\t70.00\n10\t65.00");

  await priceOf(candle).click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 rows by 2 columns marked")).toBeAttached();
  await minOf(candle).click();
  await page.evaluate(() => navigator.clipboard.writeText("5\t18,50"));
  await page.keyboard.press("Control+v");
  await expect(priceOf(candle)).toHaveText("€18.50");
  await expect(minOf(candle)).toHaveText("5");
  await page.keyboard.press("Control+z");
  await expect(priceOf(candle)).toHaveText("€20.00");

  await priceOf(bed.first()).hover();
  await page.mouse.down();
  await priceOf(bed.nth(1)).hover();
  await page.mouse.up();
  await expect(page.getByText("2 rows by 1 column marked")).toBeAttached();
  await page.keyboard.press("Delete");
  await expect(bed).toHaveCount(1);
  await expect(priceOf(bed)).toHaveText("");
  await expect.poll(async () => (await client.priceLists.get.query({ id: list.id })).variants).toBe(1);
});

test("500 rows of three columns are pasted, the wrong cells are marked, the right ones imported and undone at once", async ({
  staff: page,
  server,
}) => {
  test.setTimeout(90_000);
  const client = await adminClient(server);
  await makeVariants(client, 500);
  const list = await newList(client, "From a spreadsheet");
  const writes = writesOf(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`/price-lists/${list.id}?all=true&search=BOLT`);
  const grid = page.getByRole("grid", { name: "Prices of this list" });
  await priceOf(rowOf(grid, skuOf(0))).click();
  const rows = Array.from({ length: 500 }, (_, at) => {
    if (at === 7) return "BOLT-XXXX\t1\t50,00";
    if (at === 8) return `${skuOf(at)}\t1\tfifty`;
    if (at === 9) return `${skuOf(at)}\t0\t50,00`;
    return `${skuOf(at)}\t1\t${60 + (at % 7)},25`;
  });
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), rows.join("\r\n"));
  await page.keyboard.press("Control+v");

  const dialog = page.getByRole("dialog", { name: "Paste prices" });
  await expect(dialog.getByText("3 of 500 rows cannot be used as they are.")).toBeVisible();
  const report = dialog.getByRole("table", { name: "What was read" });
  await expect(report.getByRole("row")).toHaveCount(4);
  await expect(report.getByRole("cell", { name: "BOLT-XXXX" })).toContainText("No variant has this SKU.");
  await expect(report.getByRole("cell", { name: "fifty" })).toContainText("No amount such as 12.50.");
  await expect(report.getByRole("row").nth(3).getByRole("cell").nth(2)).toContainText("A whole number from 1.");
  expect(writes).toEqual([]);
  await dialog.getByRole("button", { name: "Import the 497 right variants" }).click();
  await expect(toast(page, "497 variants imported.")).toBeVisible();
  await expect(priceOf(rowOf(grid, skuOf(0)))).toHaveText("€60.25");
  expect(writes.map(({ entries }) => entries.length)).toEqual([497]);
  expect((await client.priceLists.get.query({ id: list.id })).variants).toBe(497);

  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  expect((await file).suggestedFilename()).toBe("From-a-spreadsheet.csv");

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "Undone.")).toBeVisible();
  await expect(priceOf(rowOf(grid, skuOf(0)))).toHaveText("");
  expect((await client.priceLists.get.query({ id: list.id })).variants).toBe(0);

  await page.getByRole("button", { name: "Upload CSV…" }).waitFor();
  await page.locator("input[type=file]").setInputFiles({
    name: "prices.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`SKU;From quantity;Price\n${skuOf(1)};1;44,00\n${skuOf(1)};10;40,00`),
  });
  const upload = page.getByRole("dialog", { name: "Prices from prices.csv" });
  await expect(upload.getByText("All 2 rows are right.")).toBeVisible();
  await upload.getByRole("button", { name: "Import 1 variant" }).click();
  await expect(priceOf(rowOf(grid, skuOf(1)).nth(1))).toHaveText("€40.00");
});

test("a list that an import emptied first says all of it again once that is undone", async ({
  staff: page,
  server,
}) => {
  const client = await adminClient(server);
  const list = await newList(client, "Emptied by mistake");
  await client.priceLists.importEntries.mutate({
    priceListId: list.id,
    text: "BED-LA-CHE,1,70\nBED-LA-CHE,10,65\nCAN-ST-S,1,20",
  });
  await page.goto(`/price-lists/${list.id}`);
  const grid = page.getByRole("grid", { name: "Prices of this list" });
  await expect(rowOf(grid, "BED-LA-CHE")).toHaveCount(2);
  await page.getByRole("button", { name: "Paste prices…" }).click();
  const dialog = page.getByRole("dialog", { name: "Paste prices" });
  await dialog.getByRole("textbox", { name: "Prices" }).fill("CAN-ST-S;21");
  await dialog.getByRole("button", { name: "Check the prices" }).click();
  await dialog.getByRole("switch", { name: "Empty the list first" }).check();
  await dialog.getByRole("button", { name: "Import 1 variant" }).click();
  await expect(toast(page, "1 variant imported, 1 taken out.")).toBeVisible();
  await expect(rowOf(grid, "BED-LA-CHE")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "Undone.")).toBeVisible();
  await expect(priceOf(rowOf(grid, "BED-LA-CHE").nth(1))).toHaveText("€65.00");
  await expect(priceOf(rowOf(grid, "CAN-ST-S"))).toHaveText("€20.00");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("five thousand prices scroll with few rows in the page", async ({ staff: page, server }) => {
  test.setTimeout(120_000);
  const client = await adminClient(server);
  const { items } = await client.products.list.query({ search: "Bolts" });
  // The test before may have made the first of them.
  if (items.length === 0) await makeVariants(client, 500);
  const list = await newList(client, "Long");
  const text = Array.from(
    { length: 5000 },
    (_, at) => `${skuOf(Math.floor(at / 10))},${(at % 10) + 1},${99 - (at % 10)}`,
  );
  await client.priceLists.importEntries.mutate({ priceListId: list.id, text: text.join("\n") });
  await page.goto(`/price-lists/${list.id}`);
  const grid = page.getByRole("grid", { name: "Prices of this list" });
  await expect(grid.getByRole("row").nth(1)).toContainText(skuOf(0));
  await expect(grid).toHaveAttribute("aria-rowcount", "5001");
  for (const sku of [skuOf(250), skuOf(499)]) {
    await grid.evaluate(
      (scroller, part) => scroller.scrollTo(0, scroller.scrollHeight * part - scroller.clientHeight),
      sku === skuOf(250) ? 0.502 : 1,
    );
    await expect(rowOf(grid, sku).first()).toBeVisible();
    expect(await grid.getByRole("row").count()).toBeLessThan(80);
  }
});

test("two lists that meet on the same variant are shown with the one that wins and why", async ({
  staff: page,
  server,
}) => {
  const client = await adminClient(server);
  const one = await newList(client, "Meets the other");
  await client.priceLists.importEntries.mutate({ priceListId: one.id, text: "BED-LA-CHE,1,70" });
  const other = await newList(client, "Meets the one");
  await client.priceLists.importEntries.mutate({ priceListId: other.id, text: "BED-LA-CHE,1,60" });
  await client.priceLists.activate.mutate({ id: one.id, version: one.version });
  await client.priceLists.activate.mutate({ id: other.id, version: other.version });
  await page.goto(`/price-lists/${one.id}/conflicts`);
  const pair = page.getByRole("region", { name: /Meets the (one and Meets the other|other and Meets the one)/ });
  await expect(pair.getByRole("row").nth(1)).toContainText("Meets the one: it is lower");
  await page.goto("/price-lists/conflicts");
  await expect(pair).toBeVisible();
});

test("prices are shown as a customer has them, with what became of every list", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const [group] = (await client.groups.list.query({ search: "Wholesale" })).items;
  const members = await client.groups.members.query({ groupId: group?.id ?? "", limit: 100 });
  const member = members.items.find(({ customer }) => customer.status === "active");
  // A member from overseas would see the prices of there, and the list is in euros.
  const region = (await client.regions.list.query()).find(({ currency }) => currency === "EUR");
  await page.goto(`/customers/${member?.customer.id}/prices?search=CAN-ST-S&regionId=${region?.id}`);
  const table = page.getByRole("table", { name: "Prices as this customer" });
  await expect(table.getByRole("row").nth(1)).toContainText("Wholesale");
  await page.getByRole("textbox", { name: "Quantity" }).fill("12");
  await expect(page).toHaveURL(/quantity=12/);
  await table.getByRole("rowheader").getByRole("button").first().click();
  const why = page.getByRole("dialog", { name: "Candlestick – Small" });
  await expect(why.getByRole("listitem").filter({ hasText: "Wholesale" })).toContainText("This is the price.");
});
