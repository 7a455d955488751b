import { type AdminClient, createShopClient, memoryCookies } from "@clientele/client";
import type { Page } from "@playwright/test";
import { adminClient, signUp, toast } from "./admin/steps.ts";
import { expect, newAddress, testOnOwnServer } from "./fixtures.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Credentials, RunningServer } from "./server.ts";
import { box, buyAsGuest, givenPrices, openCheckout, placeFor, typeAddress } from "./storefront/buying.ts";
import { type Goods, putInCart } from "./storefront/goods.ts";

const test = testOnOwnServer();
test.setTimeout(120_000);

const euros = (amount: number): string => `€${(amount / 100).toFixed(2)}`;

interface Account {
  id: string;
  credentials: Credentials;
}

/** An account with an address in its book, in these groups. */
async function givenAccount(
  { server, mailbox, staff }: { server: RunningServer; mailbox: Mailbox; staff: AdminClient },
  firstName: string,
  groups: readonly { id: string }[] = [],
): Promise<Account> {
  const credentials = await signUp(server, mailbox, { firstName, lastName: "Kundin" });
  const shop = createShopClient({ url: `${server.shop}/trpc`, cookies: memoryCookies() });
  await shop.account.signIn.mutate(credentials);
  await shop.addresses.create.mutate({
    firstName,
    lastName: "Kundin",
    line1: "Gartenweg 12",
    city: "Hamburg",
    postalCode: "20095",
    countryCode: "DE",
  });
  const [customer] = (await staff.customers.list.query({ search: credentials.email, limit: 1 })).items;
  const id = customer?.id ?? "";
  for (const group of groups) await staff.groups.addMembers.mutate({ groupId: group.id, customerIds: [id] });
  return { id, credentials };
}

const lineOf = (page: Page, { title }: Goods) =>
  page.getByRole("list", { name: "In your cart" }).getByRole("listitem").filter({ hasText: title });

test("four shoppers pay four prices, each as the trace says from the listing to the order @main", async ({
  server,
  mailbox,
  open,
}) => {
  const staff = await adminClient(server);
  const { word, goods, variantId, dealers, vips, code } = await givenPrices(staff);
  const given = { server, mailbox, staff };
  // Staff preview a guest's prices by the row of one.
  const guest = await staff.customers.create.mutate({ email: newAddress("guest") });
  const notMeant = "This code is not meant for your account.";
  const shoppers = [
    { who: "a guest", as: null, price: 9_500, said: "This code is for accounts. Sign in to use it." },
    { who: "an account", as: await givenAccount(given, "Anna"), price: 9_500, said: notMeant },
    { who: "a dealer", as: await givenAccount(given, "Dora", [dealers]), price: 8_000, said: notMeant },
    {
      who: "a dealer who is a VIP",
      as: await givenAccount(given, "Vera", [dealers, vips]),
      price: 7_500,
      said: "In use.",
    },
  ] as const;

  for (const { who, as, price, said } of shoppers) {
    await test.step(who, async () => {
      const asked = { customerId: as?.id ?? guest.id, variantIds: [variantId], limit: 1 };
      const [traced] = (await staff.customers.previewPrices.query(asked)).items;
      const winner = traced?.trace.find(({ outcome }) => outcome === "won");
      expect(winner?.amount).toBe(price);
      const benefit = `${winner?.listName.replace(` ${word}`, "")} price`;

      const page = await open("shop", as?.credentials);
      await page.goto(`/?search=${word}`);
      const tile = page.getByRole("main").getByRole("article");
      await expect(tile).toContainText(euros(price));
      await expect(tile).toContainText(benefit);
      await putInCart(page, goods);
      await expect(page.getByRole("main")).toContainText(euros(price));
      await page.goto("/cart");
      await expect(lineOf(page, goods)).toContainText(`${euros(price)}`);
      await expect(lineOf(page, goods)).toContainText(benefit);
      await box(page, "Discount code").fill(code);
      await page.getByRole("button", { name: "Use code" }).click();
      await expect(page.getByText(`${code} · ${said}`)).toBeVisible();

      await openCheckout(page);
      if (as === null) {
        await box(page, "E-mail").fill(guest.email ?? "");
        await typeAddress(page);
      }
      await page.getByRole("radio", { name: /^Standard/ }).check();
      const discount = said === "In use." ? price / 10 : 0;
      const number = await placeFor(page, euros(price - discount + 690));
      await expect(page.getByRole("main")).toContainText(`1 × ${euros(price)}`);
      await expect(page.getByRole("main")).toContainText(benefit);

      const [order] = (await staff.orders.list.query({ search: String(number), limit: 1 })).items;
      const { lines } = await staff.orders.get.query({ id: order?.id ?? "" });
      expect(lines).toMatchObject([
        { unit: { amount: winner?.amount }, listId: winner?.listId, listName: winner?.listName },
      ]);
    });
  }
});

