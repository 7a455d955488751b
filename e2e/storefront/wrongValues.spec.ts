import { createShopClient, memoryCookies } from "@clientele/client";
import type { Page } from "@playwright/test";
import { expect, newAddress, testOnOwnServer } from "../fixtures.ts";
import { expectRefused, remedy } from "../refused.ts";

const base = testOnOwnServer();
const password = "seven quiet otters";

/** An account of one's own, opened through the door as a program would. */
const test = base.extend<{ account: { email: string; password: string } }>({
  account: async ({ server, mailbox }, use) => {
    const email = newAddress("wrong");
    const shop = createShopClient({ url: `${server.shop}/trpc`, cookies: memoryCookies() });
    await shop.account.requestSignUp.mutate({ email });
    const token = (await mailbox.link(email, /^Open your account/)).split("#token=")[1] ?? "";
    await shop.account.completeSignUp.mutate({ token, password, firstName: "Wanda", lastName: "Wrong" });
    await use({ email, password });
  },
});

const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a forgotten password: the address that is asked for, and the new password", async ({
  visitor: page,
  account,
  mailbox,
}) => {
  await page.goto("/forgot-password");
  const ask = button(page, "Send the link");
  await expectRefused(ask, [{ field: box(page, "E-mail"), typed: "wanda at home", says: remedy.email }]);
  await box(page, "E-mail").fill(account.email);
  await ask.click();
  await page.goto(await mailbox.link(account.email, /^Choose a new password/));
  const send = button(page, "Set the password");
  await expectRefused(send, [{ field: box(page, "New password"), typed: "short", says: remedy.tooShort(12) }]);
  await expectRefused(send, [{ field: box(page, "New password"), typed: "password password", says: remedy.common }]);
});

test("the own password and e-mail", async ({ open, account }) => {
  const page = await open("shop", account);
  await page.goto("/account/security");
  const [current, next] = [box(page, "Current password"), box(page, "New password")];
  const send = button(page, "Change password");
  await expectRefused(send, [
    { field: current, typed: "", says: remedy.needed },
    { field: next, typed: "short", says: remedy.tooShort(12) },
  ]);
  await expectRefused(send, [
    { field: current, typed: "not the present one", says: remedy.wrongPassword },
    { field: next, typed: "a longer sentence of words" },
  ]);
  await expectRefused(send, [
    { field: current, typed: password },
    { field: next, typed: "password password", says: remedy.common },
  ]);
  const change = button(page, "Change e-mail");
  await expectRefused(change, [{ field: box(page, "New e-mail"), typed: "wanda@", says: remedy.email }]);
  await expectRefused(change, [
    {
      field: box(page, "New e-mail"),
      typed: account.email,
      says: /already the e-mail of the account. Type the new one/,
    },
  ]);
});

test("the profile", async ({ open, account }) => {
  const page = await open("shop", account);
  await page.goto("/account/profile");
  await expect(box(page, "First name")).toHaveValue("Wanda");
  await expectRefused(button(page, "Save"), [
    { field: box(page, "First name"), typed: "W".repeat(101), says: remedy.tooLong("\\d+") },
    { field: box(page, "Phone"), typed: "12", says: /country’s prefix/ },
    { field: box(page, "Company"), typed: "Wrong & Daughters" },
  ]);
});
