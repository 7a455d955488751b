import type { Page } from "@playwright/test";
import { expect, newAddress, test } from "./fixtures.ts";

/** What a request line would leave in the logs of every machine on its way: address and referrer. */
function linesOf(page: Page): string[] {
  const lines: string[] = [];
  page.on("request", (request) => {
    const { referer = "" } = request.headers();
    lines.push(`${request.method()} ${request.url()} ${referer}`);
  });
  return lines;
}

test("no request of either app carries a name, an e-mail, a phone number or a token in its address", async ({
  visitor,
  staff,
  mailbox,
}) => {
  const email = newAddress("quiet");
  const [lastName, password] = ["Verschwiegen", "seven quiet otters"];
  const lines = [linesOf(visitor), linesOf(staff)];

  await visitor.goto("/sign-up");
  await visitor.getByRole("textbox", { name: "E-mail" }).fill(email);
  await visitor.getByRole("button", { name: "Send the link" }).click();
  const link = await mailbox.link(email, /open your account/i);
  const token = link.split("#token=")[1] ?? "";
  await visitor.goto(link);
  await visitor.getByRole("textbox", { name: "First name" }).fill("Quirina");
  await visitor.getByRole("textbox", { name: "Last name" }).fill(lastName);
  await visitor.getByRole("textbox", { name: "Password" }).fill(password);
  await visitor.getByRole("button", { name: "Open the account" }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: "Hello, Quirina" })).toBeVisible();
  await visitor.goto("/account/profile");
  await visitor.getByRole("textbox", { name: "Phone" }).fill("+49 30 901820");
  await visitor.getByRole("button", { name: "Save" }).click();
  await expect(visitor.getByText("Your profile is saved.")).toBeVisible();

  await staff.goto("/customers");
  await staff.getByRole("searchbox", { name: "Search" }).fill(lastName);
  const found = staff.getByRole("rowheader").getByRole("link", { name: `Quirina ${lastName}` });
  await found.click();
  await expect(staff.getByRole("heading", { level: 1, name: `Quirina ${lastName}` })).toBeVisible();
  await staff.keyboard.press("ControlOrMeta+k");
  await staff.getByRole("textbox", { name: "Command palette" }).fill(email);
  await expect(staff.getByRole("button", { name: "Copy e-mail" }).last()).toBeVisible();
  await staff.goto("/groups");
  await staff.getByRole("rowheader").getByRole("link").first().click();
  await staff.getByRole("link", { name: "Paste e-mails" }).click();
  await staff.getByRole("textbox", { name: "E-mails" }).fill(email);
  await staff.getByRole("button", { name: "Check the list" }).click();
  await expect(staff.getByRole("heading", { name: "What was found" })).toBeVisible();

  const requested = lines.flat();
  expect(requested.length).toBeGreaterThan(30);
  const secret = [email, encodeURIComponent(email), lastName, "Quirina", "901820", token, password.split(" ")[1] ?? ""];
  for (const line of requested) {
    for (const word of secret)
      expect(line.toLowerCase().includes(word.toLowerCase()), `${word} in ${line}`).toBe(false);
    expect(line.includes("/trpc/") && line.startsWith("GET"), line).toBe(false);
  }
});
