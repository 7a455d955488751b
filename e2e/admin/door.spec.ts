import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expect, newAddress, test as base } from "../fixtures.ts";
import { Mailbox } from "../mailbox.ts";
import { type RunningServer, startServer } from "../server.ts";
import { prove, signIn, staffPassword, typeCredentials } from "./steps.ts";

/** Beside the demo store of the other tests: a server that begins with nothing. */
const test = base.extend<{ page: Page }, { empty: RunningServer }>({
  empty: [
    async ({ database }, use) => {
      const server = await startServer(database, { CLIENTELE_MODE: "development" }, "movable");
      await use(server);
      await server.remove();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  page: async ({ browser, empty }, use) => {
    const context = await browser.newContext({ baseURL: empty.admin });
    await use(await context.newPage());
    await context.close();
  },
});

test.describe.configure({ mode: "serial" });

const owner = { email: newAddress("owner"), password: staffPassword };
const codeAt = (secret: string, steps: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

test("the first owner is made by the printed link, and nobody by it again", async ({ page, empty }) => {
  await page.goto("/sign-in");
  await expect(page.getByText("This store has no owner yet.")).toBeVisible();
  await expect.poll(() => empty.printed()).toMatch(/First owner/);
  const link = /First owner\s+(\S+)/.exec(empty.printed())?.[1] ?? "";

  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Create the owner" })).toBeVisible();
  await expect(page).not.toHaveURL(/token/);
  await page.getByRole("textbox", { name: "Your name" }).fill("Olga Owner");
  await page.getByRole("textbox", { name: "E-mail" }).fill(owner.email);
  const password = page.getByRole("textbox", { name: "Password" });
  await password.fill("short");
  await page.getByRole("button", { name: "Create owner" }).click();
  await expect(password).toBeFocused();
  await expect(password).toHaveAttribute("aria-invalid", "true");
  await password.fill(owner.password);
  await page.getByRole("button", { name: "Create owner" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
  await expect(page.getByText("No customers yet")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "This link was used already" })).toBeVisible();
});

test("signing in tells nothing of which half was wrong, and leads back to where one wanted to go", async ({ page }) => {
  await page.goto("/groups");
  await expect(page).toHaveURL(/sign-in\?next=/);
  await typeCredentials(page, { ...owner, password: "not my password at all" });
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveValue(owner.email);
  await typeCredentials(page, owner);
  await expect(page.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

test("an authenticator and its recovery codes guard the sign-in", async ({ page }) => {
  await signIn(page, owner);
  await page.goto("/settings/profile");
  await page.getByRole("button", { name: "Set up authenticator" }).click();
  const dialog = page.getByRole("dialog", { name: "Set up the authenticator" });
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = await dialog.getByRole("code").innerText();
  const code = dialog.getByRole("textbox", { name: "Code from the app" });
  await code.fill("000000");
  await dialog.getByRole("button", { name: "Switch on" }).click();
  await expect(code).toHaveAttribute("aria-invalid", "true");
  await code.fill(codeAt(secret, 0));
  await dialog.getByRole("button", { name: "Switch on" }).click();
  const shown = page.getByRole("list", { name: "Your recovery codes" }).getByRole("listitem");
  await expect(shown).toHaveCount(10);
  const codes = await shown.allInnerTexts();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("On. 10 recovery codes left.")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await typeCredentials(page, owner);
  await expect(page.getByRole("heading", { level: 1, name: "Enter your code" })).toBeVisible();
  // The step of the code that switched it on is spent; the next one is allowed early.
  await page.getByRole("textbox", { name: "Code" }).fill(codeAt(secret, 1));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await typeCredentials(page, owner);
  await page.getByRole("button", { name: "Use a recovery code instead" }).click();
  await page.getByRole("textbox", { name: "Recovery code" }).fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();

  await page.goto("/settings/profile");
  await expect(page.getByText("On. 9 recovery codes left.")).toBeVisible();
  await page.getByRole("button", { name: "Switch off…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByRole("button", { name: "Set up authenticator" })).toBeVisible();
});

test("a forgotten password is set anew by mail, and the link works once", async ({ page, empty }) => {
  const mailbox = new Mailbox(empty.shop);
  const next = "eleven patient storks in fog";
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot password?" }).click();
  // The page one leaves has a field of the same name.
  await expect(page).toHaveURL(/forgot/);
  await expect(page.getByRole("button", { name: "Mail me the link" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail" }).fill(owner.email);
  await page.getByRole("button", { name: "Mail me the link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your mail" })).toBeVisible();

  const link = await mailbox.link(owner.email, /choose a new password for the admin/i);
  await page.goto(link);
  await page.getByRole("textbox", { name: "New password" }).fill(next);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Password set" })).toBeVisible();
  await mailbox.newest(owner.email, /was changed/i);
  await signIn(page, { ...owner, password: next });

  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "This link was used already" })).toBeVisible();
  await page.goto("/reset-password#token=0123456789ABCDEFGHJKMNPQRS.not-a-token-of-anybody-here");
  await expect(page.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();
  await page.goto("/reset-password");
  await expect(page.getByRole("heading", { level: 1, name: "This link is not complete" })).toBeVisible();

  owner.password = next;
});

test("a member of staff changes the own name and password, and something sensitive asks for the password", async ({
  page,
  empty,
}) => {
  await signIn(page, owner);
  await page.goto("/settings/profile");
  await page.getByRole("textbox", { name: "Name" }).fill("Olga Ostrander");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Account of Olga Ostrander" })).toBeVisible();
  await page.getByRole("textbox", { name: "Present password" }).fill("not the present one");
  await page.getByRole("textbox", { name: "New password" }).fill(staffPassword);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("textbox", { name: "Present password" })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("textbox", { name: "Present password" }).fill(owner.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed; your other sessions ended.")).toBeVisible();
  owner.password = staffPassword;

  // The proof that a sign-in gives ends after ten minutes.
  empty.passElevenMinutes();
  await page.goto("/settings/staff?sheet=invite");
  const colleague = newAddress("colleague");
  await page.getByRole("textbox", { name: "Name" }).fill("Carl Colleague");
  await page.getByRole("textbox", { name: "E-mail" }).fill(colleague);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await prove(page, owner.password);
  await expect(page.getByText(`Invitation sent to ${colleague}`)).toBeVisible();
});
