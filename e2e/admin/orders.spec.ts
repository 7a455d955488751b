import { expect, newAddress, test } from "../fixtures.ts";
import { newGoods, newWord } from "../storefront/goods.ts";
import { guestOrder } from "./buying.ts";
import { adminClient, newStaff, toast } from "./steps.ts";

test("an order is found, sent in part, paid and refunded in part, and the customer's figures follow @main", async ({
  staff: page,
  server,
}) => {
  const client = await adminClient(server);
  const goods = await newGoods(client, { title: `Stool ${newWord()}`, price: 30_000, stock: 10 });
  const email = newAddress("buyer");
  const { number, total } = await guestOrder(server, email, goods.variantIds[0] ?? "", 3);

  await page.goto("/orders");
  await page.getByRole("searchbox", { name: "Search" }).fill(`#${number}`);
  const row = page.getByRole("row").filter({ hasText: `#${number}` });
  await expect(row).toContainText("Awaiting payment");
  await expect(row).toContainText("Not sent");
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await page.getByRole("searchbox", { name: "Search" }).fill(email);
  await expect(page).toHaveURL(/search=buyer/);
  await expect(page.getByRole("rowheader")).toHaveText([`#${number}`]);
  await row.getByRole("link", { name: `#${number}` }).click();

  await expect(page.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
  await expect(page.getByText("As a guest.")).toBeVisible();
  await page.getByRole("button", { name: "Record payment" }).click();
  const paying = page.getByRole("dialog", { name: "Record the payment?" });
  await paying.getByRole("button", { name: "Record payment" }).click();
  await expect(page.getByText("Payment recorded", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Send goods" }).click();
  await expect(page).toHaveURL(/sheet=send/);
  const sending = page.getByRole("dialog", { name: `Send goods of #${number}` });
  const pieces = sending.getByRole("textbox", { name: `Pieces of ${goods.title} to send` });
  await expect(pieces).toHaveValue("3");
  await pieces.fill("4");
  await sending.getByRole("button", { name: "Send 4 pieces" }).click();
  await expect(pieces).toHaveAttribute("aria-invalid", "true");
  await sending.getByRole("button", { name: "None" }).click();
  await sending.getByRole("button", { name: "Send goods" }).click();
  await expect(pieces).toBeFocused();
  await pieces.fill("2");
  await sending.getByRole("textbox", { name: "Carrier" }).fill("DHL");
  await sending.getByRole("textbox", { name: "Tracking number" }).fill("JD0042");
  await sending.getByRole("button", { name: "Send 2 pieces" }).click();
  await expect(toast(page, "2 pieces sent.")).toBeVisible();
  await expect(sending).toBeHidden();
  await expect(page.getByText("Partly sent")).toBeVisible();
  const parcel = page.getByRole("article", { name: "Shipment 1" });
  await expect(parcel).toContainText(`2 × ${goods.title}`);
  await expect(parcel).toContainText("JD0042");
  await parcel.getByRole("button", { name: "Mark as delivered: shipment 1" }).click();
  await expect(parcel).toContainText("Delivered");

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Refund…" }).click();
  const refunding = page.getByRole("dialog", { name: `Refund #${number}` });
  const amount = refunding.getByRole("textbox", { name: "Amount in EUR" });
  await amount.fill("99999");
  await refunding.getByRole("button", { name: /^Refund/ }).click();
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  await amount.fill("25.50");
  await refunding.getByRole("textbox", { name: "Reason" }).fill("A scratch on one leg");
  await refunding.getByRole("button", { name: "Refund €25.50" }).dblclick();
  await expect(toast(page, "€25.50 refunded.")).toBeVisible();
  await expect(page.getByText("Partly refunded", { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Payment" })).toContainText("A scratch on one leg");
  await expect(page.getByRole("list", { name: "Timeline" }).getByRole("listitem").first()).toContainText(
    "refunded €25.50 of this order",
  );

  await page.getByRole("textbox", { name: "New note" }).fill("Second parcel leaves on Monday");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByRole("article").filter({ hasText: "Second parcel leaves on Monday" })).toBeVisible();

  await page.getByRole("region", { name: "Customer" }).getByRole("link").first().click();
  const figures = page.getByRole("region", { name: "What was bought" });
  await expect(figures).toContainText("€25.50");
  const net = new Intl.NumberFormat("en-GB", { style: "currency", currency: "EUR" }).format(
    (total.amount - 2550) / 100,
  );
  await expect(figures).toContainText(net);
  await expect(page.getByRole("list", { name: "Timeline" })).toContainText(`order #${number}`);
  await page
    .getByRole("navigation", { name: "Sections of this customer" })
    .getByRole("link", { name: "Orders" })
    .click();
  await expect(page.getByRole("rowheader")).toHaveText([`#${number}`]);
  await page.goto(`/customers?search=${email}&spentFrom=${total.amount - 2550}&ordersTo=1`);
  await expect(page.getByRole("rowheader")).toHaveCount(1);
  await page.getByRole("button", { name: "Remove filter: At most 1 order" }).click();
  await expect(page).not.toHaveURL(/ordersTo/);
  await page.getByRole("button", { name: "Net spent · 1" }).click();
  const range = page.getByRole("dialog", { name: "Net spent" });
  await range.getByRole("textbox", { name: "At least" }).fill("much");
  await range.getByRole("button", { name: "Apply" }).click();
  await expect(range.getByText("Enter an amount, such as 12.50.")).toBeVisible();
  await range.getByRole("textbox", { name: "At least" }).fill("90000");
  await range.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText(/No customer matches/)).toBeVisible();
});

test("an order that moved on meanwhile is read anew, and is cancelled with its pieces back in stock", async ({
  staff: page,
  server,
  mailbox,
}) => {
  const client = await adminClient(server);
  const goods = await newGoods(client, { title: `Hook ${newWord()}`, price: 1200, stock: 5 });
  const email = newAddress("canceler");
  const { id, number } = await guestOrder(server, email, goods.variantIds[0] ?? "", 2);
  await page.goto(`/orders/${id}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Cancel order…" }).click();
  const asking = page.getByRole("dialog", { name: `Cancel order #${number}?` });
  await expect(asking).toContainText("go back to stock");
  const { version } = await client.orders.get.query({ id });
  await client.orders.capture.mutate({ id, version });
  await asking.getByRole("textbox", { name: "Reason" }).fill("Ordered twice");
  await asking.getByRole("button", { name: "Cancel order" }).click();
  await expect(asking).toContainText("Somebody else saved this order");
  // What follows from it is another thing by now.
  await expect(asking).toContainText("will be recorded as refunded");
  await asking.getByRole("button", { name: "Cancel order" }).click();
  await expect(toast(page, `Order #${number} was cancelled.`)).toBeVisible();
  await expect(page.getByText("This order was cancelled")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send goods" })).toHaveCount(0);
  const product = await client.products.get.query({ id: goods.productId });
  expect(product.variants[0]?.stock).toBe(5);
  await expect(page.getByRole("list", { name: "Timeline" })).toContainText("and told the buyer by mail");
  await page.goto(await mailbox.link(email, /was cancelled$/));
  await expect(page.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
});

test("whoever may only look sees an order and its customer's figures, and nothing to do", async ({
  open,
  server,
  mailbox,
}) => {
  const client = await adminClient(server);
  const goods = await newGoods(client, { title: `Bowl ${newWord()}`, price: 900 });
  const { id, number } = await guestOrder(server, newAddress("watched"), goods.variantIds[0] ?? "", 1);
  const page = await open("admin", await newStaff(server, mailbox, "viewer"));
  await page.goto(`/orders/${id}?sheet=send`);
  await expect(page.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  for (const name of ["Send goods", "Record payment", "More actions", "Add note"]) {
    await expect(page.getByRole("button", { name })).toHaveCount(0);
  }
  await page.goto(`/products/${goods.productId}`);
  await expect(page.getByRole("table", { name: "Variants and base prices" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveCount(0);
});

test("orders are filtered by what is still to be done, sorted, and paged in the address", async ({ staff: page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await expect(page.getByRole("heading", { level: 1, name: "Orders" })).toBeVisible();
  await page.getByRole("button", { name: "Payment" }).first().click();
  await page.getByRole("checkbox", { name: "Awaiting payment" }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Payment is awaiting payment")).toBeVisible();
  await expect(page.getByRole("table", { name: "Orders" })).toHaveAttribute("aria-busy", "false");
  await page.getByRole("columnheader").getByRole("button", { name: "Total" }).click();
  await expect(page).toHaveURL(/sort=-total/);
  await page.goto("/orders?search=nobody-of-this-name");
  await expect(page.getByText("No order matches “nobody-of-this-name”")).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page).toHaveURL(/cursor=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/cursor=/);
});
