import { expect, newAddress, test } from "../fixtures.ts";
import { newGoods, newWord, setPrice } from "../storefront/goods.ts";
import { guestOrder } from "./buying.ts";
import { adminClient, toast } from "./steps.ts";

/** Four pixels of one colour. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR42mM4UWEDRAwQCgArzgXxOHtC1QAAAABJRU5ErkJggg==",
  "base64",
);

test("a product is made with a picture, put on sale and sold @main", async ({ staff: page, open, server }) => {
  const client = await adminClient(server);
  const other = await newGoods(client, { title: "Taken words", price: 100 });
  const word = newWord();
  const title = `Großer Kessel ${word}`;
  await page.goto("/products");
  await page.getByRole("button", { name: "New product" }).click();
  const sheet = page.getByRole("dialog", { name: "New product" });
  await sheet.getByRole("textbox", { name: "Title" }).fill(title);
  const address = sheet.getByRole("textbox", { name: "Address" });
  await expect(address).toHaveValue(`grosser-kessel-${word}`);
  await address.fill(other.handle);
  await sheet.getByRole("textbox", { name: "SKU" }).fill(`${word}-1`);
  await sheet.getByRole("textbox", { name: "Stock" }).fill("7");
  await sheet.getByRole("button", { name: "Create product" }).click();
  await expect(address).toHaveAttribute("aria-invalid", "true");
  await address.fill(`kettle-${word}`);
  await sheet.getByRole("button", { name: "Create product" }).dblclick();

  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText("Draft").first()).toBeVisible();
  // The picture is saved at once, and what is typed beside it goes on from there.
  await page.getByRole("combobox", { name: "Category" }).fill("Kitchen");
  const picking = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose picture" }).click();
  await (await picking).setFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no picture") });
  await expect(page.getByText("not a picture we can read")).toBeVisible();
  const again = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose picture" }).click();
  await (await again).setFiles({ name: "kettle.png", mimeType: "image/png", buffer: png });
  await expect(page.getByRole("img", { name: `Picture of ${title}` })).toBeVisible();

  await page.getByRole("button", { name: "Add variant" }).click();
  await page.getByRole("textbox", { name: "Variant of variant 1" }).fill("Small");
  await page.getByRole("textbox", { name: "Variant of variant 2" }).fill("Large");
  await page.getByRole("textbox", { name: "SKU of variant 2" }).fill(`${word}-1`);
  await page.getByRole("textbox", { name: "Price (EUR) of variant 1" }).fill("19.90");
  await page.getByRole("textbox", { name: "Price (EUR) of variant 2" }).fill("a lot");
  await page.getByRole("combobox", { name: "Status" }).selectOption("Published");
  await page.keyboard.press("ControlOrMeta+s");
  await expect(page.getByRole("textbox", { name: "Price (EUR) of variant 2" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Price (EUR) of variant 2" }).fill("29.90");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const sku = page.getByRole("textbox", { name: "SKU of variant 2" });
  await expect(sku).toHaveAttribute("aria-invalid", "true");
  await expect(sku).toBeFocused();
  await sku.fill(`${word}-2`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(toast(page, "Saved.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Unsaved changes" })).toBeHidden();

  const shopper = await open("shop");
  await shopper.goto(`/products/kettle-${word}`);
  await expect(shopper.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(shopper.getByText("€19.90").first()).toBeVisible();

  // Somebody buys while a colleague counts: what was sold stays sold unless the colleague says so.
  const [id] = (await client.products.list.query({ search: word, limit: 1 })).items.map((found) => found.id);
  const { variants } = await client.products.get.query({ id: id ?? "" });
  const stock = page.getByRole("textbox", { name: "Stock of variant 1" });
  await stock.fill("20");
  await guestOrder(server, newAddress("kettle"), variants[0]?.id ?? "", 2);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = page.getByRole("dialog", { name: "Changed meanwhile" });
  await expect(conflict).toContainText(`${word}-1 (Small), 5 in stock, 19.90 EUR`);
  await conflict.getByRole("radio", { name: /^Keep the saved value/ }).check();
  await conflict.getByRole("button", { name: "Keep these and save" }).click();
  await expect(conflict).toBeHidden();
  await expect(stock).toHaveValue("5");
  await page.goto(`/products?search=${word}&status=published`);
  await expect(page.getByRole("row").filter({ hasText: title })).toContainText("Kitchen");
});

test("variants are put in another order, and a price that a colleague set meanwhile is asked about", async ({
  staff: page,
  open,
  server,
}) => {
  const client = await adminClient(server);
  const title = `Lamp ${newWord()}`;
  const goods = await newGoods(client, { title, price: 1_000, variants: ["Small", "Large"] });
  const field = (name: string, place: number) => page.getByRole("textbox", { name: `${name} of variant ${place}` });
  await page.goto(`/products/${goods.productId}`);
  await field("SKU", 2).press("Alt+ArrowUp");
  await expect(field("Variant", 1)).toHaveValue("Large");
  await expect(field("SKU", 1)).toBeFocused();
  await page.getByRole("button", { name: "Actions for variant 1" }).click();
  await page.getByRole("menuitem", { name: "Move down" }).click();
  await expect(field("Variant", 1)).toHaveValue("Small");
  await expect(page.getByRole("button", { name: "Actions for variant 2" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Move down" })).toBeDisabled();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await expect(field("Variant", 1)).toHaveValue("Large");

  await field("Price (EUR)", 2).fill("12.00");
  await setPrice(client, goods, { amount: 1_300, currency: "EUR" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const conflict = page.getByRole("dialog", { name: "Changed meanwhile" });
  await expect(conflict).toContainText("12.00 EUR");
  await expect(conflict).toContainText("13.00 EUR");
  await conflict.getByRole("button", { name: "Keep these and save" }).click();
  await expect(toast(page, "Saved.")).toBeVisible();
  await expect(field("Price (EUR)", 2)).toHaveValue("12.00");

  const shopper = await open("shop");
  await shopper.goto(`/products/${goods.handle}`);
  await expect(shopper.getByRole("radio")).toHaveCount(2);
  await expect(shopper.getByRole("radio").first()).toHaveAccessibleName(/^Large/);
});

test("a category is offered, filtered by, and renamed for all its products", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const [word, other] = [newWord(), newWord()];
  const [lamp, bulb] = [
    await newGoods(client, { title: `Lamp ${word}`, price: 100, category: `Light ${word}` }),
    await newGoods(client, { title: `Bulb ${word}`, price: 100 }),
  ];
  await newGoods(client, { title: `Torch ${word}`, price: 100, category: `Outdoors ${other}` });
  await page.goto(`/products/${bulb.productId}`);
  const field = page.getByRole("combobox", { name: "Category" });
  await field.fill(`light ${word.slice(0, -1)}`);
  await expect(page.getByRole("option", { name: `Light ${word}` })).toBeVisible();
  await field.fill(` LIGHT  ${word}`);
  await page.getByRole("textbox", { name: "Title" }).click();
  await expect(field).toHaveValue(`Light ${word}`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(toast(page, "Saved.")).toBeVisible();

  await page.goto("/products");
  await page.getByRole("combobox", { name: "Category" }).selectOption(`Light ${word} (2)`);
  await expect(page.getByRole("rowheader")).toHaveText([bulb.title, lamp.title]);
  await page.getByRole("button", { name: "Categories" }).click();
  const sheet = page.getByRole("dialog", { name: "Categories" });
  await sheet.getByRole("button", { name: `Rename the category “Light ${word}”` }).click();
  const asking = page.getByRole("dialog", { name: `Rename the category “Light ${word}”` });
  await expect(asking).toContainText("2 products get the new name");
  await asking.getByRole("textbox", { name: "New name" }).fill(`outdoors ${other}`);
  await expect(asking).toContainText(`“Outdoors ${other}” is there already with 1 product.`);
  await asking.getByRole("button", { name: "Join the categories" }).click();
  await expect(toast(page, `2 products are in “Outdoors ${other}” now.`)).toBeVisible();
  await sheet.getByRole("link", { name: `Outdoors ${other}` }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("rowheader")).toHaveCount(3);
});

test("a product is deleted once its consequence was read", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const { productId, title } = await newGoods(client, { title: `Gone ${newWord()}`, price: 100 });
  await page.goto(`/products/${productId}`);
  await page.getByRole("textbox", { name: "Title" }).fill("Half typed");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Delete product" }).click();
  const asking = page.getByRole("dialog", { name: `Delete the product “${title}”?` });
  await expect(asking).toContainText("Orders keep what was bought");
  await asking.getByRole("button", { name: "Delete product" }).click();
  await expect(toast(page, `${title} was deleted.`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Products" })).toBeVisible();
  await page.goto(`/products/${productId}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("could not find");
});

test("a region is made, a country that another has is told at its field, and shipping is added and removed", async ({
  staff: page,
}) => {
  const name = `Region ${newWord()}`;
  await page.goto("/settings/regions");
  await page.getByRole("button", { name: "New region" }).click();
  const sheet = page.getByRole("dialog", { name: "New region" });
  await sheet.getByRole("textbox", { name: "Name" }).fill(name);
  const currency = sheet.getByRole("combobox", { name: "Currency" });
  await currency.fill("CHF");
  await page.getByRole("option", { name: /^CHF/ }).click();
  await sheet.getByRole("textbox", { name: "Tax in percent" }).fill("8.1 %");
  await sheet.getByRole("button", { name: "Create region" }).click();
  await expect(sheet.getByRole("textbox", { name: "Tax in percent" })).toHaveAttribute("aria-invalid", "true");
  await sheet.getByRole("textbox", { name: "Tax in percent" }).fill("8.1");
  const countries = sheet.getByRole("combobox", { name: "Countries" });
  await countries.fill("German");
  await page.getByRole("option", { name: "Germany" }).click();
  await sheet.getByRole("button", { name: "Create region" }).click();
  await expect(sheet.getByText(/belongs to the region/)).toBeVisible();
  await countries.press("Backspace");
  await countries.fill("Switz");
  await page.getByRole("option", { name: "Switzerland" }).click();
  await sheet.getByRole("button", { name: "Create region" }).click();
  await expect(toast(page, `${name} was created.`)).toBeVisible();
  const card = page.getByRole("region", { name, exact: true });
  await expect(card).toContainText("8.1 %, included in prices");
  await expect(card).toContainText("Switzerland");

  await card.getByRole("button", { name: `Add way of shipping in ${name}` }).click();
  const adding = page.getByRole("dialog", { name: `New way of shipping in ${name}` });
  await adding.getByRole("textbox", { name: "Name" }).fill("Post");
  await adding.getByRole("textbox", { name: "Price in CHF" }).fill("9");
  await adding.getByRole("button", { name: "Add way of shipping" }).click();
  await expect(card).toContainText("CHF");
  await card.getByRole("button", { name: "Actions for Post" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const editing = page.getByRole("dialog", { name: "Edit Post" });
  await editing.getByRole("textbox", { name: "Price in CHF" }).fill("0");
  await editing.getByRole("button", { name: "Save" }).click();
  await expect(card).toContainText("Free");

  await card.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: "Remove region…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove region" }).click();
  await expect(toast(page, `${name} was removed.`)).toBeVisible();
  await expect(card).toHaveCount(0);
});
