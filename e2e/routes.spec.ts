import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { adminClient } from "./admin/steps.ts";
import { expect, test } from "./fixtures.ts";
import type { RunningServer } from "./server.ts";
import { type Goods, newGoods, putInCart } from "./storefront/goods.ts";

type Door = "shop" | "admin";
type Who = "visitor" | "signed in";

interface Place {
  who: Who;
  /** The address to open, with ids of the demo store in place of parameters. */
  at: (ids: Ids) => string;
}

interface Ids {
  customer: string;
  group: string;
  /** The handle of a product that is sold. */
  product: string;
  productId: string;
  /** An order of the shopper who is signed in. */
  order: string;
  /** An order of which something is still to be sent. */
  unsent: string;
  /** A list with a percentage, prices and quantity breaks. */
  priceList: string;
  discount: string;
}

const visitor = (at: string | ((ids: Ids) => string)): Place => ({
  who: "visitor",
  at: typeof at === "string" ? () => at : at,
});
const signedIn = (at: string | ((ids: Ids) => string)): Place => ({
  who: "signed in",
  at: typeof at === "string" ? () => at : at,
});
const ofCustomer = (tab = "") => signedIn(({ customer }) => `/customers/${customer}${tab}`);
const ofGroup = (tab = "") => signedIn(({ group }) => `/groups/${group}${tab}`);

/** Every address of both apps. A new route stands in its generated tree first and must be given an entry here. */
const places: Record<Door, Record<string, Place>> = {
  shop: {
    "/": visitor("/"),
    "/account": signedIn("/account"),
    "/account/addresses": signedIn("/account/addresses"),
    "/account/orders": signedIn("/account/orders"),
    "/account/orders/$orderId": signedIn(({ order }) => `/account/orders/${order}`),
    "/account/profile": signedIn("/account/profile"),
    "/account/security": signedIn("/account/security"),
    "/cart": visitor("/cart"),
    "/check-mail": visitor("/check-mail"),
    "/checkout": signedIn("/checkout"),
    "/checkout/thank-you": visitor("/checkout/thank-you"),
    "/confirm-email": visitor("/confirm-email"),
    "/find-my-order": visitor("/find-my-order"),
    "/forgot-password": visitor("/forgot-password"),
    "/open-account": visitor("/open-account"),
    "/order": visitor("/order"),
    "/policies/$policy": visitor("/policies/privacy"),
    "/products/$handle": visitor(({ product }) => `/products/${product}`),
    "/reset-password": visitor("/reset-password"),
    "/revert-email": visitor("/revert-email"),
    "/sign-in": visitor("/sign-in"),
    "/sign-up": visitor("/sign-up"),
  },
  admin: {
    "/": signedIn("/"),
    "/accept-invitation": visitor("/accept-invitation"),
    "/customers": signedIn("/customers"),
    "/customers/$customerId": ofCustomer(),
    "/customers/$customerId/addresses": ofCustomer("/addresses"),
    "/customers/$customerId/consent": ofCustomer("/consent"),
    "/customers/$customerId/details": ofCustomer("/details"),
    "/customers/$customerId/groups": ofCustomer("/groups"),
    "/customers/$customerId/orders": ofCustomer("/orders"),
    "/customers/$customerId/prices": ofCustomer("/prices"),
    "/customers/$customerId/sessions": ofCustomer("/sessions"),
    "/discounts": signedIn("/discounts"),
    "/discounts/$discountId": signedIn(({ discount }) => `/discounts/${discount}`),
    "/discounts/new": signedIn("/discounts/new"),
    "/first-owner": visitor("/first-owner"),
    "/forgot": visitor("/forgot"),
    "/groups": signedIn("/groups"),
    "/groups/$groupId": ofGroup(),
    "/groups/$groupId/activity": ofGroup("/activity"),
    "/groups/$groupId/add": ofGroup("/add"),
    "/groups/$groupId/paste": ofGroup("/paste"),
    "/groups/$groupId/settings": ofGroup("/settings"),
    "/orders": signedIn("/orders"),
    "/orders/$orderId": signedIn(({ order }) => `/orders/${order}`),
    "/price-lists": signedIn("/price-lists"),
    "/price-lists/$priceListId": signedIn(({ priceList }) => `/price-lists/${priceList}`),
    "/price-lists/$priceListId/conflicts": signedIn(({ priceList }) => `/price-lists/${priceList}/conflicts`),
    "/price-lists/$priceListId/settings": signedIn(({ priceList }) => `/price-lists/${priceList}/settings`),
    "/price-lists/conflicts": signedIn("/price-lists/conflicts"),
    "/products": signedIn("/products"),
    "/products/$productId": signedIn(({ productId }) => `/products/${productId}`),
    "/reset-password": visitor("/reset-password"),
    "/settings/audit": signedIn("/settings/audit"),
    "/settings/profile": signedIn("/settings/profile"),
    "/settings/regions": signedIn("/settings/regions"),
    "/settings/roles": signedIn("/settings/roles"),
    "/settings/staff": signedIn("/settings/staff"),
    "/settings/store": signedIn("/settings/store"),
    "/settings/tags": signedIn("/settings/tags"),
    "/sign-in": visitor("/sign-in"),
  },
};

