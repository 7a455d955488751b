import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findViolations } from "./boundaries.ts";
import { walls } from "./walls.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "clientele-walls-"));
  for (const home of Object.keys(walls)) plant(`${home}/package.json`, "{}");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function messages(): string[] {
  return findViolations(root).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe("what is allowed", () => {
  it.each([
    ["apps/api/src/customers/shop.ts", `import { findCustomer } from "@clientele/db/customers/customers";`],
    ["apps/api/src/router.ts", `import { routes } from "./customers/shop.ts";`],
    ["apps/api/src/carts/cart.ts", `import { prices } from "../pricing/prices.ts";`],
    ["apps/api/src/customers/customers.test.ts", `import { buildCustomer } from "@clientele/testing/customers";`],
    ["apps/api/src/sessions/lucia.ts", `import { Lucia } from "lucia";`],
    ["apps/api/src/mail/welcome.tsx", `import { createElement } from "react";`],
    ["apps/api/src/trpc.ts", `import { initTRPC, TRPCError } from "@trpc/server";`],
    ["apps/api/src/groups/admin.ts", `import type { TRPCRouterRecord } from "@trpc/server";`],
    ["packages/db/src/sqlite.ts", `import Database from "better-sqlite3"; import { join } from "node:path";`],
    ["packages/client/src/index.ts", `import type { ShopRouter } from "@clientele/api/router";`],
    ["packages/client/test/packed.test.ts", `import { execFile } from "node:child_process";`],
    ["apps/storefront/src/routes/account/profile.tsx", `import { ProfileForm } from "../../account/ProfileForm.tsx";`],
    ["apps/storefront/src/cart/CartPage.tsx", `import { cartText } from "../text/cart.ts";`],
    ["apps/storefront/src/account/ProfileForm.tsx", `import { trpc } from "../trpc.ts"; import "./form.css";`],
    ["apps/api/src/main.ts", `const now = () => new Date();`],
    ["packages/domain/src/time.ts", `export const day = (at: number) => new Date(at).getUTCDay();`],
    ["apps/storefront/vite.config.ts", `import { fileURLToPath } from "node:url";`],
    ["e2e/storefront/signUp.spec.ts", `import { readFile } from "node:fs/promises";`],
  ])("%s: %s", (file, text) => {
    plant(file, text);
    expect(messages()).toEqual([]);
  });
});

describe("what is refused", () => {
  it.each([
    ["packages/domain/src/customers/customer.ts", `import { open } from "@clientele/db/open";`, "no other package"],
    ["packages/domain/src/ids.ts", `import { randomUUID } from "node:crypto";`, "runs without Node"],
    ["packages/domain/src/ids.ts", `import fs from "fs";`, "runs without Node"],
    ["packages/domain/src/money.ts", `import { useMemo } from "react";`, "may not import react"],
    ["packages/db/src/open.ts", `import { seed } from "@clientele/testing/seed";`, "outside of tests"],
    ["packages/db/src/open.ts", `import { door } from "@clientele/api/router";`, "may use domain"],
    ["packages/client/src/index.ts", `import { open } from "@clientele/db/open";`, "may use domain"],
    ["packages/client/src/index.ts", `import { type A, b } from "@clientele/api/router";`, "only types"],
    ["packages/ui/src/Field.tsx", `import { open } from "@clientele/db/open";`, "may use domain"],
    ["packages/ui/src/Field.tsx", `import path from "node:path";`, "runs without Node"],
    ["apps/api/src/door.ts", `import { eq } from "drizzle-orm";`, "all SQL is in packages/db"],
    ["apps/api/src/door.ts", `import Database from "better-sqlite3";`, "all SQL is in packages/db"],
    ["apps/api/src/door.ts", `import pg from "pg";`, "may not import pg"],
    ["apps/api/src/customers/profile.ts", `import { text } from "@clientele/db/columns/sqlite";`, "not columns"],
    ["apps/api/src/sessions/signIn.ts", `import { Lucia } from "lucia";`, "behind SessionService"],
    ["apps/api/src/door.ts", `const { Lucia } = await import("lucia");`, "behind SessionService"],
    ["apps/api/src/door.ts", `export type Session = import("lucia").Session;`, "behind SessionService"],
    ["apps/api/src/customers/profile.ts", `import { TRPCError } from "@trpc/server";`, "throws a DomainError"],
    [
      "apps/api/src/carts/cart.ts",
      `import { routes } from "../pricing/shop.ts";`,
      "router apps/api/src/pricing/shop.ts",
    ],
    ["apps/api/src/carts/cart.ts", `export * from "../../../../packages/db/src/open.ts";`, "by its package name"],
    ["apps/api/src/carts/cart.test.ts", `vi.mock("./cart.ts");`, "tests run the real parts"],
    ["packages/domain/src/time.ts", `export const now = () => new Date();`, "time is an argument"],
    ["apps/api/src/sessions/signIn.ts", `const started = Date.now();`, "time is an argument"],
    ["apps/storefront/src/account/Page.tsx", `import { Cart } from "../cart/Cart.tsx";`, "a route composes them"],
    ["apps/storefront/src/account/Page.tsx", `import { Route } from "../routes/cart.tsx";`, "routes compose features"],
    ["apps/storefront/src/api.ts", `import { createAdminClient } from "@clientele/client";`, "the shop door only"],
    ["apps/admin/src/groups/Members.tsx", `import { List } from "../customers/List.tsx";`, "a route composes them"],
    ["apps/admin/src/api.ts", `import type { ShopRouter } from "@clientele/api/router";`, "may use domain"],
    ["e2e/admin/groups.spec.ts", `import { open } from "@clientele/db/open";`, "may use domain, client, testing"],
  ])("%s: %s", (file, text, part) => {
    plant(file, `\n${text}\n`);
    const found = messages();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${file}:2 `);
    expect(found[0]).toContain(part);
  });

  it("a package without a row in the table", () => {
    plant("packages/utils/package.json", "{}");
    expect(messages()).toEqual(["packages/utils:1 this package has no row in scripts/walls.ts"]);
  });
});
