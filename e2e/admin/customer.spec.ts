import { expect, newAddress, test as base } from "../fixtures.ts";
import { adminClient, signUp, toast } from "./steps.ts";

/** A customer of one's own, so that no test meets what another has changed. */
const test = base.extend<{ customer: { id: string; email: string; path: string } }>({
  customer: async ({ server }, use) => {
    const client = await adminClient(server);
    const email = newAddress("page");
    const { id } = await client.customers.create.mutate({
      email,
      firstName: "Page",
      lastName: "Turner",
      idempotencyKey: crypto.randomUUID(),
    });
    await use({ id, email, path: `/customers/${id}` });
  },
});

test("addresses are entered by the rules of their country, made default and removed", async ({
  staff: page,
  customer,
}) => {
  await page.goto(`${customer.path}/addresses`);
  await expect(page.getByText("No addresses yet")).toBeVisible();
  await page.getByRole("button", { name: "Add address" }).first().click();
  const sheet = page.getByRole("dialog", { name: "New address" });
  await sheet.getByRole("textbox", { name: "Name of this address" }).fill("Studio");
  await sheet.getByRole("combobox", { name: "Country" }).fill("Austria");
  await page.getByRole("option", { name: "Austria" }).click();
  await sheet.getByRole("textbox", { name: "Street and number" }).fill("Praterstraße 1");
  await sheet.getByRole("textbox", { name: "City" }).fill("Wien");
  await sheet.getByRole("textbox", { name: "Postal code" }).fill("10200");
  await sheet.getByRole("button", { name: "Save address" }).click();
  await expect(sheet.getByRole("textbox", { name: "Postal code" })).toHaveAttribute("aria-invalid", "true");
  await sheet.getByRole("textbox", { name: "Postal code" }).fill("1020");
  await sheet.getByRole("button", { name: "Save address" }).click();
  const card = page.getByRole("article", { name: "Studio" });
  await expect(card.getByText("Shipping default")).toBeVisible();
  await card.getByRole("button", { name: "Actions of address Studio" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove address" }).click();
  await expect(page.getByText("No addresses yet")).toBeVisible();
});

test("consent is recorded with how one knows, and the timeline tells it", async ({ staff: page, customer }) => {
  await page.goto(`${customer.path}/consent`);
  const mail = page.getByRole("region", { name: "E-mail" });
  await expect(mail.getByText("Never asked")).toBeVisible();
  await mail.getByRole("button", { name: "Record consent…" }).click();
  const dialog = page.getByRole("dialog", { name: "Record consent: E-mail" });
  await dialog.getByRole("button", { name: "Record consent" }).click();
  await expect(dialog.getByRole("textbox", { name: "Reason" })).toHaveAttribute("aria-invalid", "true");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Asked on the phone");
  await dialog.getByRole("button", { name: "Record consent" }).click();
  await expect(mail.getByText("Agreed")).toBeVisible();
  await expect(mail.getByText("Asked on the phone")).toBeVisible();

  await page.getByRole("link", { name: "Overview" }).click();
  await page.getByRole("group", { name: "Show" }).getByRole("button", { name: "Consent" }).click();
  await expect(page).toHaveURL(/kinds=/);
  const timeline = page.getByRole("list", { name: "Timeline" });
  await expect(timeline.getByRole("listitem")).toHaveCount(1);
  await expect(timeline).toContainText("recorded consent to marketing by e-mail");
});

test("details are saved by the bar, guarded when leaving, and two windows are reconciled", async ({
  staff: page,
  open,
  server,
  customer,
}) => {
  const details = `${customer.path}/details`;
  await page.goto(details);
  const other = await open("admin", server.owner);
  await other.goto(details);

  await test.step("leaving with changes asks first", async () => {
    await page.getByRole("textbox", { name: "Company" }).fill("Turner & Sons");
    await expect(page.getByRole("region", { name: "Unsaved changes" })).toBeVisible();
    await page.getByRole("link", { name: "Consent" }).click();
    await page
      .getByRole("dialog", { name: "Leave without saving?" })
      .getByRole("button", { name: "Stay here" })
      .click();
    await expect(page.getByRole("textbox", { name: "Company" })).toHaveValue("Turner & Sons");
  });

  await test.step("saves by the key, with metadata of its type", async () => {
    await page.getByRole("button", { name: "Add a key" }).click();
    await page.getByRole("textbox", { name: "Key" }).fill("erp");
    await page.getByRole("textbox", { name: "Value" }).fill("A-17");
    await page.keyboard.press("ControlOrMeta+s");
    await expect(toast(page, "Saved.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Unsaved changes" })).toBeHidden();
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Company" })).toHaveValue("Turner & Sons");
    await expect(page.getByRole("textbox", { name: "Value" })).toHaveValue("A-17");
  });

  await test.step("the second window chooses between both values", async () => {
    await other.getByRole("textbox", { name: "Company" }).fill("Turner, Limited");
    await other.getByRole("textbox", { name: "First name" }).fill("Paige");
    await other.getByRole("button", { name: "Save" }).click();
    const conflict = other.getByRole("dialog", { name: "Changed meanwhile" });
    await expect(conflict.getByText("Turner & Sons")).toBeVisible();
    await conflict.getByRole("radio", { name: "Keep the saved value of Company" }).check();
    await conflict.getByRole("button", { name: "Keep these and save" }).click();
    await expect(toast(other, "Saved.")).toBeVisible();
    await expect(other.getByRole("heading", { level: 1, name: "Paige Turner" })).toBeVisible();
    await expect(other.getByRole("textbox", { name: "Company" })).toHaveValue("Turner & Sons");
  });
});

test("a customer is added to a group with an end, and the account is invited", async ({
  staff: page,
  mailbox,
  customer,
}) => {
  await page.goto(`${customer.path}/groups`);
  await expect(page.getByText("In no group")).toBeVisible();
  await page.getByRole("button", { name: "Add to group" }).click();
  const dialog = page.getByRole("dialog", { name: "Add 1 customer to a group" });
  await dialog.getByRole("combobox", { name: "Group" }).fill("VIP");
  await page.getByRole("option", { name: "VIP" }).click();
  await dialog.getByLabel("Until").fill("2099-12-31");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Friend of the house");
  await dialog.getByRole("button", { name: "Add to group" }).click();
  const row = page.getByRole("row").filter({ hasText: "VIP" });
  await expect(row).toContainText("Friend of the house");
  await expect(row.getByText("31 Dec 2099")).toBeVisible();
  await row.getByRole("button", { name: "Edit membership in VIP" }).click();
  const membership = page.getByRole("dialog", { name: "Page Turner in VIP" });
  await expect(membership.getByLabel("Until")).toHaveValue("2099-12-31");
  await membership.getByRole("button", { name: "Cancel" }).click();
  await row.getByRole("button", { name: "Remove from VIP" }).click();
  await toast(page, "1 customer removed from VIP.").getByRole("button", { name: "Undo" }).click();
  await expect(row).toContainText("Friend of the house");

  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Invitation expires")).toBeVisible();
  await mailbox.newest(customer.email, /invites you/i);
});

test("an account's sessions are seen and ended, and the account is disabled with a reason and enabled", async ({
  staff: page,
  server,
  mailbox,
  open,
}) => {
  const account = await signUp(server, mailbox, { firstName: "Dora", lastName: "Dormant" });
  const theirs = await open("shop", account);
  await theirs.goto("/account");
  const client = await adminClient(server);
  const [found] = (await client.customers.list.query({ search: account.email })).items;
  const path = `/customers/${found?.id}`;

  await page.goto(`${path}/sessions`);
  await expect(page.getByRole("heading", { level: 2, name: "Open sessions" })).toBeVisible();
  await page.getByRole("button", { name: "End all sessions" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End sessions" }).click();
  await expect(page.getByText("Signed in nowhere")).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL(/sign-in/);

  await page.goto(path);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Disable account…" }).click();
  const dialog = page.getByRole("dialog", { name: "Disable the account of Dora Dormant?" });
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Asked for a pause");
  await dialog.getByRole("button", { name: "Disable account" }).click();
  await expect(page.getByText("Disabled", { exact: true })).toBeVisible();
  await expect(page.getByRole("list", { name: "Timeline" }).getByText("disabled the account")).toBeVisible();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Enable account" }).click();
  await expect(page.getByText("Active", { exact: true })).toBeVisible();
});