/** What has no route but an address all the same: sheets, and what is not there. */
const further: Record<Door, readonly Place[]> = {
  shop: [
    visitor("/no/such/page"),
    visitor("/products/no-such-product"),
    visitor("/?search=nothing-of-this-name"),
    visitor("/?sort=price"),
    signedIn("/account/orders?search=999999999"),
    signedIn("/account/orders/ord_01ARZ3NDEKTSV4RRFFQ69G5FAV"),
    signedIn("/cart"),
  ],
  admin: [
    signedIn("/no/such/page"),
    signedIn("/customers?sheet=new"),
    signedIn("/customers?search=nobody-of-this-name"),
    signedIn("/groups?sheet=new"),
    signedIn("/settings/staff?sheet=invite"),
    signedIn("/customers?ordersFrom=1&spentFrom=10000&lastFrom=2026-01-01"),
    signedIn("/orders?search=999999999"),
    signedIn("/orders?payment=captured&fulfilment=delivered&from=2026-01-01"),
    signedIn(({ unsent }) => `/orders/${unsent}?sheet=send`),
    signedIn("/orders/ord_01ARZ3NDEKTSV4RRFFQ69G5FAV"),
    signedIn("/price-lists?sheet=new"),
    signedIn(({ priceList }) => `/price-lists/${priceList}?all=true`),
    signedIn(({ priceList }) => `/price-lists/${priceList}?sheet=copy`),
    signedIn("/price-lists?search=no-such-list"),
    signedIn("/discounts?search=no-such-discount"),
    signedIn("/products?sheet=new"),
    signedIn("/products?category=no-such-category"),
    signedIn("/settings/regions?sheet=new"),
    signedIn("/customers/cus_01ARZ3NDEKTSV4RRFFQ69G5FAV"),
  ],
};

/** The addresses of the app's routes as its generator wrote them down. */
function routesOf(app: "storefront" | "admin"): string[] {
  const tree = readFileSync(new URL(`../apps/${app}/src/routeTree.gen.ts`, import.meta.url), "utf8");
  const listed = /export interface FileRoutesByTo \{([^}]*)\}/.exec(tree)?.[1] ?? "";
  return [...listed.matchAll(/"?([/\w$-]+)"?: typeof/g)].flatMap(([, path]) => path ?? []).toSorted();
}

/** Waits until the page has its heading, nothing is on its way and nothing moves or fades. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator(".mantine-Skeleton-root, [aria-busy=true]")).toHaveCount(0);
  await page.evaluate(async () => {
    // What goes along with scrolling has no end in time.
    const ending = document
      .getAnimations()
      .filter(({ effect, timeline }) => timeline === document.timeline && effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** By how many pixels the page is wider than the window. */
const overhangOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function violationsOf(page: Page, scheme: "light" | "dark"): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  // The page is the same in the dark but for its colours.
  const { violations } = await (scheme === "light" ? axe.withTags(levels) : axe.withRules("color-contrast")).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

test.describe.configure({ mode: "parallel" });

test("every route of both apps has an entry in the walk", () => {
  expect(routesOf("storefront")).toEqual(Object.keys(places.shop).toSorted());
  expect(routesOf("admin")).toEqual(Object.keys(places.admin).toSorted());
});

/** What the addresses name, from the demo store and one product made for the walk. */
async function idsFor(server: RunningServer): Promise<{ ids: Ids; goods: Goods }> {
  const client = await adminClient(server);
  const [shopper] = (await client.customers.list.query({ search: server.shopper.email, limit: 1 })).items;
  const [group] = (await client.groups.list.query({ search: "Newsletter", limit: 1 })).items;
  const goods = await newGoods(client, { title: "Bench for the walk", price: 4900 });
  const [order] = (await client.orders.list.query({ customerId: shopper?.id ?? "", limit: 1 })).items;
  const [unsent] = (await client.orders.list.query({ fulfilment: ["not_fulfilled"], status: ["pending"], limit: 1 }))
    .items;
  const [priceList] = (await client.priceLists.list.query({ search: "Wholesale", limit: 1 })).items;
  const [discount] = (await client.discounts.list.query({ search: "Press loan", limit: 1 })).items;
  const ids: Ids = {
    priceList: priceList?.id ?? "",
    discount: discount?.id ?? "",
    customer: shopper?.id ?? "",
    group: group?.id ?? "",
    product: goods.handle,
    productId: goods.productId,
    unsent: unsent?.id ?? "",
    order: order?.id ?? "",
  };
  return { ids, goods };
}

/** Looks at one page in light and dark, and on a phone. */
async function lookAt(page: Page, address: string): Promise<void> {
  const wide = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto(address);
  await settled(page);
  expect.soft(await violationsOf(page, "light"), "violations in light").toEqual([]);
  expect.soft(await page.locator("h1").count(), "headings of the first order").toBe(1);
  expect.soft(await page.title(), "title").toMatch(/\S/);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await settled(page);
  // A busy browser may still be painting what it was told is dark; what is really wrong stays so.
  await expect.soft
    .poll(() => violationsOf(page, "dark"), { message: "violations in dark", timeout: 10_000 })
    .toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await settled(page);
  await expect.soft.poll(() => overhangOf(page), { message: "sideways scroll at 360 px", timeout: 3000 }).toBe(0);
  await page.setViewportSize(wide);
}

/** So many pages a walk, that two walks share the work and none outlasts its time. */
const pagesEach = 9;

for (const door of ["shop", "admin"] as const) {
  for (const who of ["visitor", "signed in"] as const) {
    const all = [...Object.values(places[door]), ...further[door]].filter((place) => place.who === who);
    for (let start = 0; start < all.length; start += pagesEach) {
      const some = all.slice(start, start + pagesEach);
      const of = who === "visitor" ? "a visitor" : "a person signed in";
      test(`${door} pages ${start + 1} to ${start + some.length} for ${of}: axe in light and dark, one h1, a title, no sideways scroll`, async ({
        open,
        server,
      }) => {
        test.setTimeout(180_000);
        const credentials = door === "shop" ? server.shopper : server.owner;
        const page = await open(door, who === "visitor" ? undefined : credentials);
        const { ids, goods } = await idsFor(server);
        // So that cart and checkout have something to show.
        if (door === "shop" && who === "signed in") await putInCart(page, goods);
        for (const { at } of some) await test.step(at(ids), () => lookAt(page, at(ids)));
      });
    }
  }
}
