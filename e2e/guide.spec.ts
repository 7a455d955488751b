import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { adminClient } from "./admin/steps.ts";
import { expect, test } from "./fixtures.ts";

const docs = fileURLToPath(new URL("../docs", import.meta.url));
const images = join(docs, "images");
const update = process.env["UPDATE_IMAGES"] === "1";
const most = 250_000;

test.use({ viewport: { width: 1280, height: 800 } });

/** Takes the picture anew when asked to, else only sees to it that there is one and that it is small enough to read. */
async function picture(page: Page, name: string): Promise<void> {
  const file = join(images, `${name}.png`);
  await page.evaluate(() => document.fonts.ready);
  if (update) {
    await page.mouse.move(0, 0);
    mkdirSync(images, { recursive: true });
    writeFileSync(file, await page.screenshot({ animations: "disabled", caret: "hide" }));
  }
  expect(existsSync(file), `docs/images/${name}.png; run again with UPDATE_IMAGES=1`).toBe(true);
  expect(statSync(file).size).toBeLessThan(most);
}

test("pictures of the guide show the shopper's account", async ({ shopper: page }) => {
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: /^Hello/ })).toBeVisible();
  await expect(page.locator(".mantine-Skeleton-root")).toHaveCount(0);
  await picture(page, "storefront");
});

test("pictures of the guide show what staff do", async ({ staff: page, server }) => {
  const client = await adminClient(server);
  const [shopper] = (await client.customers.list.query({ search: server.shopper.email })).items;
  const [wholesale] = (await client.groups.list.query({ search: "Wholesale" })).items;
  if (shopper === undefined || wholesale === undefined) throw new Error("the demo store lacks them");
  const row = page.getByRole("row").nth(3);

  await page.goto("/customers");
  await expect(row).toBeVisible();
  await picture(page, "admin");

  await page.goto("/customers?status=active&tags=Regular");
  await expect(page.getByText("Tagged Regular")).toBeVisible();
  await page.getByRole("columnheader").getByRole("checkbox").check();
  await expect(page.getByText(/^\d+ selected$/)).toBeVisible();
  await picture(page, "customers-filtered");

  await page.goto("/customers?sheet=new");
  await expect(page.getByRole("dialog", { name: "New customer" })).toBeVisible();
  await picture(page, "customer-new");

  await page.goto(`/customers/${shopper.id}`);
  await expect(page.getByRole("list", { name: "Timeline" })).toBeVisible();
  await picture(page, "customer");

  await page.goto("/groups");
  await expect(row).toBeVisible();
  await picture(page, "groups");

  await page.goto(`/groups/${wholesale.id}`);
  await expect(row).toBeVisible();
  await picture(page, "group");

  await page.goto(`/groups/${wholesale.id}/add`);
  await expect(row).toBeVisible();
  await page
    .getByRole("checkbox", { name: /^Select / })
    .nth(2)
    .check();
  await page
    .getByRole("checkbox", { name: /^Select / })
    .nth(4)
    .check();
  await picture(page, "group-add");

  await page.goto(`/groups/${wholesale.id}/paste`);
  await page
    .getByRole("textbox", { name: "E-mails" })
    .fill(`${server.shopper.email}\nNew Person <new.person@example.com>\nnot an address`);
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "What was found" })).toBeVisible();
  await picture(page, "group-paste");
});

test("every picture that the guide and the README show is there", () => {
  for (const page of ["guide/customers.md", "guide/groups.md", "../README.md"]) {
    const file = join(docs, page);
    const folder = join(file, "..");
    const named = [...readFileSync(file, "utf8").matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? "");
    expect(named.length, page).toBeGreaterThan(0);
    for (const path of named) expect(existsSync(join(folder, path)), `${path} in ${page}`).toBe(true);
  }
});
