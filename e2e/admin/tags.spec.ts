import { expect, newAddress, test } from "../fixtures.ts";
import { adminClient, newStaff, toast } from "./steps.ts";

test("tags are listed with who bears them, renamed, recoloured and removed after a question", async ({
  staff: page,
  server,
  open,
}) => {
  const client = await adminClient(server);
  const { id } = await client.customers.create.mutate({
    email: newAddress("tagged"),
    firstName: "Tagged",
    tags: ["Short-lived tag"],
    idempotencyKey: crypto.randomUUID(),
  });
  await page.goto("/customers");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Tags" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tags" })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Short-lived tag" });
  await expect(row.getByRole("link", { name: "1 customer tagged Short-lived tag" })).toHaveText("1");
  const actions = (name: string) => page.getByRole("button", { name: `Actions for ${name}` });

  await test.step("renamed and recoloured in a sheet that stands in the address", async () => {
    await actions("Short-lived tag").click();
    await page.getByRole("menuitem", { name: "Rename or recolour…" }).click();
    await expect(page).toHaveURL(/edit=tag_/);
    const other = await open("admin", server.owner);
    await other.goto(page.url());
    const late = other.getByRole("dialog", { name: /^Edit the tag/ });
    await expect(late.getByRole("textbox", { name: "Name" })).toHaveValue("Short-lived tag");
    const sheet = page.getByRole("dialog", { name: "Edit the tag Short-lived tag" });
    await sheet.getByRole("textbox", { name: "Name" }).fill("Lasting tag");
    await sheet.getByRole("radio", { name: "Pink" }).check();
    await sheet.getByRole("button", { name: "Save tag" }).click();
    await expect(toast(page, "Tag Lasting tag was saved.")).toBeVisible();
    await expect(page.getByRole("rowheader", { name: "Lasting tag" })).toBeVisible();
    await expect(page).not.toHaveURL(/edit/);
    expect((await client.customers.get.query({ id })).tags).toMatchObject([{ name: "Lasting tag", colour: "pink" }]);

    // The other window saw the tag before that.
    await late.getByRole("textbox", { name: "Name" }).fill("Late tag");
    await late.getByRole("button", { name: "Save tag" }).click();
    const conflict = other.getByRole("dialog", { name: "Changed meanwhile" });
    await expect(conflict.getByText("Lasting tag")).toBeVisible();
    await conflict.getByRole("radio", { name: "Keep the saved value of Name" }).check();
    await conflict.getByRole("button", { name: "Keep these and save" }).click();
    await expect(conflict).toBeHidden();
    await expect(other.getByRole("rowheader", { name: "Lasting tag" })).toBeVisible();
  });

  await test.step("leads to those who bear it", async () => {
    await page.getByRole("link", { name: "1 customer tagged Lasting tag" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Customers" })).toBeVisible();
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await page.goBack();
  });

  await test.step("removed only after a question that names it and what follows", async () => {
    await actions("Lasting tag").click();
    await page.getByRole("menuitem", { name: "Remove…" }).click();
    const dialog = page.getByRole("dialog", { name: "Remove the tag “Lasting tag”?" });
    await expect(dialog).toContainText("1 customer loses it and nothing else. This cannot be undone.");
    await dialog.getByRole("button", { name: "Remove tag" }).click();
    await expect(toast(page, "Tag Lasting tag was removed.")).toBeVisible();
    await expect(page.getByRole("rowheader", { name: "Lasting tag" })).toHaveCount(0);
    expect((await client.customers.get.query({ id })).tags).toEqual([]);
  });
});

test("a viewer sees the tags and changes none", async ({ open, server, mailbox }) => {
  const page = await open("admin", await newStaff(server, mailbox, "viewer"));
  await page.goto("/settings/tags");
  await expect(page.getByRole("rowheader", { name: "Regular" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Actions for/ })).toHaveCount(0);
});
