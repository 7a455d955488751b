import type { Locator, Page } from "@playwright/test";
import { expect, newAddress, testOnOwnServer } from "../fixtures.ts";
import { expectRefused, remedy } from "../refused.ts";
import { adminClient, newStaff } from "./steps.ts";

const base = testOnOwnServer();

/** A customer and a group of one's own, with the customer a member. */
const test = base.extend<{ customer: { id: string; email: string }; group: { id: string; name: string } }>({
  customer: async ({ server }, use) => {
    const client = await adminClient(server);
    const email = newAddress("wrong");
    const { id } = await client.customers.create.mutate({
      email,
      firstName: "Wanda",
      lastName: "Wrong",
      idempotencyKey: crypto.randomUUID(),
    });
    await use({ id, email });
  },
  group: async ({ server, customer }, use) => {
    const client = await adminClient(server);
    const name = `Group of ${customer.email}`;
    const { id } = await client.groups.create.mutate({ name, idempotencyKey: crypto.randomUUID() });
    await client.groups.addMembers.mutate({ groupId: id, customerIds: [customer.id] });
    await use({ id, name });
  },
});

type Within = Page | Locator;
const box = (within: Within, name: string) => within.getByRole("textbox", { name, exact: true });
const button = (within: Within, name: string) => within.getByRole("button", { name, exact: true });
const asked = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
/** The page is there, and not the one before it with fields of the same names. */
const shows = (page: Page, title: string | RegExp) =>
  expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

test("an invitation: name, e-mail, and an e-mail that works here already", async ({ staff: page, server }) => {
  await page.goto("/settings/staff?sheet=invite");
  const sheet = asked(page, "Invite a colleague");
  const [name, email] = [box(sheet, "Name"), box(sheet, "E-mail")];
  const send = button(sheet, "Send invitation");
  await sheet.getByRole("radio", { name: "Manager" }).check();
  await expectRefused(send, [
    { field: name, typed: "", says: remedy.needed },
    { field: email, typed: "carl at home", says: remedy.email },
  ]);
  await expectRefused(send, [
    { field: name, typed: "Carl" },
    { field: email, typed: server.owner.email, says: /already has this e-mail. Use a different one/ },
  ]);
  await expect(sheet.getByRole("radio", { name: "Manager" })).toBeChecked();
});

test("a new group: its name and its description", async ({ staff: page, group }) => {
  await page.goto("/groups?sheet=new");
  const sheet = asked(page, "New group");
  const [name, description] = [box(sheet, "Name"), box(sheet, "Description")];
  const send = button(sheet, "Create group");
  await expectRefused(send, [
    { field: name, typed: "n".repeat(81), says: remedy.tooLong("80") },
    { field: description, typed: "d".repeat(1001), says: remedy.tooLong("1,000") },
  ]);
  await expectRefused(send, [
    { field: name, typed: group.name.toUpperCase(), says: /already has this name. Choose a different one/ },
    { field: description, typed: "Friends of ours" },
  ]);
});

test("the settings of a group: its name and its additional data", async ({ staff: page, group }) => {
  await page.goto(`/groups/${group.id}/settings`);
  await shows(page, group.name);
  const [name, description] = [box(page, "Name"), box(page, "Description")];
  await button(page, "Add a key").click();
  await button(page, "Add a key").click();
  const [first, second] = [page.getByRole("group", { name: "Row 1" }), page.getByRole("group", { name: "Row 2" })];
  await second.getByRole("combobox", { name: "Type" }).selectOption("Number");
  const [key, value] = [first.getByRole("textbox", { name: "Value" }), second.getByRole("textbox", { name: "Value" })];
  await value.fill("twelve");
  await second.getByRole("textbox", { name: "Key" }).fill("size");
  const sized = page.getByRole("group", { name: "size" });
  await expectRefused(button(page, "Save"), [
    { field: name, typed: "", says: remedy.needed },
    { field: description, typed: "Friends of ours" },
    { field: key, typed: "A-17" },
    { field: sized.getByRole("textbox", { name: "Value" }), typed: "twelve", says: /Enter a number/ },
  ]);
  await expect(first.getByRole("textbox", { name: "Key" })).toHaveAccessibleDescription(remedy.needed);
  await first.getByRole("textbox", { name: "Key" }).fill("size");
  await expectRefused(button(page, "Save"), [
    { field: name, typed: "Wholesale" },
    { field: sized.nth(1).getByRole("textbox", { name: "Key" }), typed: "size", says: /twice. Keep one/ },
  ]);
  await sized.nth(1).getByRole("textbox", { name: "Key" }).fill("weight");
  await expectRefused(button(page, "Save"), [
    { field: name, typed: "Wholesale", says: /already has this name/ },
    { field: page.getByRole("group", { name: "weight" }).getByRole("textbox", { name: "Value" }), typed: "12" },
  ]);
});

