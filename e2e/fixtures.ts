import { type BrowserContext, type Page, expect, test as base } from "@playwright/test";
import { type Cookies, createAdminClient, createShopClient, memoryCookies } from "@clientele/client";
import { Mailbox } from "./mailbox.ts";
import type { ServerOptions } from "./playwright.config.ts";
import { type Credentials, fromElsewhere, type RunningServer, startServer } from "./server.ts";

interface WorkerFixtures extends ServerOptions {
  server: RunningServer;
  /** The cookie of a signed-in owner, made once per worker. */
  ownerCookie: string;
}

interface Fixtures {
  mailbox: Mailbox;
  /** A page of somebody who is not signed in; relative addresses are the shop's. */
  visitor: Page;
  /** A page of the demo store's shopper, signed in. */
  shopper: Page;
  /** A page at the admin door, signed in as the owner. */
  staff: Page;
  /** Opens a page of its own at a door, signed in when credentials are given. */
  open: (door: "shop" | "admin", as?: Credentials) => Promise<Page>;
}

/** Signs in through the door itself, as a program would, and answers the cookie. */
async function cookieOf(server: RunningServer, door: "shop" | "admin", as: Credentials): Promise<string> {
  const cookies: Cookies = memoryCookies();
  if (door === "shop") {
    const headers = fromElsewhere();
    await createShopClient({ url: `${server.shop}/trpc`, cookies, headers }).account.signIn.mutate({
      ...as,
      remember: true,
    });
  } else {
    await createAdminClient({ url: `${server.admin}/trpc`, cookies }).account.signIn.mutate(as);
  }
  return cookies.header();
}

async function giveCookie(context: BrowserContext, cookie: string): Promise<void> {
  const at = cookie.indexOf("=");
  await context.addCookies([
    {
      name: cookie.slice(0, at),
      value: cookie.slice(at + 1),
      domain: "localhost",
      path: "/",
      httpOnly: true,
      secure: true,
    },
  ]);
}

/** A refused call is an answer the screens show; the browser's own line about it is no error of the page. */
const isRefusedCall = (text: string, url: string): boolean =>
  text.startsWith("Failed to load resource") && url.includes("/trpc/");

/** Fails the test when the page logs an error or throws one. */
function watch(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" && !isRefusedCall(message.text(), message.location().url)) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  database: ["sqlite", { option: true, scope: "worker" }],
  server: [
    async ({ database }, use) => {
      const server = await startServer(database);
      await use(server);
      await server.remove();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  ownerCookie: [async ({ server }, use) => use(await cookieOf(server, "admin", server.owner)), { scope: "worker" }],
  mailbox: async ({ server }, use) => use(new Mailbox(server.shop)),
  open: async ({ browser, server, ownerCookie }, use, { project }) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    const { viewport, locale, timezoneId } = project.use;
    await use(async (door, as) => {
      const context = await browser.newContext({
        baseURL: door === "shop" ? server.shop : server.admin,
        extraHTTPHeaders: fromElsewhere(),
        ...(viewport === undefined ? {} : { viewport }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
      });
      contexts.push(context);
      if (as !== undefined) {
        const isOwner = door === "admin" && as === server.owner;
        await giveCookie(context, isOwner ? ownerCookie : await cookieOf(server, door, as));
      }
      const page = await context.newPage();
      watch(page, complaints);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints, "errors in the browser's console").toEqual([]);
  },
  visitor: async ({ open }, use) => use(await open("shop")),
  shopper: async ({ open, server }, use) => use(await open("shop", server.shopper)),
  staff: async ({ open, server }, use) => use(await open("admin", server.owner)),
});

/**
 * A test whose file has a server to itself: what it asks for by mail would use up what one network address may ask of the
 * shared one.
 */
export const testOnOwnServer = () =>
  test.extend<object, { server: RunningServer }>({
    server: [
      async ({ database }, use) => {
        const server = await startServer(database);
        await use(server);
        await server.remove();
      },
      { scope: "worker", timeout: 180_000 },
    ],
  });

export { expect } from "@playwright/test";

let people = 0;
/** An address nobody has yet, the same in every run. */
export const newAddress = (name = "shopper"): string => `${name}.${++people}.${process.pid}@example.com`;
