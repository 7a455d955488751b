import { type Page, expect } from "@playwright/test";
import {
  type AdminClient,
  type ShopClient,
  createAdminClient,
  createShopClient,
  memoryCookies,
} from "@clientele/client";
import { newAddress } from "../fixtures.ts";
import type { Mailbox } from "../mailbox.ts";
import { type Credentials, fromElsewhere, type RunningServer } from "../server.ts";

/** Long enough for staff, and known to no list of leaked passwords. */
export const staffPassword = "nine calm herons at dusk";
const shopperPassword = "seven quiet otters";

/** A program at the shop door, with a cookie of its own. */
const shopClient = (server: RunningServer): ShopClient =>
  createShopClient({ url: `${server.shop}/trpc`, cookies: memoryCookies(), headers: fromElsewhere() });

/** A program at the admin door, signed in. */
export async function adminClient(server: RunningServer, as: Credentials = server.owner): Promise<AdminClient> {
  const client = createAdminClient({ url: `${server.admin}/trpc`, cookies: memoryCookies() });
  await client.account.signIn.mutate(as);
  return client;
}

/** Opens an account as a shopper does, by the mailed link, without a browser. */
export async function signUp(
  server: RunningServer,
  mailbox: Mailbox,
  name: { firstName: string; lastName: string },
): Promise<Credentials> {
  const client = shopClient(server);
  const email = newAddress(name.firstName.toLowerCase());
  await client.account.requestSignUp.mutate({ email });
  const token = (await mailbox.link(email, /open your account/i)).split("#token=")[1] ?? "";
  await client.account.completeSignUp.mutate({ token, ...name, password: shopperPassword });
  return { email, password: shopperPassword };
}

/** Types e-mail and password and lands in the list of customers. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.goto("/sign-in");
  await typeCredentials(page, { email, password });
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
}

export async function typeCredentials(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Answers the dialog that asks for the password before something sensitive, where it comes. */
export async function prove(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Confirm it is you" });
  await dialog.getByRole("textbox", { name: "Password" }).fill(password);
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toBeHidden();
}

/** Invites a colleague through the client and lets them accept by the mailed link. */
export async function newStaff(
  server: RunningServer,
  mailbox: Mailbox,
  role: "manager" | "support" | "viewer",
): Promise<Credentials> {
  const email = newAddress(role);
  const owner = await adminClient(server);
  await owner.staff.invite.mutate({ email, name: `Vera ${role}`, role });
  const token = (await mailbox.link(email, /invited to the staff/i)).split("#token=")[1] ?? "";
  const guest = createAdminClient({ url: `${server.admin}/trpc`, cookies: memoryCookies() });
  await guest.staff.acceptInvitation.mutate({ token, name: `Vera ${role}`, password: staffPassword });
  return { email, password: staffPassword };
}

/** A toast that says so; toasts are statuses. */
export const toast = (page: Page, words: string | RegExp) => page.getByRole("status").filter({ hasText: words });
