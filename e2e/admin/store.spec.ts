import { expect, test } from "../fixtures.ts";
import { expectRefused, remedy } from "../refused.ts";
import { newStaff, toast } from "./steps.ts";

test("the store's settings: what is wrong stays, and a policy is read in the shop once it is saved", async ({
  staff: page,
  visitor,
}) => {
  await page.goto("/settings/store");
  const returns = page.getByRole("textbox", { name: "Returns" });
  await expect(returns).toBeVisible();
  // The demo store has orders.
  await expect(page.getByRole("combobox", { name: "Currency" })).toBeDisabled();
  const save = page.getByRole("button", { name: "Save" });
  const name = page.getByRole("textbox", { name: "Name" });
  await returns.fill("Send it back within 60 days.");
  await expectRefused(save, [
    { field: name, typed: "", says: remedy.needed },
    { field: returns, typed: "Send it back within 60 days." },
  ]);
  await expectRefused(save, [{ field: name, typed: "n".repeat(121), says: remedy.tooLong("120") }]);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(name).not.toHaveValue(/nnn/);
  const zone = page.getByRole("combobox", { name: "Time zone" });
  await zone.fill("york");
  await page.getByRole("option", { name: "America/New York" }).click();
  await returns.fill("Send it back within 60 days.");
  await save.click();
  await expect(toast(page, "The store’s settings were saved.")).toBeVisible();
  await page.reload();
  await expect(zone).toHaveValue("America/New York");
  await zone.fill("berlin");
  await page.getByRole("option", { name: "Europe/Berlin" }).click();
  await save.click();
  await expect(toast(page, "The store’s settings were saved.")).toBeVisible();

  await visitor.goto("/policies/returns");
  await expect(visitor.getByText("Send it back within 60 days.")).toBeVisible();
});

test("a viewer reads the store's settings and changes none", async ({ open, server, mailbox }) => {
  const page = await open("admin", await newStaff(server, mailbox, "viewer"));
  await page.goto("/settings/store");
  await expect(page.getByRole("region", { name: "General" })).toContainText("Time zone");
  await expect(page.getByRole("textbox")).toHaveCount(0);
});
