import { adminClient } from "../admin/steps.ts";
import { expect, newAddress, testOnOwnServer } from "../fixtures.ts";
import { expectRefused, remedy } from "../refused.ts";
import { box, placeButton, typeAddress } from "./buying.ts";
import { newGoods, newWord, putInCart, setPrice, setStock } from "./goods.ts";

const test = testOnOwnServer();
test.setTimeout(120_000);

test("a guest orders, opens the order by its mailed link, and makes an account of it @main", async ({
  visitor: page,
  server,
  mailbox,
}) => {
  const staff = await adminClient(server);
  const email = newAddress("greta");
  const goods = await newGoods(staff, { title: `Desk ${newWord()}`, price: 10_000, stock: 3 });

  await test.step("what is missing is said where it is missing", async () => {
    await putInCart(page, goods);
    await page.getByRole("link", { name: "Go to the cart" }).click();
    await page.getByRole("link", { name: "Go to checkout" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Checkout" })).toBeVisible();
    await placeButton(page).click();
    await expect(box(page, "E-mail")).toBeFocused();
    await expect(box(page, "E-mail")).toHaveAccessibleDescription(/This is needed/);
    await expect(page.getByRole("combobox", { name: "Country" })).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("Choose how it should be sent.")).toBeVisible();
  });

  await test.step("what is typed outlives a reload", async () => {
    await box(page, "E-mail").fill(email);
    await typeAddress(page);
    await page.getByRole("radio", { name: /^Standard/ }).check();
    const kept = page.waitForResponse(/cart\.setAddresses/);
    await box(page, "Company").fill("Gast & Co.");
    await kept;
    await page.reload();
    await expect(box(page, "E-mail")).toHaveValue(email);
    await expect(box(page, "Street and number")).toHaveValue("Lange Straße 1");
    await expect(page.getByRole("radio", { name: /^Standard/ })).toBeChecked();
  });

  await test.step("a price that moved is shown before it is asked again", async () => {
    await setPrice(staff, goods, { amount: 11_000, currency: "EUR" });
    await placeButton(page).click();
    await expect(page.getByText("The total has changed")).toBeVisible();
    await expect(page.getByText(/^It was €106\.90 and is now €116\.90/)).toBeVisible();
    await expect(placeButton(page)).toHaveText("Place order · €116.90");
  });

  const number = await test.step("pressed twice, it is ordered once", async () => {
    await placeButton(page).dblclick();
    await expect(page.getByRole("heading", { level: 1, name: "Thank you for your order" })).toBeVisible();
    await expect(page.getByText(goods.title)).toBeVisible();
    await expect(page.getByRole("link", { name: "Cart, empty" })).toBeVisible();
    const orders = await staff.orders.list.query({ search: email });
    expect(orders.items).toHaveLength(1);
    return orders.items[0]?.number ?? 0;
  });

  await test.step("loaded anew, the page tells the number and nothing else", async () => {
    await page.reload();
    await expect(page.getByText(`Order #${number}.`)).toBeVisible();
    await expect(page.getByText(goods.title)).toBeHidden();
    await expect(page.getByRole("main").getByRole("link", { name: "Find my order" })).toBeVisible();
  });

  await test.step("the mailed link opens the order and stays a bookmark", async () => {
    const link = await mailbox.link(email, new RegExp(`#${number}`));
    const [orderLink = ""] = /https?:\/\/\S+\/order#token=\S+/.exec(
      (await mailbox.newest(email, new RegExp(`#${number}`))).text,
    ) ?? [link];
    await page.goto(orderLink);
    await expect(page.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
    await expect(page.getByText("Gast & Co.").first()).toBeVisible();
    await expect(page).toHaveURL(/#token=/);
    await page.goto("about:blank");
    await page.goto("/order#token=tok_01ARZ3NDEKTSV4RRFFQ69G5FAV.nothing-that-was-mailed");
    await expect(page.getByRole("heading", { level: 1, name: "This link no longer opens an order" })).toBeVisible();
  });

  await test.step("and is found again by number and address", async () => {
    const before = (await mailbox.all(email)).length;
    await page.goto("/find-my-order");
    await box(page, "Order number").fill(`#${number}`);
    await box(page, "E-mail").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Check your mail" })).toBeVisible();
    await expect.poll(async () => (await mailbox.all(email)).length).toBe(before + 1);
  });
});

test("an order of a guest goes into the account that is opened from it", async ({ visitor: page, server, mailbox }) => {
  const staff = await adminClient(server);
  const email = newAddress("one-step");
  const goods = await newGoods(staff, { title: `Shelf ${newWord()}`, price: 9_000 });
  await putInCart(page, goods);
  await page.goto("/checkout");
  await box(page, "E-mail").fill(email);
  await typeAddress(page);
  await page.getByRole("radio", { name: /^Standard/ }).check();
  await expect(placeButton(page)).toHaveText("Place order · €96.90");
  await placeButton(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you for your order" })).toBeVisible();
  await page.getByRole("button", { name: "Open an account" }).click();
  await expect(page.getByText(`If ${email} can open an account here`)).toBeVisible();

  await page.goto(await mailbox.link(email, /^Open your account/));
  await box(page, "Password").fill("seven quiet otters");
  await expect(box(page, "First name")).toBeVisible();
  await box(page, "First name").fill("Greta");
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Hello, Greta" })).toBeVisible();
  await page.getByRole("link", { name: "All orders" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Order #/ })
    .click();
  await expect(page.getByText(goods.title)).toBeVisible();
});

test("a shopper orders to an address of the book, and a sold out cart says what to do", async ({
  shopper: page,
  open,
  server,
}) => {
  const staff = await adminClient(server);
  const goods = await newGoods(staff, { title: `Lantern ${newWord()}`, price: 5_000, stock: 1 });
  await putInCart(page, goods);
  await page.goto("/checkout");
  await expect(page.getByText(`You are signed in as ${server.shopper.email}.`)).toBeVisible();
  await expect(
    page.getByRole("radiogroup", { name: "Where should it go?" }).getByRole("radio", { checked: true }),
  ).toHaveCount(1);
  await page.getByRole("radio", { name: /^Standard/ }).check();
  await expect(page.getByText("Shipping: Standard")).toBeVisible();

  await setStock(staff, goods, 0);
  await placeButton(page).click();
  await expect(page.getByText(`Not enough is left of ${goods.title}.`)).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Go to the cart" }).last()).toBeVisible();
  await setStock(staff, goods, 1);
  await page.getByRole("radio", { name: /^On delivery/ }).check();
  await placeButton(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you for your order" })).toBeVisible();
  await page.getByRole("link", { name: "See your orders" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();

  const late = await open("shop");
  await late.goto(`/products/${goods.handle}`);
  await expect(late.getByText("Sold out")).toBeVisible();
  await expect(late.getByRole("button", { name: "Add to cart" })).toHaveCount(0);
});

test("an answer that got lost is asked for again, and nothing is ordered twice", async ({ visitor: page, server }) => {
  const staff = await adminClient(server);
  const email = newAddress("lost");
  const goods = await newGoods(staff, { title: `Lamp ${newWord()}`, price: 9_000 });
  await putInCart(page, goods);
  await page.goto("/checkout");
  await box(page, "E-mail").fill(email);
  await typeAddress(page);
  await page.getByRole("radio", { name: /^Standard/ }).check();
  await expect(page.getByText("Shipping: Standard")).toBeVisible();
  await page.route(
    /checkout\.placeOrder/,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await placeButton(page).click();
  await expect(page.getByText("We do not know yet whether the order was placed")).toBeVisible();
  await expect(box(page, "Street and number")).toHaveValue("Lange Straße 1");
  await placeButton(page).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you for your order" })).toBeVisible();
  expect((await staff.orders.list.query({ search: email })).items).toHaveLength(1);
});

test("wrong values stand at their fields with what helps, and nothing typed is lost", async ({
  visitor: page,
  server,
}) => {
  const staff = await adminClient(server);
  await putInCart(page, await newGoods(staff, { title: `Box ${newWord()}`, price: 9_000 }));
  await page.goto("/checkout");
  await typeAddress(page);
  await page.getByRole("radio", { name: /^Standard/ }).check();
  await expectRefused(placeButton(page), [
    { field: box(page, "E-mail"), typed: "greta@", says: remedy.email },
    { field: box(page, "First name"), typed: "G".repeat(101), says: remedy.tooLong("100") },
    { field: box(page, "Street and number"), typed: " ", says: remedy.needed },
    { field: box(page, /^Postal code/), typed: "1011", says: /does not fit the country/ },
    { field: box(page, "Phone"), typed: "12", says: /country’s prefix/ },
  ]);
  await page.goto("/find-my-order");
  await expectRefused(page.getByRole("button", { name: "Send the link" }), [
    { field: box(page, "Order number"), typed: "my order", says: /right form/ },
    { field: box(page, "E-mail"), typed: "greta", says: remedy.email },
  ]);
});
