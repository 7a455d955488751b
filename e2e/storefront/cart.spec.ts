import { adminClient } from "../admin/steps.ts";
import { expect, test } from "../fixtures.ts";
import { newGoods, newWord, putInCart, setPrice, setStock } from "./goods.ts";

test("a cart changes at once, keeps what it holds, and says why a code does not fit @main", async ({
  visitor: page,
  server,
}) => {
  const staff = await adminClient(server);
  const word = newWord();
  const chair = await newGoods(staff, { title: `Chair ${word}`, price: 10_000, stock: 4 });
  const throwing = await newGoods(staff, { title: `Throw ${word}`, price: 2_500 });
  const code = word.toUpperCase();
  await staff.discounts.create.mutate({
    name: "Ten percent",
    code,
    kind: "percentage",
    basisPoints: 1_000,
    minimum: { amount: 30_000, currency: "EUR" },
  });

  await page.goto("/cart");
  await expect(page.getByRole("heading", { name: "Your cart is empty" })).toBeVisible();
  await putInCart(page, chair);
  await expect(page.getByText("Only 4 left")).toBeVisible();
  await putInCart(page, throwing);
  await page.getByRole("link", { name: "Cart, 2 pieces" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cart" })).toBeVisible();

  const chairLine = page.getByRole("listitem").filter({ hasText: chair.title });
  const sum = (name: string) =>
    page
      .getByRole("term")
      .filter({ hasText: new RegExp(`^${name}$`) })
      .locator("..");
  await expect(sum("Subtotal")).toContainText("€125.00");

  await page.getByRole("textbox", { name: "Discount code" }).fill(` ${code.toLowerCase()} `);
  await page.getByRole("button", { name: "Use code" }).click();
  await expect(page.getByText(`Add things for €175.00 more to use it.`)).toBeVisible();

  await page.getByRole("button", { name: `One more of ${chair.title}` }).click();
  await page.getByRole("button", { name: `One more of ${chair.title}` }).click();
  await expect(chairLine).toContainText("€300.00");
  await expect(sum("Subtotal")).toContainText("€325.00");
  await expect(page.getByText("In use.")).toBeVisible();
  await expect(sum("Total")).toContainText("€292.50");

  await page.reload();
  await expect(page.getByRole("textbox", { name: `Quantity of ${chair.title}` })).toHaveValue("3");
  await expect(sum("Total")).toContainText("€292.50");

  await page.getByRole("button", { name: `Remove ${throwing.title}` }).click();
  await expect(page.getByRole("status").filter({ hasText: `${throwing.title} is out of your cart.` })).toBeVisible();
  await expect(sum("Subtotal")).toContainText("€300.00");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(sum("Subtotal")).toContainText("€325.00");
  await page.getByRole("button", { name: `Remove the code ${code}` }).click();
  await expect(sum("Total")).toContainText("€325.00");
});

test("a cart tells what changed until it was read, and marks what cannot be had", async ({ visitor: page, server }) => {
  const staff = await adminClient(server);
  const goods = await newGoods(staff, { title: `Bowl ${newWord()}`, price: 3_000, stock: 5 });
  await putInCart(page, goods);
  await putInCart(page, goods);
  await setPrice(staff, goods, { amount: 3_500, currency: "EUR" });
  await setStock(staff, goods, 1);

  await page.goto("/cart");
  await expect(page.getByText(`${goods.title} now costs €35.00 instead of €30.00.`)).toBeVisible();
  await expect(page.getByText("Something in your cart cannot be ordered as it stands.")).toBeVisible();
  await page.getByRole("button", { name: "Take 1" }).click();
  await expect(page.getByRole("textbox", { name: `Quantity of ${goods.title}` })).toHaveValue("1");
  await expect(page.getByText("Something in your cart cannot be ordered as it stands.")).toBeHidden();
  await page.getByRole("button", { name: "Got it" }).click();
  await expect(page.getByText("What changed since you last looked")).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Cart" })).toBeVisible();
  await expect(page.getByText("What changed since you last looked")).toBeHidden();
});

test("signing in joins the cart of the browser with that of the account, and says so", async ({ open, server }) => {
  const staff = await adminClient(server);
  const goods = await newGoods(staff, { title: `Vase ${newWord()}`, price: 3_000 });
  const page = await open("shop", server.shopper);
  await putInCart(page, goods);

  const other = await open("shop");
  await putInCart(other, goods);
  await other.goto("/sign-in?next=/cart");
  await other.getByRole("textbox", { name: "E-mail" }).fill(server.shopper.email);
  await other.getByRole("textbox", { name: "Password" }).fill(server.shopper.password);
  await other.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Cart" })).toBeVisible();
  await expect(other.getByText(`${goods.title} from both of your carts is now together: 2 pieces.`)).toBeVisible();
  await expect(other.getByRole("textbox", { name: `Quantity of ${goods.title}` })).toHaveValue("2");
});

test("choosing another region changes the money, and tells what is not sold there", async ({
  visitor: page,
  server,
}) => {
  const staff = await adminClient(server);
  const word = newWord();
  const everywhere = await newGoods(staff, { title: `Cup ${word}`, price: 1_500 });
  const here = await newGoods(staff, { title: `Jug ${word}`, price: 2_500 });
  await setPrice(staff, everywhere, { amount: 1_900, currency: "USD" });
  await putInCart(page, everywhere);
  await putInCart(page, here);

  await page.goto(`/?search=${word}`);
  await expect(page.getByRole("article")).toHaveCount(2);
  const regions = page.getByRole("combobox", { name: "Delivery and currency" });
  const [, overseas] = (await staff.regions.list.query()).filter(
    ({ currency }) => currency === "EUR" || currency === "USD",
  );
  await regions.selectOption({ label: `${overseas?.name ?? ""} (USD)` });
  await expect(page.getByRole("article").filter({ hasText: "Cup" })).toContainText("US$19.00");
  await expect(page.getByRole("article").filter({ hasText: "Jug" })).toHaveCount(0);
  await page.getByRole("link", { name: /^Cart/ }).click();
  await expect(page.getByText(`${here.title} is not sold in your region.`)).toBeVisible();
  await expect(page.getByRole("textbox", { name: `Quantity of ${everywhere.title}` })).toHaveValue("1");
  await expect(page.getByRole("textbox", { name: `Quantity of ${here.title}` })).toHaveCount(0);
});
