import type { Page } from "@playwright/test";
import { problemOf } from "@clientele/client";
import { expect, newAddress, test } from "../fixtures.ts";
import { adminClient, signIn, signUp, staffPassword, toast } from "./steps.ts";

/** The names of buttons that change something. */
const writing = /^(edit|add|remove|more actions|record|withdraw|end|save|invite|pin|note actions)\b/i;

test.setTimeout(120_000);

const search = async (page: Page, words: string): Promise<void> => {
  await page.getByRole("searchbox", { name: "Search" }).fill(words);
  await expect(page).toHaveURL(new RegExp(`search=${encodeURIComponent(words)}`));
};

test("staff find a shopper, put 201 into a group, take some out and back, and invite who only reads @main", async ({
  server,
  mailbox,
  open,
}) => {
  const shopper = await signUp(server, mailbox, { firstName: "Filippa", lastName: "Ångström-Wachtmeister" });
  const page = await open("admin");
  await signIn(page, server.owner);

  await test.step("find the shopper by a fragment of the name, without its accents", async () => {
    await search(page, "angstrom-wacht");
    const row = page.getByRole("row").filter({ hasText: shopper.email });
    await expect(row).toHaveCount(1);
    await row.getByRole("link", { name: "Filippa Ångström-Wachtmeister" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Filippa Ångström-Wachtmeister" })).toBeVisible();
    await expect(page).toHaveTitle(/Filippa Ångström-Wachtmeister/);
  });
  const customer = page.url();

  await test.step("tag", async () => {
    await page.getByRole("button", { name: "Edit tags" }).click();
    const tags = page.getByRole("combobox", { name: "Tags" });
    await tags.fill("Met at the fair");
    await tags.press("Enter");
    await page.getByRole("button", { name: "Save tags" }).click();
    await expect(toast(page, "Tags changed.")).toBeVisible();
    await expect(page.getByRole("region", { name: "Tags" }).getByText("Met at the fair")).toBeVisible();
  });

  await test.step("write a note, which stands in the timeline as well", async () => {
    await page.getByRole("textbox", { name: "New note" }).fill("Wants the oak samples before Friday.");
    await page.getByRole("button", { name: "Add note" }).click();
    const notes = page.getByRole("region", { name: "Notes" });
    await expect(notes.getByText("Wants the oak samples before Friday.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Timeline" }).getByText("wrote a note").first()).toBeVisible();
  });

  await test.step("create a group", async () => {
    await page.goto("/groups");
    await page.getByRole("button", { name: "New group" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Autumn preview");
    await page.getByRole("textbox", { name: "Description" }).fill("See the collection a week early.");
    await page.getByRole("button", { name: "Create group" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Autumn preview" })).toBeVisible();
    await expect(page.getByText("Nobody in this group yet")).toBeVisible();
  });
  const group = page.url();

  await test.step("add the shopper and 200 others, ticked over many pages", async () => {
    await page.getByRole("link", { name: "Add members" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Add members to Autumn preview" })).toBeVisible();
    await search(page, "wachtmeister");
    await page.getByRole("checkbox", { name: "Select Filippa Ångström-Wachtmeister" }).check();
    await page.getByRole("button", { name: "Clear search" }).click();
    await expect(page).not.toHaveURL(/search=/);
    // From the end of the alphabet, so that the shopper is on none of the first pages.
    const byName = page.getByRole("columnheader").getByRole("button", { name: "Customer" });
    await byName.click();
    await expect(page).toHaveURL(/sort=name/);
    await byName.click();
    await expect(page).toHaveURL(/sort=-name/);
    await expect(page.getByRole("columnheader", { name: "Customer" })).toHaveAttribute("aria-sort", "descending");
    await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "false");
    const pages = page.getByRole("navigation", { name: "Pages" });
    const everybody = page.getByRole("columnheader").getByRole("checkbox", { name: "Select all rows on this page" });
    for (let ticked = 26; ticked <= 201; ticked += 25) {
      await everybody.check();
      await expect(page.getByText(`${ticked} selected`)).toBeVisible();
      await pages.getByRole("button", { name: "Next" }).click();
      await expect(everybody).not.toBeChecked();
    }
    await page.getByRole("textbox", { name: "Reason" }).fill("Asked for the preview");
    await page.getByRole("button", { name: "Add 201 customers" }).click();
    await expect(toast(page, "201 customers added to Autumn preview.")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Members · 201" })).toBeChecked();
  });

  await test.step("remove one, and take it back at once", async () => {
    await search(page, "wachtmeister");
    await page.getByRole("checkbox", { name: "Select Filippa Ångström-Wachtmeister" }).check();
    await page.getByRole("button", { name: "Remove from group" }).click();
    await expect(page.getByRole("radio", { name: "Members · 200" })).toBeChecked();
    await toast(page, "1 customer removed from Autumn preview.").getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("radio", { name: "Members · 201" })).toBeChecked();
    await expect(page.getByRole("row").filter({ hasText: "Ångström" })).toContainText("Asked for the preview");
  });

  await test.step("remove a page of them, and take it back after a reload", async () => {
    await page.goto(group);
    await page.getByRole("columnheader").getByRole("checkbox", { name: "Select all rows on this page" }).check();
    const said = await page.getByText(/^\d+ selected$/).innerText();
    const count = Number.parseInt(said, 10);
    await page.getByRole("button", { name: "Remove from group" }).click();
    await expect(page.getByRole("radio", { name: `Members · ${201 - count}` })).toBeChecked();
    await page.reload();
    await page.getByRole("link", { name: "Activity" }).click();
    await page.getByRole("button", { name: "Undo removal" }).first().click();
    await expect(toast(page, `${count} customers restored, as before.`)).toBeVisible();
    await page.getByRole("link", { name: /^Members/ }).click();
    await expect(page.getByRole("radio", { name: "Members · 201" })).toBeChecked();
  });

  await test.step("a membership ends by its date alone", async () => {
    const client = await adminClient(server);
    const [member] = (await client.groups.members.query({ groupId: idIn(group), search: "wachtmeister" })).items;
    if (member === undefined) throw new Error("the shopper is no member");
    const until = new Date(Date.now() + 2000).toISOString();
    await client.groups.setMembership.mutate({ membershipId: member.membershipId, until });
    await expect(async () => {
      await page.goto(group);
      await expect(page.getByRole("radio", { name: "Members · 200" })).toBeChecked({ timeout: 2000 });
    }).toPass();
    await page.getByText("Ended · 1").click();
    await expect(page.getByRole("row").filter({ hasText: "Ångström" })).toBeVisible();
    await page.goto(`${customer}/groups`);
    await expect(page.getByText("In no group")).toBeVisible();
  });

  const viewer = { email: newAddress("viewer"), password: staffPassword };
  await test.step("invite a viewer by mail", async () => {
    await page.goto("/settings/staff");
    await page.getByRole("button", { name: "Invite" }).click();
    const sheet = page.getByRole("dialog", { name: "Invite a colleague" });
    await sheet.getByRole("textbox", { name: "Name" }).fill("Viola Reader");
    await sheet.getByRole("textbox", { name: "E-mail" }).fill(viewer.email);
    await sheet.getByRole("radio", { name: "Viewer" }).check();
    await sheet.getByRole("button", { name: "Send invitation" }).click();
    await expect(toast(page, `Invitation sent to ${viewer.email}`)).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "Viola Reader" })).toContainText("Invited");
  });

  await test.step("the viewer accepts, reads, and finds nothing to change", async () => {
    const theirs = await open("admin");
    await theirs.goto(await mailbox.link(viewer.email, /invited to the staff/i));
    await expect(theirs).not.toHaveURL(/token/);
    await theirs.getByRole("textbox", { name: "New password" }).fill(viewer.password);
    await theirs.getByRole("button", { name: "Accept invitation" }).click();
    await expect(theirs.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
    await expect(theirs.getByRole("link", { name: "Staff" })).toHaveCount(0);
    await expect(theirs.getByRole("link", { name: "Audit log" })).toHaveCount(0);
    await expect(theirs.getByRole("row").nth(1)).toBeVisible();
    await expect(theirs.getByRole("button", { name: "New customer" })).toHaveCount(0);
    await expect(theirs.getByRole("checkbox")).toHaveCount(0);

    await theirs.goto(customer);
    await expect(theirs.getByText("Wants the oak samples before Friday.").first()).toBeVisible();
    await expect(theirs.getByRole("button", { name: writing })).toHaveCount(0);
    for (const tab of ["addresses", "groups", "consent", "sessions", "details"]) {
      await theirs.goto(`${customer}/${tab}`);
      await expect(theirs.getByRole("heading", { level: 2 }).first()).toBeVisible();
      await expect(theirs.getByRole("button", { name: writing })).toHaveCount(0);
    }
    await theirs.goto(group);
    await expect(theirs.getByRole("radio", { name: "Members · 200" })).toBeChecked();
    await expect(theirs.getByRole("link", { name: /^(add members|paste)/i })).toHaveCount(0);
    await expect(theirs.getByRole("checkbox")).toHaveCount(0);

    for (const [path, right] of [
      [`${group}/add`, "Create and edit groups, add and remove members"],
      [`${group}/paste`, "Create and edit groups, add and remove members"],
      ["/settings/staff", "Invite, disable and change staff"],
    ] as const) {
      await theirs.goto(path);
      await expect(theirs.getByRole("heading", { level: 1, name: "You cannot open this page" })).toBeVisible();
      await expect(theirs.getByText(right)).toBeVisible();
    }
  });

  await test.step("a direct call of the viewer is refused", async () => {
    const client = await adminClient(server, viewer);
    const refused = await client.groups.create
      .mutate({ name: "Mine", idempotencyKey: crypto.randomUUID() })
      .then(() => null, problemOf);
    expect(refused?.code).toBe("request.not_allowed");
    const removal = await client.groups.removeMembers
      .mutate({ groupId: idIn(group), customerIds: [idIn(customer)] })
      .then(() => null, problemOf);
    expect(removal?.code).toBe("request.not_allowed");
  });
});

/** The id that an address of the admin ends with. */
function idIn(address: string): string {
  return new URL(address).pathname.split("/")[2] ?? "";
}
