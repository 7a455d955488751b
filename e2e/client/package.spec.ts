import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, newAddress, test } from "../fixtures.ts";
import { newProject, type Project, storedNames } from "./project.ts";

const strict = {
  target: "ES2023",
  module: "NodeNext",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Programs that must not compile: a key nobody knows, a missing one, a wrong value, a door that has no such call. */
const wrong = [
  `import { profileChange } from "./right.js"; export const a: typeof profileChange = { version: 1, status: "active" };`,
  `import { newAddress } from "./right.js"; export const a: typeof newAddress = { line1: "9 High Street" };`,
  `import { search } from "./right.js"; export const a: typeof search = { status: "sleeping" };`,
  `import { createShopClient } from "@clientele/client"; createShopClient({ url: "/trpc" }).customers.list.query({});`,
  `import { createShopClient } from "@clientele/client"; createShopClient({ url: "/trpc" }).profile.get.mutate();`,
  `import { piece } from "./right.js"; export const a: typeof piece = { variantId: "var_", price: 1 };`,
  `import { order } from "./right.js"; export const a: typeof order = { idempotencyKey: "k", payment: "invoice" };`,
  `import { order } from "./right.js"; export const a: typeof order = { ...order, customerId: "cus_" };`,
  `import { saleList } from "./right.js"; export const a: typeof saleList = { ...saleList, type: "cheap" };`,
  `import type { ProblemCode } from "@clientele/client"; export const a: ProblemCode = "customer.is_sleeping";`,
];

const guide = path.join(import.meta.dirname, "../../docs/api");
/** What the pieces of code in the guide take for given. */
const given = `import * as client from "@clientele/client";
declare const { createShopClient, memoryCookies, problemOf }: typeof client;
declare const shop: client.ShopClient;
declare const email: string, password: string, variantId: string, version: number;`;

/** The pages that people wrote, as programs: each piece of code is a block of its own, whose imports are given. */
const pagesOfGuide = (): Map<string, string> => {
  const names = readdirSync(guide).filter((name) => name.endsWith(".md") && name !== "reference.md");
  const programs = names.map((name) => {
    const pieces = [...readFileSync(path.join(guide, name), "utf8").matchAll(/^```ts\n(.*?)^```$/gms)];
    const blocks = pieces.map(([, code = ""]) => `{\n${code.replace(/^import .*\n/gm, "")}}`);
    return [name.replace(".md", ".ts"), blocks] as const;
  });
  const written = programs.filter(([, blocks]) => blocks.length > 0);
  return new Map(written.map(([name, blocks]) => [name, [given, ...blocks].join("\n")]));
};

test.describe.configure({ mode: "serial" });
test.describe("the packed client, in a project that knows nothing of this workspace", () => {
  let installed: Project | undefined;
  let project: Project;
  test.beforeAll(() => {
    test.setTimeout(180_000);
    project = installed = newProject();
  });
  test.afterAll(() => installed?.remove());

  /** The lines that a script of the guide prints. */
  const printedBy = async (name: string, ...words: string[]): Promise<string[]> => {
    const script = spawn(process.execPath, [name, ...words], { cwd: path.join(project.folder, "node") });
    let printed = "";
    script.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    script.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    await once(script, "close");
    return printed.trim().split("\n");
  };

  test("type-checks what is right, and refuses every wrong program", () => {
    const compile = (files: string[], more: object = {}) => {
      const settings = JSON.stringify({ compilerOptions: { ...strict, ...more }, files });
      writeFileSync(path.join(project.folder, "consumer/tsconfig.json"), settings);
      return project.run("consumer", "tsc", "-p", ".", "--pretty", "false");
    };
    expect(compile(["right.ts"])).toEqual({ code: 0, printed: "" });
    // Looked at themselves, the client's declarations hold too; those of its library ask for a server's package.
    expect(compile(["right.ts"], { skipLibCheck: false }).printed).not.toContain("@clientele");

    const files = wrong.map((program, at) => {
      writeFileSync(path.join(project.folder, `consumer/wrong${at}.ts`), program);
      return `wrong${at}.ts`;
    });
    const { code, printed } = compile(files);
    expect(code).not.toBe(0);
    for (const file of files) expect(printed).toContain(`${file}(`);
  });

  test("type-checks every piece of code in the guide", () => {
    const pages = pagesOfGuide();
    expect([...pages.keys()]).toEqual(expect.arrayContaining(["catalogue-and-cart.ts", "checkout-and-orders.ts"]));
    for (const [name, program] of pages) writeFileSync(path.join(project.folder, "consumer", name), program);
    const settings = JSON.stringify({ compilerOptions: strict, files: [...pages.keys()] });
    writeFileSync(path.join(project.folder, "consumer/tsconfig.json"), settings);
    expect(project.run("consumer", "tsc", "-p", ".", "--pretty", "false")).toEqual({ code: 0, printed: "" });
  });

  test("names no table, column or driver", () => {
    const declarations = project.declarations();
    expect(declarations.size).toBeGreaterThan(5);
    const stored = storedNames();
    expect(stored).toEqual(expect.arrayContaining(["customer_groups", "first_name", "secret_hash"]));
    // A code such as `field.postal_code` is a word of the contract itself.
    const mustNotName = new RegExp(
      `drizzle|better-sqlite3|sqlite|postgres|lucia|fastify|@clientele/(?!client)|(?<!\\.)\\b(${stored.join("|")})\\b`,
      "i",
    );
    for (const [file, text] of declarations) expect(mustNotName.exec(text)?.[0], file).toBeUndefined();
  });

  test("opens an account from a Node script and meets typed problems", async ({ server }) => {
    expect(project.run("node", "tsc", "-p", ".", "--pretty", "false")).toEqual({ code: 0, printed: "" });
    const email = newAddress("script");
    const printed = await printedBy("account.mjs", server.shop, email);
    expect(printed).toEqual([
      `the link is valid and opens an account for ${email}`,
      "signed in as Mira Okafor",
      "the phone is +4930901820",
      "refused: field.phone at phone",
      "refused: customer.changed_meanwhile, now at version 2",
      "parcels go to Paris",
      `signed in again as ${email}`,
    ]);
  });

  test("buys from a Node script, as a guest and with an account", async ({ server }) => {
    const email = newAddress("buyer");
    expect(await printedBy("order.mjs", server.shop, email)).toEqual([
      "Cutting board, Small: €49.00",
      "2 pieces for €98.00",
      "WELCOME10: sign_in_needed",
      "with shipping €104.90, paid invoice or on_delivery",
      "refused: order.price_changed, €98.00 is now €104.90",
      "ordered for €104.90: pending, awaiting",
      "asked again: the same order",
      `by its secret: the order, ${email}`,
      "in the account: 1 order, 2 × Cutting board",
      "refused: link.expired",
      `WELCOME10: applied, €9.80 off, for ${email}`,
    ]);
  });

  test("runs in a page of one's own through Vite's proxy", async ({ browser, server, mailbox }) => {
    const files = ["index.html", "main.ts"];
    const lines = files.flatMap((file) =>
      readFileSync(path.join(project.folder, "page", file), "utf8")
        .trim()
        .split("\n"),
    );
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(project.run("page", "tsc", "-p", ".", "--pretty", "false")).toEqual({ code: 0, printed: "" });
    const built = project.run("page", "vite", "build");
    expect(built.code, built.printed).toBe(0);

    const vite = spawn(path.join(project.folder, "node_modules/.bin/vite"), ["--port", "0"], {
      cwd: path.join(project.folder, "page"),
      env: { ...process.env, SHOP: server.shop, NO_COLOR: "1", FORCE_COLOR: "0" },
      detached: true,
    });
    try {
      const address = await addressOf(vite);
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      const email = newAddress("page");
      await page.goto(address);
      await page.getByLabel("E-mail").fill(email);
      await page.getByRole("button", { name: "Open an account" }).click();
      await expect(page.getByText("Look into your mailbox.")).toBeVisible();

      // In production the page stands where the link leads; here its fragment is carried over by hand.
      await page.goto("about:blank");
      await page.goto(`${address}${new URL(await mailbox.link(email, /./)).hash}`);
      await page.getByLabel("First name").fill("Mira");
      await page.getByLabel("New password").fill("seven green kettles");
      await page.getByRole("button", { name: "Open it" }).click();
      await expect(page.getByText("Welcome.")).toBeVisible();
      expect(page.url()).not.toContain("token");

      await page.getByLabel("Phone").fill("12");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("field.phone")).toBeVisible();
      await page.getByLabel("Phone").fill("+49 30 901820");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Saved.")).toBeVisible();
      await page.reload();
      await expect(page.getByLabel("Phone")).toHaveValue("+4930901820");
      await page.close();
      expect(complaints).toEqual([]);
    } finally {
      // Vite's own children go with it.
      if (vite.pid !== undefined) process.kill(-vite.pid, "SIGTERM");
    }
  });
});

/** Where a development server says that it listens. */
const addressOf = (vite: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = "";
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    };
    vite.stdout?.on("data", read);
    vite.stderr?.on("data", read);
    vite.once("exit", () => reject(new Error(`Vite did not start:\n${printed}`)));
  });
