import { sellableVariants } from "@clientele/db/catalogue/sellable";
import { getDiscount } from "@clientele/db/pricing/discounts";
import { days, hours } from "@clientele/domain/time";
import { givenProduct } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { anyOf, givenDiscount, givenPriceList } from "@clientele/testing/pricing";
import { recordStatements } from "@clientele/testing/statements";
import { describe, expect, it } from "vitest";
import { asSent, codeOf, emailOf, givenCustomer, goodPassword, refusalOf } from "../../test/accounts.ts";
import { type Harness, harness, type Jar } from "../../test/caller.ts";
import { fingerprint } from "../../test/fingerprint.ts";
import { eventsDuring } from "../../test/recorded.ts";
import { givenShop, orderOf, place, prepare, type Shop } from "../../test/shopping.ts";
import { clean } from "../cleaning.ts";
import { limits } from "../throttle/limits.ts";

const euros = (amount: number) => ({ amount, currency: "EUR" });

/** A guest's browser that stands before the last button. */
const guestAt = async (h: Harness, shop: Shop, email: string, jar: Jar = { token: null }) => {
  const browser = h.asAnyone({ jar });
  await browser.cart.addLine({ variantId: shop.variantId, quantity: 2 });
  await prepare(browser, shop, { email });
  return browser;
};

const ordersOf = ({ db }: Harness) => db.select().from(db.tables.orders);
const stockOf = async ({ db }: Harness, { variantId }: Shop) =>
  (await sellableVariants(db, [variantId], "EUR")).get(variantId)?.stock;

