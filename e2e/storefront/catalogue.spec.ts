import { adminClient } from "../admin/steps.ts";
import { expect, test } from "../fixtures.ts";
import { newGoods, newWord } from "./goods.ts";

test("finds products by word, category and order, and the address keeps all of it @main", async ({
  visitor: page,
  server,
}) => {
  const staff = await adminClient(server);
  const word = newWord();
  const category = `Lamps ${word}`;
  const dear = await newGoods(staff, { title: `Dear lamp ${word}`, price: 20_000, category });
  await newGoods(staff, { title: `Cheap lamp ${word}`, price: 1_000, category });
  await newGoods(staff, { title: `Sold out stool ${word}`, price: 1_500, stock: 0 });

  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "All products" })).toBeVisible();
  await page.getByRole("searchbox", { name: "Search products" }).fill(word);
  await page.getByRole("searchbox", { name: "Search products" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Results for “${word}”` })).toBeVisible();
  const tiles = page.getByRole("main").getByRole("article");
  await expect(tiles).toHaveCount(3);
  await expect(tiles.filter({ hasText: "stool" })).toContainText("Sold out");

  const categories = page.getByRole("navigation", { name: "Category" });
  await categories.getByRole("link", { name: category }).click();
  await expect(tiles).toHaveCount(2);
  await expect(categories.locator("[aria-current]")).toHaveText(category);
  await page.getByRole("combobox", { name: "Sort by" }).selectOption({ label: "Price, highest first" });
  await expect(tiles.first()).toContainText("Dear lamp");
  await page.getByRole("combobox", { name: "Sort by" }).selectOption({ label: "Price, lowest first" });
  await expect(tiles.first()).toContainText("Cheap lamp");

  await page.reload();
  await expect(tiles.first()).toContainText("Cheap lamp");
  await expect(page.getByRole("searchbox", { name: "Search products" })).toHaveValue(word);
  await page.goBack();
  await expect(tiles.first()).toContainText("Dear lamp");

  await tiles.first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: dear.title })).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^${dear.title}`));

  await page.goto("/?search=nothing-of-this-name");
  await expect(page.getByRole("heading", { name: "Nothing matches “nothing-of-this-name”" })).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "All products" })).toBeVisible();
  await page.goto("/products/no-such-product");
  await expect(page.getByRole("heading", { level: 1, name: "This product is not here" })).toBeVisible();
});

test("turns the pages of the catalogue forward and back", async ({ visitor: page, server }) => {
  const staff = await adminClient(server);
  const category = `Many ${newWord()}`;
  for (let n = 1; n <= 26; n += 1) await newGoods(staff, { title: `Peg ${n}`, price: 100 + n, category });
  await page.goto(`/?category=${encodeURIComponent(category)}&sort=price`);
  const tiles = page.getByRole("main").getByRole("article");
  await expect(tiles).toHaveCount(24);
  await page.getByRole("button", { name: "Next" }).click();
  await expect(tiles).toHaveCount(2);
  await page.reload();
  await expect(tiles).toHaveCount(2);
  await page.getByRole("button", { name: "Previous" }).click();
  await expect(tiles).toHaveCount(24);
  await expect(tiles.first()).toContainText("Peg 1");
});

test("shows a special price beside the usual one, and what more pieces cost", async ({ visitor: page, server }) => {
  const staff = await adminClient(server);
  const goods = await newGoods(staff, {
    title: `Tile ${newWord()}`,
    price: 1_990,
    variants: ["Blue", "Green"],
  });
  const [region] = await staff.regions.list.query();
  const list = await staff.priceLists.create.mutate({
    name: goods.title,
    benefit: "Summer price",
    type: "sale",
    currency: region?.currency ?? "EUR",
    audience: { kind: "everyone" },
  });
  await staff.priceLists.setEntries.mutate({
    priceListId: list.id,
    entries: [
      {
        variantId: goods.variantIds[0] ?? "",
        ranges: [
          { min: 1, max: 9, amount: 1_790 },
          { min: 10, amount: 1_500 },
        ],
      },
    ],
  });
  const { version } = await staff.priceLists.get.query({ id: list.id });
  await staff.priceLists.activate.mutate({ id: list.id, version });

  await page.goto(`/?search=${goods.title.split(" ")[1]}`);
  const tile = page.getByRole("article");
  await expect(tile).toContainText("Your price: €17.90");
  await expect(tile.locator("s")).toHaveText("€19.90");
  await expect(tile).toContainText("Summer price");

  await tile.getByRole("link").click();
  await expect(page.getByRole("row", { name: /10 or more/ })).toContainText("€15.00");
  const quantity = page.getByRole("textbox", { name: `Quantity of ${goods.title}` });
  await quantity.fill("12");
  await quantity.press("Tab");
  await expect(page.getByText("12 pieces together: €180.00")).toBeVisible();
  await page.getByRole("radio", { name: "Green" }).check();
  await expect(page).toHaveURL(/variant=/);
  await expect(page.getByText("Summer price")).toBeHidden();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Green" })).toBeChecked();
});

test("a price of one's own goes with whoever it was for", async ({ shopper: page, server }) => {
  const staff = await adminClient(server);
  const goods = await newGoods(staff, { title: `Clock ${newWord()}`, price: 8_000 });
  const [group] = (await staff.groups.list.query({ search: "VIP", limit: 1 })).items;
  const list = await staff.priceLists.create.mutate({
    name: goods.title,
    benefit: "Only for you",
    type: "sale",
    currency: "EUR",
    audience: { kind: "groups", anyOf: [group?.id ?? ""] },
  });
  await staff.priceLists.setEntries.mutate({
    priceListId: list.id,
    entries: [{ variantId: goods.variantIds[0] ?? "", ranges: [{ amount: 4_000 }] }],
  });
  const { version } = await staff.priceLists.get.query({ id: list.id });
  await staff.priceLists.activate.mutate({ id: list.id, version });

  await page.goto(`/?search=${goods.title.split(" ")[1]}`);
  await expect(page.getByRole("article")).toContainText("Only for you");
  await page.getByRole("article").getByRole("link").click();
  await expect(page.getByText("Only for you")).toBeVisible();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "All products" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: goods.title })).toBeVisible();
  await expect(page.getByText("€80.00")).toBeVisible();
  await expect(page.getByText("Only for you")).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("article")).toContainText("€80.00");
  await expect(page.getByText("Only for you")).toHaveCount(0);
});