test("a guest with the address of an account sees nothing of it, and any guest can open one @main", async ({
  server,
  mailbox,
  open,
}) => {
  const staff = await adminClient(server);
  const { goods, vips } = await givenPrices(staff);
  const account = await givenAccount({ server, mailbox, staff }, "Regina", [vips]);
  const unknown = newAddress("unknown");
  const total = euros(9_500 + 690);
  const told: string[] = [];

  const page = await open("shop");
  await test.step("typing the address fills in nothing and changes no price", async () => {
    await putInCart(page, goods);
    await openCheckout(page);
    await box(page, "E-mail").fill(account.credentials.email);
    const kept = page.waitForResponse(/cart\.setEmail/);
    await box(page, "First name").focus();
    await kept;
    await page.reload();
    await expect(box(page, "E-mail")).toHaveValue(account.credentials.email);
    for (const name of ["First name", "Last name", "Street and number"]) await expect(box(page, name)).toHaveValue("");
    for (const word of ["Regina", "Kundin", "Gartenweg", "Hamburg", "VIP"]) {
      await expect(page.getByText(word, { exact: false })).toHaveCount(0);
    }
    await typeAddress(page);
    await page.getByRole("radio", { name: /^Standard/ }).check();
    const number = await placeFor(page, total);
    told.push(await thanksOf(page, account.credentials.email, number));
  });

  await test.step("the account's orders stay empty, whatever was placed with its address", async () => {
    const theirs = await open("shop", account.credentials);
    await theirs.goto("/account/orders");
    await expect(theirs.getByRole("heading", { name: "No orders yet" })).toBeVisible();
    const { total: own } = await staff.orders.list.query({ customerId: account.id });
    expect(own.count).toBe(1);
  });

  const stranger = await open("shop");
  const number = await buyAsGuest(stranger, goods, unknown, total);
  await test.step("an address nobody knows is answered alike", async () => {
    told.push(await thanksOf(stranger, unknown, number));
    expect(told[1]).toBe(told[0]);
  });

  const { text } = await mailbox.newest(unknown, new RegExp(`#${number}`));
  const orderLink = /https?:\/\/\S+\/order#token=\S+/.exec(text)?.[0] ?? "";
  await test.step("the mailed link opens the order", async () => {
    const later = await open("shop");
    await later.goto(orderLink);
    await expect(later.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
    await expect(later.getByText(goods.title)).toBeVisible();
  });

  await test.step("one step and a mail later the order is in an account, and its link is dead", async () => {
    await stranger.getByRole("button", { name: "Open an account" }).click();
    await expect(stranger.getByText(`If ${unknown} can open an account here`)).toBeVisible();
    await stranger.goto(await mailbox.link(unknown, /^Open your account/));
    await box(stranger, "First name").fill("Greta");
    await box(stranger, "Password").fill("seven quiet otters");
    await stranger.getByRole("button", { name: "Open the account" }).click();
    await expect(stranger.getByRole("heading", { level: 1, name: "Hello, Greta" })).toBeVisible();
    await stranger.goto("/account/orders");
    await stranger
      .getByRole("main")
      .getByRole("link", { name: `Order #${number}` })
      .click();
    await expect(stranger.getByText(goods.title)).toBeVisible();
    const late = await open("shop");
    await late.goto(orderLink);
    await expect(late.getByRole("heading", { level: 1, name: "This link no longer opens an order" })).toBeVisible();
  });
});

/** All that the page says after the order, without what differs between any two orders. */
async function thanksOf(page: Page, email: string, number: number): Promise<string> {
  await expect(page.getByRole("heading", { name: "Keep this order in an account" })).toBeVisible();
  const said = await page.getByRole("main").innerText();
  return said.replaceAll(email, "E-MAIL").replaceAll(String(number), "NUMBER");
}

test("an open cart follows a membership that ends, and figures follow what staff do with the order @main", async ({
  server,
  mailbox,
  open,
}) => {
  const staff = await adminClient(server);
  const { goods, dealers } = await givenPrices(staff);
  const account = await givenAccount({ server, mailbox, staff }, "Dorothea", [dealers]);
  const page = await open("shop", account.credentials);
  const desk = await open("admin", server.owner);

  await test.step("staff end the membership; the cart's next look tells the new price", async () => {
    for (const _ of [1, 2]) await putInCart(page, goods);
    await page.goto("/cart");
    await expect(lineOf(page, goods)).toContainText(euros(16_000));
    await desk.goto(`/customers/${account.id}/groups`);
    await desk.getByRole("button", { name: `Remove from ${dealers.name}` }).click();
    await expect(toast(desk, `removed from ${dealers.name}`)).toBeVisible();
    await page.reload();
    await expect(page.getByText(`${goods.title} now costs ${euros(9_500)} instead of ${euros(8_000)}.`)).toBeVisible();
    await expect(lineOf(page, goods)).toContainText(euros(19_000));
  });

  await openCheckout(page);
  await page.getByRole("radio", { name: /^Standard/ }).check();
  const number = await placeFor(page, euros(19_000));
  await page.goto("/account/orders");
  const row = page.getByRole("list", { name: "Your orders" }).getByRole("listitem");
  await expect(row).toContainText("Being prepared");

  await test.step("staff send one of two pieces, and deliver it", async () => {
    await desk.goto(`/orders?search=${number}`);
    await desk
      .getByRole("rowheader")
      .getByRole("link", { name: `#${number}` })
      .click();
    await expect(desk.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
    await desk.getByRole("button", { name: "Send goods" }).click();
    const sheet = desk.getByRole("dialog", { name: `Send goods of #${number}` });
    await box(desk, `Pieces of ${goods.title} to send`).fill("1");
    await box(desk, "Tracking number").fill("JD0042");
    await sheet.getByRole("button", { name: "Send 1 piece" }).click();
    await expect(toast(desk, "1 piece sent.")).toBeVisible();
    await desk.getByRole("button", { name: "Mark as delivered: shipment 1" }).click();
    await expect(toast(desk, "Marked as delivered.")).toBeVisible();
    await page.reload();
    await expect(row).toContainText("Partly on its way");
    const { text } = await mailbox.newest(account.credentials.email, /^A part of your order .* is on its way$/);
    expect(text).toContain("Its tracking number is JD0042.");
    expect(text).toContain(`${server.shop}/account/orders/`);
  });

  await test.step("staff record the payment and give a part of it back", async () => {
    await desk.getByRole("button", { name: "Record payment" }).click();
    await desk.getByRole("dialog").getByRole("button", { name: "Record payment" }).click();
    await expect(toast(desk, "Payment recorded.")).toBeVisible();
    await desk.getByRole("button", { name: "More actions" }).click();
    await desk.getByRole("menuitem", { name: "Refund…" }).click();
    await box(desk, "Amount in EUR").fill("40.50");
    await desk.getByRole("button", { name: `Refund ${euros(4_050)}` }).click();
    await expect(toast(desk, `${euros(4_050)} refunded.`)).toBeVisible();
    const { text } = await mailbox.newest(account.credentials.email, /^A refund for your order/);
    expect(text).toContain(`We give ${euros(4_050)} of what you paid`);
    await row.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
    await expect(page.getByText("Paid, partly refunded")).toBeVisible();
    await expect(page.getByText("Tracking number: JD0042")).toBeVisible();
    await expect(page.getByRole("main")).toContainText(`Refunded${euros(4_050)}`);
  });

  await test.step("the customer's figures and the list say so", async () => {
    await desk.goto(`/customers/${account.id}`);
    const figure = (name: string) =>
      desk.getByRole("region", { name: "What was bought" }).getByRole("term").filter({ hasText: name }).locator("..");
    await expect(figure("Orders")).toHaveText("Orders1");
    await expect(figure("Gross")).toHaveText(`Gross${euros(19_000)}`);
    await expect(figure("Refunded")).toHaveText(`Refunded${euros(4_050)}`);
    await expect(figure("Net spent")).toHaveText(`Net spent${euros(14_950)}`);
    await desk.goto(`/customers?search=${encodeURIComponent("Dorothea Kundin")}&sort=-netSpent`);
    const listed = desk.getByRole("row").filter({ hasText: account.credentials.email });
    await expect(listed).toContainText(euros(14_950));
  });
});