test("a membership that would end before it began", async ({ staff: page, group }) => {
  await page.goto(`/groups/${group.id}`);
  await button(page, "Edit membership of Wanda Wrong").click();
  const dialog = asked(page, /^Wanda Wrong in/);
  await expectRefused(button(dialog, "Save membership"), [
    { field: dialog.getByLabel("Until"), typed: "2001-02-03", says: /before the beginning. Choose a later day/ },
    { field: box(dialog, "Reason"), typed: "Contract of 2026" },
  ]);
  await expectRefused(button(dialog, "Save membership"), [
    { field: dialog.getByLabel("Until"), typed: "1999-12-31", says: /Enter a date/ },
    { field: box(dialog, "Reason"), typed: "r".repeat(301), says: remedy.tooLong("300") },
  ]);
});

test("members added with an end before their beginning", async ({ staff: page, group }) => {
  await page.goto(`/groups/${group.id}/add`);
  await page.getByRole("row").nth(1).getByRole("checkbox").check();
  await expectRefused(button(page, "Add 1 customer"), [
    { field: page.getByLabel("From"), typed: "2030-05-02" },
    { field: page.getByLabel("Until"), typed: "2030-05-01", says: /before the beginning. Choose a later day/ },
    { field: box(page, "Reason"), typed: "Contract of 2030" },
  ]);
  await expect(page.getByRole("row").nth(1).getByRole("checkbox")).toBeChecked();
});

test("a customer added to a group: the group, the end and the reason", async ({ staff: page, customer }) => {
  await page.goto(`/customers/${customer.id}/groups`);
  await button(page, "Add to group").click();
  const dialog = asked(page, "Add 1 customer to a group");
  await expectRefused(button(dialog, "Add to group"), [
    { field: dialog.getByRole("combobox", { name: "Group" }), typed: "", says: /Choose a group/ },
    { field: dialog.getByLabel("Until"), typed: "2999-01-01", says: /Enter a date/ },
    { field: box(dialog, "Reason"), typed: "r".repeat(301), says: remedy.tooLong("300") },
  ]);
});

test("a customer's details and additional data", async ({ staff: page, customer }) => {
  await page.goto(`/customers/${customer.id}/details`);
  await button(page, "Add a key").click();
  const row = page.getByRole("group", { name: "Row 1" });
  await row.getByRole("combobox", { name: "Type" }).selectOption("JSON");
  await row.getByRole("textbox", { name: "Key" }).fill("sizes");
  await expectRefused(button(page, "Save"), [
    { field: box(page, "First name"), typed: "W".repeat(101), says: remedy.tooLong("\\d+") },
    { field: box(page, "Phone"), typed: "12", says: /country’s prefix/ },
    { field: box(page, "Company"), typed: "Wrong & Daughters" },
    {
      field: page.getByRole("group", { name: "sizes" }).getByRole("textbox", { name: "Value" }),
      typed: '["S", "M"',
      says: /JSON/,
    },
  ]);
});

test("the e-mail of a customer: written wrong, and somebody else's", async ({ staff: page, server, customer }) => {
  await page.goto(`/customers/${customer.id}`);
  await button(page, "More actions").click();
  await page.getByRole("menuitem", { name: "Change e-mail…" }).click();
  const dialog = asked(page, "Change e-mail");
  const send = button(dialog, "Change e-mail");
  await expectRefused(send, [
    { field: box(dialog, "New e-mail"), typed: "wanda@", says: remedy.email },
    { field: box(dialog, "Reason"), typed: "", says: remedy.needed },
  ]);
  await expectRefused(send, [
    { field: box(dialog, "New e-mail"), typed: server.shopper.email, says: /already has this e-mail/ },
    { field: box(dialog, "Reason"), typed: "Typed wrong on the phone" },
  ]);
});

test("tags too long to be one, of somebody new and of somebody known", async ({ staff: page, customer }) => {
  const long = "t".repeat(41);
  const tags = page.getByRole("combobox", { name: "Tags" });
  const enter = async (send: Locator) => {
    await tags.fill(long);
    await tags.press("Enter");
    await send.click();
    await expect(tags).toHaveAttribute("aria-invalid", "true");
    await expect(tags).toHaveAccessibleDescription(remedy.tooLong("40"));
    await expect(page.getByText(long)).toBeVisible();
  };
  await page.goto("/customers?sheet=new");
  await box(page, "E-mail").fill("tess@example.com");
  await enter(button(page, "Create customer"));
  await expect(box(page, "E-mail")).toHaveValue("tess@example.com");
  await page.goto(`/customers/${customer.id}`);
  await button(page, "Edit tags").click();
  await enter(button(page, "Save tags"));
});

