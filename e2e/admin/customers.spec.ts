import type { Page } from "@playwright/test";
import { expect, newAddress, test } from "../fixtures.ts";
import { adminClient, toast } from "./steps.ts";

const names = (page: Page) => page.getByRole("rowheader").getByRole("link");
const pages = (page: Page) => page.getByRole("navigation", { name: "Pages" });
const chips = (page: Page) => page.getByRole("list", { name: "Filters in use" });

async function choose(page: Page, filter: "Status" | "Group" | "Tag", value: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^${filter}`) }).click();
  await page.getByRole("dialog", { name: filter }).getByRole("checkbox", { name: value, exact: true }).check();
  await page.keyboard.press("Escape");
}

test("the list of customers is searched, filtered, sorted and paged, and its address says all of it", async ({
  staff: page,
}) => {
  await page.goto("/customers");
  await expect(names(page)).toHaveCount(25);

  await test.step("filters are sentences that can be taken out again", async () => {
    await choose(page, "Status", "Active");
    await choose(page, "Status", "Guest");
    await expect(chips(page).getByText("Status is active or guest")).toBeVisible();
    await choose(page, "Tag", "Regular");
    await expect(chips(page).getByText("Tagged Regular")).toBeVisible();
    await choose(page, "Group", "VIP");
    await expect(chips(page).getByText("In group VIP")).toBeVisible();
    await chips(page).getByRole("button", { name: "Remove filter: In group VIP" }).click();
    await chips(page).getByRole("button", { name: "Remove filter: Tagged Regular" }).click();
    await expect(chips(page).getByRole("listitem")).toHaveCount(2);
  });

  await test.step("sorting and paging there and back", async () => {
    await page.getByRole("columnheader").getByRole("button", { name: "Customer" }).click();
    await expect(page.getByRole("columnheader", { name: "Customer" })).toHaveAttribute("aria-sort", "ascending");
    await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "false");
    const first = await names(page).first().innerText();
    await pages(page).getByRole("button", { name: "Next" }).click();
    await expect(page).toHaveURL(/cursor=/);
    await expect(names(page).first()).not.toHaveText(first);
    const second = await names(page).first().innerText();
    await page.reload();
    await expect(names(page).first()).toHaveText(second);
    await expect(chips(page).getByText("Status is active or guest")).toBeVisible();
    await pages(page).getByRole("button", { name: "Previous" }).click();
    await expect(names(page).first()).toHaveText(first);
    await page.goBack();
    await expect(names(page).first()).toHaveText(second);
  });

  await test.step("a search that finds nobody offers the way out", async () => {
    await page.getByRole("searchbox", { name: "Search" }).fill("zzzz nobody");
    await expect(page.getByText("No customer matches “zzzz nobody”")).toBeVisible();
    await page.getByRole("button", { name: "Clear search and filters" }).click();
    await expect(names(page)).toHaveCount(25);
    await expect(page).not.toHaveURL(/search|status|cursor/);
  });

  await test.step("a row opens by keyboard", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("x");
    await expect(page.getByText("1 selected")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/customers\/cus_/);
  });
});

test("everybody whom a filter finds is added to a group at once", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const group = await client.groups.create.mutate({ name: "All late payers", idempotencyKey: crypto.randomUUID() });
  const { total } = await client.customers.list.query({ tags: ["Late payer"], limit: 1 });
  await page.goto("/customers?tags=Late+payer");
  await page.getByRole("columnheader").getByRole("checkbox", { name: "Select all rows on this page" }).check();
  await page.getByRole("button", { name: `Select all ${total.count} that match` }).click();
  await page.getByRole("button", { name: "Add to group" }).click();
  const dialog = page.getByRole("dialog", { name: `Add all ${total.count} that match to a group` });
  await dialog.getByRole("button", { name: "Add to group" }).click();
  await expect(dialog.getByText("Choose a group.")).toBeVisible();
  await dialog.getByRole("combobox", { name: "Group" }).fill("late");
  await page.getByRole("option", { name: "All late payers" }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("Pay first from now on");
  await dialog.getByRole("button", { name: "Add to group" }).click();
  await expect(toast(page, `${total.count} customers added to All late payers.`)).toBeVisible();
  const { members } = await client.groups.get.query({ id: group.id });
  expect(members.effective.count).toBe(total.count);
});

test("a customer is entered: wrong values stand at their fields, nothing is lost, and a double click makes one", async ({
  staff: page,
  server,
  mailbox,
}) => {
  const email = newAddress("entered");
  await page.goto("/customers");
  await page.getByRole("button", { name: "New customer" }).click();
  const sheet = page.getByRole("dialog", { name: "New customer" });
  await expect(page).toHaveURL(/sheet=new/);
  await sheet.getByRole("textbox", { name: "First name" }).fill("Edda");
  await sheet.getByRole("textbox", { name: "Phone" }).fill("12");
  await sheet.getByRole("textbox", { name: "E-mail" }).fill("no address");
  await sheet.getByRole("button", { name: "Create customer" }).click();
  await expect(sheet.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await expect(sheet.getByRole("textbox", { name: "E-mail" })).toHaveAttribute("aria-invalid", "true");
  await expect(sheet.getByRole("textbox", { name: "Phone" })).toHaveAttribute("aria-invalid", "true");
  await expect(sheet.getByText("This does not look like an e-mail address.")).toBeVisible();
  await expect(sheet.getByRole("textbox", { name: "First name" })).toHaveValue("Edda");

  await sheet.getByRole("textbox", { name: "E-mail" }).fill(server.shopper.email);
  await sheet.getByRole("textbox", { name: "Phone" }).fill("+44 20 7946 0018");
  await sheet.getByRole("button", { name: "Create customer" }).click();
  await expect(sheet.getByText("Another customer already has this e-mail.")).toBeVisible();
  await expect(sheet.getByRole("link", { name: /who has this e-mail/ })).toHaveAttribute("href", /customers\/cus_/);

  await sheet.getByRole("textbox", { name: "E-mail" }).fill(email);
  await sheet.getByRole("switch", { name: "Send an invitation to open an account" }).check();
  await sheet.getByRole("button", { name: "Create customer" }).dblclick();
  await expect(toast(page, "Edda was created and invited.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Edda" })).toBeVisible();
  await mailbox.newest(email, /invites you/i);
  const client = await adminClient(server);
  expect((await client.customers.list.query({ search: email })).items).toHaveLength(1);
});
