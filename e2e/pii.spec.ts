import type { Page } from "@playwright/test";
import { adminClient } from "./admin/steps.ts";
import { expect, newAddress, test } from "./fixtures.ts";
import { box, openCheckout, placeFor } from "./storefront/buying.ts";
import { newGoods, newWord, putInCart } from "./storefront/goods.ts";

/** What a request line would leave in the logs of every machine on its way: address and referrer. */
function linesOf(page: Page): string[] {
  const lines: string[] = [];
  page.on("request", (request) => {
    const { referer = "" } = request.headers();
    lines.push(`${request.method()} ${request.url()} ${referer}`);
  });
  return lines;
}

test("no request of either app carries a name, an e-mail, a phone number or a token in its address", async ({
  visitor,
  staff,
  mailbox,
}) => {
  const email = newAddress("quiet");
  const [lastName, password] = ["Verschwiegen", "seven quiet otters"];
  const lines = [linesOf(visitor), linesOf(staff)];

  await visitor.goto("/sign-up");
  await visitor.getByRole("textbox", { name: "E-mail" }).fill(email);
  await visitor.getByRole("button", { name: "Send the link" }).click();
  const link = await mailbox.link(email, /open your account/i);
  const token = link.split("#token=")[1] ?? "";
  await visitor.goto(link);
  await visitor.getByRole("textbox", { name: "First name" }).fill("Quirina");
  await visitor.getByRole("textbox", { name: "Last name" }).fill(lastName);
  await visitor.getByRole("textbox", { name: "Password" }).fill(password);
  await visitor.getByRole("button", { name: "Open the account" }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: "Hello, Quirina" })).toBeVisible();
  await visitor.goto("/account/profile");
  await visitor.getByRole("textbox", { name: "Phone" }).fill("+49 30 901820");
  await visitor.getByRole("button", { name: "Save" }).click();
  await expect(visitor.getByText("Your profile is saved.")).toBeVisible();

  await staff.goto("/customers");
  await staff.getByRole("searchbox", { name: "Search" }).fill(lastName);
  const found = staff.getByRole("rowheader").getByRole("link", { name: `Quirina ${lastName}` });
  await found.click();
  await expect(staff.getByRole("heading", { level: 1, name: `Quirina ${lastName}` })).toBeVisible();
  await staff.keyboard.press("ControlOrMeta+k");
  await staff.getByRole("textbox", { name: "Command palette" }).fill(email);
  await expect(staff.getByRole("button", { name: "Copy e-mail" }).last()).toBeVisible();
  await staff.goto("/groups");
  await staff.getByRole("rowheader").getByRole("link").first().click();
  await staff.getByRole("link", { name: "Paste e-mails" }).click();
  await staff.getByRole("textbox", { name: "E-mails" }).fill(email);
  await staff.getByRole("button", { name: "Check the list" }).click();
  await expect(staff.getByRole("heading", { name: "What was found" })).toBeVisible();

  const secret = [email, encodeURIComponent(email), lastName, "Quirina", "901820", token, password.split(" ")[1] ?? ""];
  expectQuiet(lines.flat(), secret);
});

test("nor does any request on the way from the cart to the order, its mailed link, and what staff make of it", async ({
  visitor,
  staff,
  mailbox,
  server,
}) => {
  test.setTimeout(90_000);
  const client = await adminClient(server);
  const goods = await newGoods(client, { title: `Quiet chair ${newWord()}`, price: 2_000 });
  const code = newWord().toUpperCase();
  await client.discounts.create.mutate({ name: "Quiet tenth", code, kind: "percentage", basisPoints: 1_000 });
  const email = newAddress("discreet");
  const lines = [linesOf(visitor), linesOf(staff)];

  await visitor.goto("/");
  await visitor.getByRole("searchbox", { name: "Search products" }).fill("chair");
  await visitor.getByRole("searchbox", { name: "Search products" }).press("Enter");
  await expect(visitor.getByRole("heading", { level: 1, name: "Results for “chair”" })).toBeVisible();
  await putInCart(visitor, goods);
  await visitor.goto("/cart");
  await box(visitor, "Discount code").fill(code);
  await visitor.getByRole("button", { name: "Use code" }).click();
  await expect(visitor.getByText("In use.")).toBeVisible();
  await openCheckout(visitor);
  await box(visitor, "E-mail").fill(email);
  await visitor.getByRole("combobox", { name: "Country" }).fill("Germany");
  await visitor.getByRole("option", { name: "Germany" }).click();
  await box(visitor, "First name").fill("Zenobia");
  await box(visitor, "Last name").fill("Diskret");
  await box(visitor, "Street and number").fill("Flüsterweg 77");
  await box(visitor, /^Postal code/).fill("10437");
  await box(visitor, /^(City|Town)/).fill("Stillhausen");
  await visitor.getByRole("radio", { name: /^Standard/ }).check();
  const number = await placeFor(visitor, "€24.90");
  const confirmation = new RegExp(`#${number}`);
  const { text } = await mailbox.newest(email, confirmation);
  const link = /https?:\/\/\S+\/order#token=\S+/.exec(text)?.[0] ?? "";
  const token = link.split("#token=")[1] ?? "";
  expect(token).not.toBe("");
  await visitor.goto("about:blank");
  await visitor.goto(link);
  await expect(visitor.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
  await visitor.goto("/find-my-order");
  await box(visitor, "Order number").fill(`#${number}`);
  await box(visitor, "E-mail").fill(email);
  await visitor.getByRole("button", { name: "Send the link" }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: "Check your mail" })).toBeVisible();

  await staff.goto("/orders");
  await staff.getByRole("searchbox", { name: "Search" }).fill(email);
  await staff
    .getByRole("rowheader")
    .getByRole("link", { name: `#${number}` })
    .click();
  await expect(staff.getByRole("heading", { level: 1, name: `Order #${number}` })).toBeVisible();
  await expect(staff.getByText("Flüsterweg 77").first()).toBeVisible();
  await staff.keyboard.press("ControlOrMeta+k");
  await staff.getByRole("textbox", { name: "Command palette" }).fill(email);
  await expect(staff.getByRole("button", { name: "Copy e-mail" }).last()).toBeVisible();

  const secret = [
    email,
    encodeURIComponent(email),
    "Zenobia",
    "Diskret",
    "sterweg",
    "10437",
    "Stillhausen",
    code,
    token,
  ];
  expectQuiet(lines.flat(), secret);
});

/** No line holds any of the words, and nothing is asked of the API by an address that is kept. */
function expectQuiet(lines: readonly string[], secret: readonly string[]): void {
  expect(lines.length).toBeGreaterThan(30);
  for (const line of lines) {
    for (const word of secret)
      expect(line.toLowerCase().includes(word.toLowerCase()), `${word} in ${line}`).toBe(false);
    expect(line.includes("/trpc/") && line.startsWith("GET"), line).toBe(false);
  }
}
