import { expect, newAddress, test } from "../fixtures.ts";
import { newStaff, prove, signIn, toast } from "./steps.ts";

test("an owner changes a role and disables a colleague, whose session ends", async ({ open, server, mailbox }) => {
  const colleague = await newStaff(server, mailbox, "support");
  const theirs = await open("admin", colleague);
  await theirs.goto("/groups");
  await expect(theirs.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
  await expect(theirs.getByRole("button", { name: "New group" })).toHaveCount(0);

  const page = await open("admin", server.owner);
  await page.goto("/settings/staff");
  const row = page.getByRole("row").filter({ hasText: colleague.email });
  const actions = row.getByRole("button", { name: "Actions for Vera support" });
  await actions.click();
  await page.getByRole("menuitem", { name: "Change role…" }).click();
  const dialog = page.getByRole("dialog", { name: "Role of Vera support" });
  await dialog.getByRole("radio", { name: "Manager" }).check();
  await dialog.getByRole("button", { name: "Change role" }).click();
  const asked = page.getByRole("dialog", { name: "Confirm it is you" });
  await expect(asked.or(row.getByText("Manager"))).toBeVisible();
  if (await asked.isVisible()) await prove(page, server.owner.password);
  await expect(row.getByText("Manager")).toBeVisible();

  await actions.click();
  await page.getByRole("menuitem", { name: "Disable…" }).click();
  await page.getByRole("dialog", { name: "Disable Vera support?" }).getByRole("button", { name: "Disable" }).click();
  await expect(row.getByText("Disabled")).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL(/sign-in/);
});

test("a half typed invitation is not lost without a question", async ({ staff: page }) => {
  await page.goto("/settings/staff?sheet=invite");
  const sheet = page.getByRole("dialog", { name: "Invite a colleague" });
  await sheet.getByRole("textbox", { name: "Name" }).fill("Ines Invited");
  await page.keyboard.press("Escape");
  const leaving = page.getByRole("dialog", { name: "Leave without saving?" });
  await leaving.getByRole("button", { name: "Stay here" }).click();
  await expect(sheet.getByRole("textbox", { name: "Name" })).toHaveValue("Ines Invited");
  await sheet.getByRole("textbox", { name: "E-mail" }).fill(newAddress("ines"));
  await sheet.getByRole("button", { name: "Send invitation" }).click();
  await expect(page).not.toHaveURL(/sheet/);
  await expect(page.getByRole("row").filter({ hasText: "Ines Invited" })).toBeVisible();
});

test("the roles are a table that a person can read", async ({ staff: page }) => {
  await page.goto("/settings/roles");
  const right = page.getByRole("row").filter({ hasText: "Invite, disable and change staff" });
  await expect(right.getByRole("cell")).toHaveText([/yes/, /no/, /no/, /no/]);
});

test("the audit log is narrowed by event, person and day", async ({ staff: page, server, open }) => {
  const other = await open("admin");
  await signIn(other, server.owner);
  await page.goto("/settings/audit");
  await expect(page.getByRole("row").filter({ hasText: "signed in" }).first()).toBeVisible();
  await page.getByRole("combobox", { name: "Event" }).fill("role set");
  await page.getByRole("option", { name: "Staff role set" }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/types=/);
  await page.getByLabel("From day").fill("2001-01-01");
  const chips = page.getByRole("list", { name: "Filters in use" });
  await expect(chips.getByText("Since 1 Jan 2001")).toBeVisible();
  await page.getByLabel("To day").fill("2001-01-02");
  await expect(page.getByText("No entry matches")).toBeVisible();
  await chips.getByRole("button", { name: "Clear all" }).click();
  await page.getByRole("combobox", { name: "Who" }).click();
  await page.getByRole("option", { name: "Jonas Weidmann" }).click();
  await expect(chips.getByText("By Jonas Weidmann")).toBeVisible();
  await expect(page.getByRole("rowheader").first()).toContainText("Jonas Weidmann");
});

test("the palette finds a customer, adds them to a group and copies the e-mail", async ({ staff: page, server }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/groups");
  await expect(page.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  const search = page.getByPlaceholder(/Search customers and groups/);
  await search.fill(server.shopper.email);
  await page.getByRole("button", { name: "Copy e-mail" }).click();
  await expect(toast(page, `${server.shopper.email} copied.`)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(server.shopper.email);

  await page.keyboard.press("ControlOrMeta+k");
  await search.fill(server.shopper.email);
  await page.getByRole("button", { name: "Add to a group…" }).click();
  await page.getByPlaceholder("Find a group by name…").fill("newsletter");
  await page.getByRole("button", { name: /^Newsletter circle/ }).click();
  await expect(toast(page, /a member of Newsletter circle already/)).toBeVisible();

  await page.keyboard.press("ControlOrMeta+k");
  await search.fill("new customer");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "New customer" })).toBeVisible();
});

test("Enter in the palette means what was typed, however late its answer comes", async ({ staff: page, server }) => {
  await page.goto("/groups");
  await expect(page.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  const search = page.getByPlaceholder(/Search customers and groups/);
  await search.fill(server.shopper.email);
  await expect(page.getByRole("button", { name: "Copy e-mail" })).toBeVisible();

  let answer = (): void => undefined;
  const late = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/customers\.list/, async (route) => {
    await late;
    await route.continue();
  });
  const asked = page.waitForRequest(/customers\.list/);
  await search.fill("new customer");
  await page.keyboard.press("Enter");
  await asked;
  await expect(page.getByRole("button", { name: "Copy e-mail" })).toBeVisible();
  answer();
  await expect(page.getByRole("dialog", { name: "New customer" })).toBeVisible();
});

test("keys lead through the admin and list themselves, and none fires while typing", async ({ staff: page }) => {
  await page.goto("/customers");
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Go to groups");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("g");
  await expect(page.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Search" });
  await expect(search).toBeFocused();
  await page.keyboard.type("gc");
  await expect(search).toHaveValue("gc");
  await expect(page.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
});

test("whom the role keeps out learns which right is missing and who gives it", async ({ open, server, mailbox }) => {
  const viewer = await newStaff(server, mailbox, "viewer");
  const page = await open("admin", viewer);
  for (const [path, right] of [
    ["/settings/staff", "Invite, disable and change staff"],
    ["/settings/audit", "Read the audit log"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: "You cannot open this page" })).toBeVisible();
    await expect(page.getByText(right)).toBeVisible();
  }
  await page.goto("/no/such/page");
  await expect(page.getByRole("heading", { level: 1, name: "We could not find that page" })).toBeVisible();
});
