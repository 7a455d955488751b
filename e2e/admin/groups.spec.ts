import { expect, newAddress, test } from "../fixtures.ts";
import { adminClient, toast } from "./steps.ts";

test("groups are listed with their members, found by name and made in a sheet", async ({ staff: page }) => {
  await page.goto("/groups");
  await expect(page.getByRole("row").filter({ hasText: "Newsletter circle" })).toContainText("300");
  await page.getByRole("searchbox", { name: "Search" }).fill("whole");
  await expect(page.getByRole("rowheader")).toHaveText(["Wholesale"]);
  await page.getByRole("searchbox", { name: "Search" }).fill("no such group");
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await page.getByRole("columnheader").getByRole("button", { name: "Group" }).click();
  await expect(page).toHaveURL(/sort=-name/);

  await page.getByRole("button", { name: "New group" }).click();
  const sheet = page.getByRole("dialog", { name: "New group" });
  await sheet.getByRole("button", { name: "Create group" }).click();
  await expect(sheet.getByRole("textbox", { name: "Name" })).toHaveAttribute("aria-invalid", "true");
  await sheet.getByRole("textbox", { name: "Name" }).fill("WHOLESALE");
  await sheet.getByRole("button", { name: "Create group" }).click();
  await expect(sheet.getByText(/already/)).toBeVisible();
  await sheet.getByRole("textbox", { name: "Name" }).fill("Small workshops");
  await sheet.getByRole("button", { name: "Cancel" }).click();
  const leaving = page.getByRole("dialog", { name: "Leave without saving?" });
  await leaving.getByRole("button", { name: "Stay here" }).click();
  await expect(sheet.getByRole("textbox", { name: "Name" })).toHaveValue("Small workshops");
  await sheet.getByRole("button", { name: "Create group" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: "Small workshops" })).toBeVisible();
  await page.goto("/groups?search=small+workshops");
  await expect(page.getByRole("rowheader")).toHaveCount(1);
});

test("members are shown as they are, come and ended, and a membership is changed", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const [wholesale] = (await client.groups.list.query({ search: "Wholesale" })).items;
  await page.goto(`/groups/${wholesale?.id}`);
  await page.getByText(/^Coming · \d/).click();
  await expect(page).toHaveURL(/state=coming/);
  await expect(page.getByRole("row").nth(1)).toContainText("Agreement begins then");
  await page.getByText(/^Ended · \d/).click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("table").getByRole("checkbox")).toHaveCount(0);
  await page.getByText(/^Members · \d/).click();
  await expect(page.getByRole("table", { name: "Members" })).toHaveAttribute("aria-busy", "false");
  const first = page.getByRole("row").nth(1);
  const name = await first.getByRole("link").innerText();
  await expect(first.getByRole("button", { name: `Edit membership of ${name}` })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog", { name: `${name} in Wholesale` });
  await dialog.getByLabel("Until").fill("2099-06-30");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Contract of 2026");
  await dialog.getByRole("button", { name: "Save membership" }).click();
  await expect(page.getByRole("row").filter({ hasText: name })).toContainText("Contract of 2026");
  await page.getByRole("link", { name: "Activity" }).click();
  await expect(page.getByRole("list", { name: "Activity" }).getByRole("listitem").first()).toContainText(
    "changed end and reason of the membership",
  );
});

test("a group that is empty now says that it has had members", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const group = await client.groups.create.mutate({ name: "Once full", idempotencyKey: crypto.randomUUID() });
  await page.goto(`/groups/${group.id}`);
  await expect(page.getByText("Nobody in this group yet")).toBeVisible();
  const [one] = (await client.customers.list.query({ limit: 1 })).items;
  await client.groups.addMembers.mutate({ groupId: group.id, customerIds: [one?.id ?? ""] });
  await client.groups.removeMembers.mutate({ groupId: group.id, customerIds: [one?.id ?? ""] });
  await page.reload();
  await expect(page.getByText("Nobody is in this group now")).toBeVisible();
});

test("on a phone members are added without scrolling past all who could be", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const group = await client.groups.create.mutate({ name: "By phone", idempotencyKey: crypto.randomUUID() });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/groups/${group.id}/add`);
  await page.getByRole("row").nth(1).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Go on with 1 customer" }).click();
  await expect(page.getByRole("region", { name: "What they get" })).toBeFocused();
  await page.getByRole("textbox", { name: "Reason" }).fill("Picked on the way");
  await page.getByRole("button", { name: "Add 1 customer" }).click();
  await expect(toast(page, "1 customer added to By phone.")).toBeVisible();
});

test("pasted e-mails are checked first, and the unknown can become guests", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const group = await client.groups.create.mutate({ name: "From a list", idempotencyKey: crypto.randomUUID() });
  const [one, two] = (await client.customers.list.query({ search: "mail.example", limit: 2 })).items;
  await client.groups.addMembers.mutate({ groupId: group.id, customerIds: [one?.id ?? ""] });
  const fresh = newAddress("fresh");
  await page.goto(`/groups/${group.id}/paste`);
  await page
    .getByRole("textbox", { name: "E-mails" })
    .fill(
      `${one?.email}\n"Two, The" <${two?.email?.toUpperCase()}>; ${two?.email}\nFresh Start <${fresh}>\nno address`,
    );
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("heading", { name: "1 customer can be added" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 already a member" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 unknown" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "1 cannot be read as an e-mail" })).toBeVisible();
  await expect(page.getByText("1 double was left out.")).toBeVisible();
  await page.getByRole("switch", { name: /Create a guest/ }).check();
  await page.getByRole("button", { name: "Add 2 customers" }).click();
  await expect(toast(page, "2 customers added to From a list, 1 of them new.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: fresh })).toContainText("Fresh Start");
});

test("a group is renamed, and deleted only after a question that names what is lost", async ({
  staff: page,
  server,
}) => {
  const client = await adminClient(server);
  const group = await client.groups.create.mutate({ name: "Short-lived", idempotencyKey: crypto.randomUUID() });
  const [one] = (await client.customers.list.query({ limit: 1 })).items;
  await client.groups.addMembers.mutate({ groupId: group.id, customerIds: [one?.id ?? ""] });
  await page.goto(`/groups/${group.id}/settings`);
  await page.getByRole("textbox", { name: "Name" }).fill("Shorter-lived");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shorter-lived" })).toBeVisible();
  await page.getByRole("button", { name: "Delete group…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete the group “Shorter-lived”?" });
  await expect(dialog.getByText(/^1 member loses what it gives and stays a customer/)).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Delete group…" }).click();
  await dialog.getByRole("button", { name: "Delete group" }).click();
  await expect(toast(page, "Group Shorter-lived was deleted.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
  await page.goto(`/groups/${group.id}`);
  await expect(page.getByRole("heading", { level: 1, name: /could not find/ })).toBeVisible();
});