test("notes, new and edited", async ({ staff: page, server, customer }) => {
  const client = await adminClient(server);
  await client.customers.addNote.mutate({
    customerId: customer.id,
    text: "Likes teal",
    idempotencyKey: crypto.randomUUID(),
  });
  await page.goto(`/customers/${customer.id}`);
  await expectRefused(button(page, "Add note"), [
    { field: box(page, "New note"), typed: "n".repeat(5001), says: remedy.tooLong("5,000") },
  ]);
  await expectRefused(button(page, "Add note"), [{ field: box(page, "New note"), typed: "  ", says: remedy.needed }]);
  await box(page, "New note").fill("");
  await button(page, "Note actions").click();
  await page.getByRole("menuitem", { name: "Edit note" }).click();
  await expectRefused(button(page, "Save note"), [{ field: box(page, "Note"), typed: "", says: remedy.needed }]);
});

test("pasted e-mails: nothing, and too much", async ({ staff: page, group }) => {
  await page.goto(`/groups/${group.id}/paste`);
  const check = button(page, "Check the list");
  await expectRefused(check, [{ field: box(page, "E-mails"), typed: " \n ", says: remedy.needed }]);
  await expectRefused(check, [
    { field: box(page, "E-mails"), typed: "a@example.com,".repeat(15_000), says: remedy.tooLong("200,000") },
  ]);
  await box(page, "E-mails").fill("not an address");
  await check.click();
  await expect(page.getByText("There is no e-mail in this text.")).toBeVisible();
  await button(page, "Change the list").click();
  await expect(box(page, "E-mails")).toHaveValue("not an address");
});

test("a tag: without a name, and with that of another", async ({ staff: page, server }) => {
  const [one, other] = await (await adminClient(server)).tags.list.query();
  await page.goto(`/settings/tags?edit=${one?.id}`);
  const sheet = asked(page, /^Edit the tag/);
  const send = button(sheet, "Save tag");
  await sheet.getByRole("radio", { name: "Pink" }).check();
  await expectRefused(send, [{ field: box(sheet, "Name"), typed: " ", says: remedy.needed }]);
  await expectRefused(send, [
    { field: box(sheet, "Name"), typed: other?.name ?? "", says: /already has this name. Choose a different one/ },
  ]);
  await expect(sheet.getByRole("radio", { name: "Pink" })).toBeChecked();
});

test("a role that was changed meanwhile is told, and the choice stays", async ({ staff: page, server, mailbox }) => {
  const { email } = await newStaff(server, mailbox, "support");
  const client = await adminClient(server);
  await page.goto("/settings/staff");
  await button(page.getByRole("row").filter({ hasText: email }), "Actions for Vera support").click();
  await page.getByRole("menuitem", { name: "Change role…" }).click();
  const dialog = asked(page, "Role of Vera support");
  const member = (await client.staff.list.query()).find((one) => one.email === email);
  await client.staff.setRole.mutate({ id: member?.id ?? "", version: member?.version ?? 0, role: "viewer" });
  await dialog.getByRole("radio", { name: "Manager" }).check();
  await button(dialog, "Change role").click();
  await expect(dialog.getByRole("alert")).toContainText(/Somebody else saved this person/);
  await expect(dialog.getByRole("radio", { name: "Manager" })).toBeChecked();
});

test("the own name and password", async ({ server, mailbox, open }) => {
  const me = await newStaff(server, mailbox, "viewer");
  const page = await open("admin", me);
  await page.goto("/settings/profile");
  await expectRefused(button(page, "Save"), [{ field: box(page, "Name"), typed: "", says: remedy.needed }]);
  await button(page, "Discard").click();
  const [current, next] = [box(page, "Present password"), box(page, "New password")];
  const send = button(page, "Change password");
  await expectRefused(send, [
    { field: current, typed: "", says: remedy.needed },
    { field: next, typed: "short", says: remedy.tooShort(15) },
  ]);
  await expectRefused(send, [
    { field: current, typed: me.password },
    { field: next, typed: "password password", says: remedy.common },
  ]);
  await expectRefused(send, [
    { field: current, typed: "not the present one", says: remedy.wrongPassword },
    { field: next, typed: "ten quiet geese at dawn" },
  ]);
});

test("a forgotten password: the address that is asked for, and the new password", async ({ open, server, mailbox }) => {
  const { email } = await newStaff(server, mailbox, "support");
  const page = await open("admin");
  await page.goto("/forgot");
  await expectRefused(button(page, "Mail me the link"), [
    { field: box(page, "E-mail"), typed: "vera", says: remedy.email },
  ]);
  await box(page, "E-mail").fill(email);
  await button(page, "Mail me the link").click();
  await page.goto(await mailbox.link(email, /choose a new password/i));
  await shows(page, "Choose a new password");
  const send = button(page, "Set password");
  await expectRefused(send, [{ field: box(page, "New password"), typed: "short", says: remedy.tooShort(15) }]);
  await expectRefused(send, [{ field: box(page, "New password"), typed: "password password", says: remedy.common }]);
});