eachDatabase((_name, open) => {
  describe("an order", () => {
    it("keeps all that the cart said, takes stock, counts, tells once and ends the cart", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h, { variants: [{ stock: 7 }] });
      const shopper = await givenCustomer(h);
      const owner = h.asStaff("owner");
      const group = await owner.groups.create({ name: "Wholesale" });
      await owner.groups.addMembers({ groupId: group.id, customerIds: [shopper.id] });
      const { newId } = h.services;
      const listId = await givenPriceList(h.db, newId, {
        benefit: "Trade price",
        audience: anyOf(group.id),
        adjustment: -2000,
      });
      const discountId = await givenDiscount(h.db, newId, { code: "TENTH", perCustomerLimit: 1 });
      const browser = h.as(shopper.id);
      await browser.cart.addLine({ variantId: shop.variantId, quantity: 2 });
      await browser.cart.applyCode({ code: "tenth" });
      await prepare(browser, shop);
      const order = await orderOf(browser);
      const events = await eventsDuring(h.db, async () => {
        const { order: placed, guest } = await browser.checkout.placeOrder(order);
        expect(guest).toBe(false);
        expect(placed).toMatchObject({
          number: 1001,
          email: shopper.email,
          status: "pending",
          payment: "awaiting",
          fulfilment: "not_fulfilled",
          paymentKind: "invoice",
          subtotal: euros(1600),
          discount: euros(160),
          shipping: euros(490),
          total: euros(1930),
          shippingAddress: place,
          lines: [{ title: "Oak chair", quantity: 2, unit: euros(800), original: euros(800), benefit: "Trade price" }],
        });
      });
      expect(events.map(({ type, customerId, actorId }) => [type, customerId, actorId])).toEqual([
        ["order.placed", shopper.id, shopper.id],
      ]);
      const [stored] = await ordersOf(h);
      expect(stored).toMatchObject({
        customerId: shopper.id,
        access: "account",
        tax: 308,
        discounts: [{ id: discountId, amount: 160 }],
      });
      const lines = await h.db.select().from(h.db.tables.orderLines);
      expect(lines).toMatchObject([
        { listId, counted: true, shares: [{ discountId, amount: 160 }], discount: 160, total: 1440 },
      ]);
      expect(await stockOf(h, shop)).toBe(5);
      const { customers, priceLists } = h.db.tables;
      const [row] = (await h.db.select().from(customers)).filter(({ id }) => id === shopper.id);
      expect(row).toMatchObject({ orderCount: 1, netSpent: 1930, version: shopper.version });
      expect(await getDiscount(h.db, discountId)).toMatchObject({ uses: 1, used: true });
      expect(await h.db.select({ used: priceLists.used }).from(priceLists)).toEqual([{ used: true }]);
      expect((await browser.cart.get()).id).toBeNull();
      await browser.cart.addLine({ variantId: shop.variantId });
      expect((await browser.cart.applyCode({ code: "TENTH" })).codes).toMatchObject([{ state: "used_by_you" }]);
    });

    it("of a guest makes a guest row and mails the secret that opens it", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h);
      const browser = await guestAt(h, shop, "new@example.com");
      const { order, guest } = await browser.checkout.placeOrder(await orderOf(browser));
      expect(guest).toBe(true);
      expect(order.email).toBe("new@example.com");
      const [stored] = await ordersOf(h);
      expect(stored?.access).toBe("guest");
      const { customers, tokens, outbox } = h.db.tables;
      const rows = await h.db.select().from(customers);
      expect(rows).toMatchObject([{ email: "new@example.com", status: "guest", createdBy: "checkout", orderCount: 1 }]);
      const secret = { purpose: "order_secret", orderId: order.id, email: "new@example.com" };
      expect(await h.db.select().from(tokens)).toContainEqual(expect.objectContaining(secret));
      expect(await h.db.select().from(outbox)).toMatchObject([{ template: "order_confirmation", orderId: order.id }]);
      const found = await h.asStaff("support").customers.list({ search: "new@example.com" });
      expect(found.items).toHaveLength(1);
    });

    it("is answered again to whoever repeats the call with its key, and only to them (R4)", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h);
      const jar: Jar = { token: null };
      const browser = await guestAt(h, shop, "ann@example.com", jar);
      const asked = await orderOf(browser);
      const first = await browser.checkout.placeOrder(asked);
      expect(await browser.checkout.placeOrder(asked)).toEqual(first);
      expect(await codeOf(browser.checkout.placeOrder({ ...asked, payment: "on_delivery" }))).toBe(
        "request.key_reused",
      );
      expect(await codeOf(browser.checkout.placeOrder({ ...asked, idempotencyKey: "key-67890" }))).toBe("cart.empty");
      expect(await codeOf(h.asAnyone().checkout.placeOrder(asked))).toBe("cart.empty");
      const other = await guestAt(h, shop, "bob@example.com");
      const theirs = await other.checkout.placeOrder(asked);
      expect(theirs.order.id).not.toBe(first.order.id);
      expect(await ordersOf(h)).toHaveLength(2);
      h.clock.forward(days(2) + 1);
      await clean(h.db, h.clock.now());
      expect(await codeOf(browser.checkout.placeOrder(asked))).toBe("cart.empty");
      expect(await ordersOf(h)).toHaveLength(2);
    });

    it("that was refused leaves its key free and nothing behind", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h, { variants: [{ stock: 2 }] });
      const browser = await guestAt(h, shop, "ann@example.com");
      const asked = await orderOf(browser);
      const before = await fingerprint(h.db);
      const wrong = { ...asked, seen: { currency: "EUR", total: 1 } };
      expect(await refusalOf(browser.checkout.placeOrder(wrong))).toMatchObject({
        code: "order.price_changed",
        params: { currency: "EUR", seen: 1, total: 2490 },
      });
      const foreign = { ...asked, seen: { currency: "USD", total: 2490 } };
      expect(await codeOf(browser.checkout.placeOrder(foreign))).toBe("order.price_changed");
      expect(await fingerprint(h.db)).toEqual(before);
      expect((await browser.checkout.placeOrder(asked)).order.total).toEqual(euros(2490));
    });

    it("needs e-mail, address and shipping, something in the cart, and enough of it", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h, { variants: [{ stock: 2 }] });
      const browser = h.asAnyone();
      const asked = {
        idempotencyKey: "key-12345",
        payment: "invoice",
        seen: { currency: "EUR", total: 2490 },
      } as const;
      expect(await codeOf(browser.checkout.placeOrder(asked))).toBe("cart.empty");
      const { lines } = await browser.cart.addLine({ variantId: shop.variantId, quantity: 2 });
      expect(await refusalOf(browser.checkout.placeOrder(asked))).toMatchObject({
        code: "cart.incomplete",
        params: { missing: ["email", "shippingAddress", "shipping"] },
      });
      await prepare(browser, shop, { email: "ann@example.com" });
      await h.db.transaction(async (tx) => {
        await tx.update(h.db.tables.variants).set({ stock: 1 });
      });
      expect(await refusalOf(browser.checkout.placeOrder(asked))).toMatchObject({
        code: "order.out_of_stock",
        params: { titles: ["Oak chair"] },
      });
      await h.db.transaction(async (tx) => {
        await tx.update(h.db.tables.products).set({ status: "draft" });
      });
      expect(await codeOf(browser.checkout.placeOrder(asked))).toBe("cart.not_for_sale");
      await browser.cart.removeLine({ lineId: lines[0]?.id ?? "" });
      expect(await codeOf(browser.checkout.placeOrder(asked))).toBe("cart.empty");
    });

    it("asks for another address when its country has left the region", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h);
      const browser = await guestAt(h, shop, "ann@example.com");
      const asked = await orderOf(browser);
      await h.asStaff("owner").regions.update({ id: shop.region.id, version: 1, countries: ["AT"] });
      expect(await refusalOf(browser.checkout.placeOrder(asked))).toMatchObject({
        code: "cart.incomplete",
        params: { missing: ["shippingAddress"] },
      });
    });

    it("of a guest is counted for the address it mails to, and told again whatever the count (RAT-5)", async () => {
      const tight = { ...limits, guestOrderPerRecipient: { ...limits.guestOrderPerRecipient, most: 1 } };
      const h = await harness(await open(), { limits: tight });
      const shop = await givenShop(h);
      const first = await guestAt(h, shop, "ann@example.com");
      const asked = await orderOf(first);
      const placed = await first.checkout.placeOrder(asked);
      const second = await guestAt(h, shop, "ann@example.com");
      expect(await codeOf(second.checkout.placeOrder(asked))).toBe("request.throttled");
      await second.cart.setEmail({ email: "bob@example.com" });
      await second.checkout.placeOrder(asked);
      expect(await first.checkout.placeOrder(asked)).toEqual(placed);
    });

    it("of guests ends at twenty an hour from one address (RAT-5)", async () => {
      const h = await harness(await open(), {
        limits: { ...limits, guestOrderPerAddress: { most: 1, window: hours(1) } },
      });
      expect(limits.guestOrderPerAddress).toEqual({ most: 20, window: hours(1) });
      const shop = await givenShop(h);
      const first = await guestAt(h, shop, "ann@example.com");
      const asked = await orderOf(first);
      await first.checkout.placeOrder(asked);
      const second = await guestAt(h, shop, "bob@example.com");
      expect(await codeOf(second.checkout.placeOrder(asked))).toBe("request.throttled");
      h.clock.forward(hours(1));
      await second.checkout.placeOrder(asked);
    });

    it("takes no price, total, discount, group or customer from whoever sends it (AUZ-11)", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h);
      const browser = await guestAt(h, shop, "ann@example.com");
      const asked = await orderOf(browser);
      for (const sent of [
        { total: 1 },
        { discount: 1 },
        { customerId: "cus_1" },
        { groupIds: [] },
        { cartId: "cart_1" },
        { email: "b@example.com" },
        { access: "account" },
        { seen: { ...asked.seen, price: 1 } },
      ]) {
        expect(await codeOf(browser.checkout.placeOrder(asSent({ ...asked, ...sent }))), JSON.stringify(sent)).toBe(
          "input.invalid",
        );
      }
    });
  });

  describe("a guest's checkout with an account's e-mail (GST-5)", () => {
    it("pays public prices, changes and shows nothing of the account, and opens for no session", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h);
      const vip = await givenCustomer(h, { password: goodPassword, firstName: "Vera" });
      const owner = h.asStaff("owner");
      const group = await owner.groups.create({ name: "VIP" });
      await owner.groups.addMembers({ groupId: group.id, customerIds: [vip.id] });
      await givenPriceList(h.db, h.services.newId, { audience: anyOf(group.id), adjustment: -5000 });
      await givenDiscount(h.db, h.services.newId, { code: "VIPONLY", audience: anyOf(group.id) });
      const browser = await guestAt(h, shop, emailOf(vip));
      const { codes, totals } = await browser.cart.applyCode({ code: "VIPONLY" });
      expect(codes).toMatchObject([{ state: "sign_in_needed" }]);
      expect(totals.total).toEqual(euros(2490));
      const { order } = await browser.checkout.placeOrder(await orderOf(browser));
      expect(JSON.stringify(order)).not.toContain("Vera");
      const [stored] = await ordersOf(h);
      expect(stored).toMatchObject({ customerId: vip.id, access: "guest" });
      const own = h.as(vip.id);
      expect((await own.orders.list({})).items).toEqual([]);
      expect(await codeOf(own.orders.get({ id: order.id }))).toBe("order.not_found");
      const [row] = (await h.db.select().from(h.db.tables.customers)).filter(({ id }) => id === vip.id);
      expect(row).toMatchObject({ firstName: "Vera", status: "active", version: vip.version, phone: vip.phone });
    });

    it("is answered alike and does the same work for an account, a closed one, a guest and nobody", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h);
      const known = [
        await givenCustomer(h, { password: goodPassword }),
        await givenCustomer(h, { status: "disabled" }),
        await givenCustomer(h, { status: "guest" }),
      ];
      const emails = [...known.map(emailOf), "nobody@example.com"];
      const statements = recordStatements();
      const seen: { answer: string; statements: string[] }[] = [];
      for (const email of emails) {
        const browser = await guestAt(h, shop, email);
        const asked = await orderOf(browser);
        let answer: unknown;
        const sent = await statements.during(async () => {
          answer = await browser.checkout.placeOrder(asked);
        });
        const text = JSON.stringify(answer, (key, value: unknown) =>
          ["id", "number", "email"].includes(key) ? 0 : value,
        );
        seen.push({ answer: text, statements: sent.map((one) => one.text) });
      }
      for (const one of seen) expect(one).toEqual(seen[0]);
    });
  });

  describe("a cart's token (AUZ-6)", () => {
    it("opens no account's cart and no order", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h);
      const { newId } = h.services;
      const jar: Jar = { token: null };
      const guest = await guestAt(h, shop, "ann@example.com", jar);
      const { order } = await guest.checkout.placeOrder(await orderOf(guest));
      const ordered = h.asAnyone({ jar: { token: null, cart: jar.cart ?? null } });
      expect(await ordered.cart.get()).toMatchObject({ id: null, lines: [], email: null, shippingAddress: null });
      expect(await codeOf(ordered.cart.setEmail({ email: "b@example.com" }))).toBe("cart.empty");
      expect(await codeOf(ordered.orders.get({ id: order.id }))).toBe("account.not_signed_in");
      const { variantIds } = await givenProduct(h.db, newId);
      const fresh = await ordered.cart.addLine({ variantId: variantIds[0] ?? "" });
      expect(fresh.count).toBe(1);
      const [ann, bob] = [await givenCustomer(h), await givenCustomer(h)];
      const annsJar: Jar = { token: null };
      await h.as(ann.id, { jar: annsJar }).cart.addLine({ variantId: shop.variantId });
      expect(annsJar.cart ?? null).toBeNull();
      const bobsJar: Jar = { token: null, cart: jar.cart ?? null };
      const bobs = h.as(bob.id, { jar: bobsJar });
      expect((await bobs.cart.get()).id).toBeNull();
      expect(await codeOf(bobs.checkout.placeOrder(await orderOf(guest)))).toBe("cart.empty");
      expect(await codeOf(bobs.orders.get({ id: order.id }))).toBe("order.not_found");
    });
  });
});
