import type { Page } from "@playwright/test";
import { expect, newAddress, testOnOwnServer } from "../fixtures.ts";

const test = testOnOwnServer();

const password = "seven quiet otters";

async function signUp(page: Page, link: string, as: { first: string; last: string; password: string }) {
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Choose a password" })).toBeVisible();
  // The token is taken out of the address bar as soon as the page has read it.
  await expect(page).not.toHaveURL(/token/);
  await page.getByRole("textbox", { name: "First name" }).fill(as.first);
  await page.getByRole("textbox", { name: "Last name" }).fill(as.last);
  await page.getByRole("textbox", { name: "Password" }).fill(as.password);
  await page.getByRole("button", { name: "Open the account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Hello, ${as.first}` })).toBeVisible();
}

async function signIn(page: Page, email: string, secret: string) {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(secret);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
}

test.setTimeout(120_000);

test("a shopper opens an account, keeps it, and takes care of its way in @main", async ({ visitor, open, mailbox }) => {
  const email = newAddress("ada");
  const page = visitor;

  await page.goto("/");
  await page.getByRole("link", { name: "Open an account" }).first().click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your mail" })).toBeVisible();
  await signUp(page, await mailbox.link(email, /^Open your account/), { first: "Ada", last: "Łukasiewicz", password });

  await test.step("edits the profile", async () => {
    await page.goto("/account/profile");
    await page.getByRole("textbox", { name: "Company" }).fill("Łukasiewicz & Daughters");
    await page.getByRole("textbox", { name: "Phone" }).fill("12");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("textbox", { name: "Phone" })).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByRole("textbox", { name: "Company" })).toHaveValue("Łukasiewicz & Daughters");
    await page.getByRole("textbox", { name: "Phone" }).fill("+48 22 123 45 67");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Your profile is saved.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Company" })).toHaveValue("Łukasiewicz & Daughters");
  });

  await test.step("adds two addresses and swaps the defaults", async () => {
    await page.goto("/account/addresses");
    for (const [label, street] of [
      ["Home", "ulica Długa 5"],
      ["Workshop", "ulica Krótka 9"],
    ] as const) {
      await page.getByRole("button", { name: "Add an address" }).first().click();
      await page.getByRole("textbox", { name: "Name of this address" }).fill(label);
      await page.getByRole("combobox", { name: "Country" }).fill("Poland");
      await page.getByRole("option", { name: "Poland" }).click();
      await page.getByRole("textbox", { name: "Street and number" }).fill(street);
      await page.getByRole("textbox", { name: "City" }).fill("Warszawa");
      await page.getByRole("textbox", { name: "Postal code" }).fill("00-001");
      await page.getByRole("button", { name: "Add address" }).click();
      await expect(page.getByText(`“${label}” is in your address book.`)).toBeVisible();
    }
    const workshop = page.getByRole("listitem").filter({ hasText: "Workshop" });
    await page.getByRole("button", { name: "Use for parcels: Workshop" }).click();
    await expect(workshop.getByText("Parcels go here")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Home" }).getByText("Bills go here")).toBeVisible();
  });

  await test.step("signs out and in", async () => {
    await signOut(page);
    await page.goto("/account");
    await expect(page).toHaveURL(/sign-in/);
    await signIn(page, email, "not the password");
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByRole("textbox", { name: "Password" }).fill(password);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Hello, Ada" })).toBeVisible();
  });

  const second = "a much longer sentence of words";
  await test.step("changes the password, which ends the session elsewhere", async () => {
    const elsewhere = await open("shop");
    await signIn(elsewhere, email, password);
    await expect(elsewhere.getByRole("button", { name: /^Account of/ })).toBeVisible();
    await page.goto("/account/security");
    await page.getByRole("textbox", { name: "Current password" }).fill(password);
    await page.getByRole("textbox", { name: "New password" }).fill(second);
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText("Your password is changed.")).toBeVisible();
    await elsewhere.goto("/account");
    await expect(elsewhere).toHaveURL(/sign-in/);
  });

  const third = "the third of my pass phrases";
  await test.step("sets a new password by mail", async () => {
    await signOut(page);
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    // Both pages ask for an e-mail: what is typed must not land on the one that is being left.
    await expect(page.getByRole("heading", { level: 1, name: "Set a new password" })).toBeVisible();
    await page.getByRole("textbox", { name: "E-mail" }).fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Check your mail" })).toBeVisible();
    await page.goto(await mailbox.link(email, /^Choose a new password/));
    await page.getByRole("textbox", { name: /password/i }).fill(third);
    await page.getByRole("button", { name: "Set the password" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Your password is set" })).toBeVisible();
    await signIn(page, email, third);
    await expect(page.getByRole("heading", { level: 1, name: "Hello, Ada" })).toBeVisible();
  });

  await test.step("changes the e-mail", async () => {
    const next = newAddress("ada.new");
    await page.goto("/account/security");
    await page.getByRole("textbox", { name: "New e-mail" }).fill(next);
    await page.getByRole("button", { name: "Change e-mail" }).click();
    await expect(page.getByText(`Follow the link we sent to ${next}`)).toBeVisible();
    await page.goto(await mailbox.link(next, /^Confirm your new address/));
    await page.getByRole("button", { name: "Confirm this e-mail" }).click();
    await expect(page.getByText(`Your account now belongs to ${next}.`)).toBeVisible();
    await mailbox.link(email, /address of your account .* was changed/);
    await page.goto("/account/security");
    await expect(page.getByText(next).first()).toBeVisible();
  });
});
