import { createShopClient, memoryCookies } from "@clientele/client";
import { expect, newAddress, testOnOwnServer } from "../fixtures.ts";
import type { Mailbox } from "../mailbox.ts";
import type { RunningServer } from "../server.ts";

const test = testOnOwnServer();
const password = "seven quiet otters";

/** Opens an account through the door, as a program would, and answers its client. */
async function openAccount(server: RunningServer, mailbox: Mailbox, email: string) {
  const shop = createShopClient({ url: `${server.shop}/trpc`, cookies: memoryCookies() });
  await shop.account.requestSignUp.mutate({ email });
  const link = await mailbox.link(email, /^Open your account/);
  const token = link.slice(link.indexOf("#token=") + "#token=".length);
  await shop.account.completeSignUp.mutate({ token, password, firstName: "Noor", lastName: "de Wit" });
  return { shop, link };
}

test("a link that was used says so and leads on", async ({ visitor: page, server, mailbox }) => {
  const { link } = await openAccount(server, mailbox, newAddress("noor"));
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "This link was used already" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("an address that has an account is told in its mailbox, not on the screen", async ({
  visitor: page,
  server,
  mailbox,
}) => {
  const email = newAddress("noor");
  await openAccount(server, mailbox, email);
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your mail" })).toBeVisible();
  await mailbox.newest(email, /^You already have an account/);
});

test("wrong values stand at their fields and nothing typed is lost", async ({ visitor: page, mailbox }) => {
  await page.goto("/sign-up");
  await page.getByRole("textbox", { name: "E-mail" }).fill("noor at home");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue("noor at home");

  const email = newAddress("noor");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.goto(await mailbox.link(email, /^Open your account/));
  await page.getByRole("textbox", { name: "Password" }).fill("short");
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "First name" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "First name" }).fill("Noor");
  await page.getByRole("textbox", { name: "Password" }).fill("password password");
  await page.getByRole("button", { name: "Open the account" }).click();
  // The list of common passwords is the server's; its answer stands at the field all the same.
  await expect(page.getByRole("textbox", { name: "Password" })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("textbox", { name: "First name" })).toHaveValue("Noor");
});

test("a changed e-mail is taken back by its former mailbox", async ({ visitor: page, server, mailbox }) => {
  const [former, next] = [newAddress("noor"), newAddress("noor.next")];
  const { shop } = await openAccount(server, mailbox, former);
  await shop.account.confirmPassword.mutate({ password });
  await shop.account.requestEmailChange.mutate({ email: next });
  const confirming = await mailbox.link(next, /^Confirm your new address/);
  await shop.account.confirmEmailChange.mutate({ token: confirming.slice(confirming.indexOf("=") + 1) });

  await page.goto(await mailbox.link(former, /address of your account .* was changed/));
  await expect(page.getByRole("heading", { level: 1, name: "Take the e-mail change back" })).toBeVisible();
  await page.getByRole("button", { name: "Restore this e-mail" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your e-mail is restored" })).toBeVisible();
  await mailbox.link(former, /^Choose a new password/);
  await expect(shop.profile.get.query()).rejects.toThrow("account.not_signed_in");
});

test("other devices are signed out one by one, and Back after signing out shows nothing", async ({
  open,
  server,
  mailbox,
}) => {
  const email = newAddress("noor");
  await openAccount(server, mailbox, email);
  const page = await open("shop", { email, password });
  await page.goto("/account/security");
  const devices = page.getByRole("button", { name: /^Sign out Unknown device/ });
  await expect(devices).toHaveCount(1);
  await devices.click();
  await expect(devices).toHaveCount(0);

  await page.goto("/account/profile");
  await expect(page.getByRole("textbox", { name: "First name" })).toHaveValue("Noor");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});
