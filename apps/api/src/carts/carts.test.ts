import { mostLineAmount } from "@clientele/domain/carts/cart";
import { mostAmount } from "@clientele/domain/money";
import { days } from "@clientele/domain/time";
import { givenProduct, givenProducts, givenRegion, givenShippingOption } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenDiscount } from "@clientele/testing/pricing";
import { describe, expect, it } from "vitest";
import { asSent, codeOf, givenCustomer, refusalOf } from "../../test/accounts.ts";
import { harness, type Jar } from "../../test/caller.ts";
import { fingerprint } from "../../test/fingerprint.ts";
import { eventsDuring } from "../../test/recorded.ts";
import { givenShop, place } from "../../test/shopping.ts";
import { clean } from "../cleaning.ts";
import { limits } from "../throttle/limits.ts";

const euros = (amount: number) => ({ amount, currency: "EUR" });

eachDatabase((_name, open) => {
  describe("a cart", () => {
    it("is empty for a browser that has none, in the store's region, and looking writes nothing", async () => {
      const h = await harness(await open());
      const { region } = await givenShop(h);
      const jar: Jar = { token: null };
      const before = await fingerprint(h.db);
      const cart = await h.asAnyone({ jar }).cart.get();
      expect(cart).toMatchObject({ id: null, lines: [], count: 0, email: null, signedIn: false, changes: [] });
      expect(cart.region.id).toBe(region.id);
      await h.asAnyone({ jar }).cart.seen();
      await h.asAnyone({ jar }).checkout.options();
      expect(await fingerprint(h.db)).toEqual(before);
      expect(jar.cart).toBeUndefined();
    });

    it("begins with the first line, belongs to the browser by its cookie, and stores only the token's hash", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const jar: Jar = { token: null };
      const events = await eventsDuring(h.db, async () => h.asAnyone({ jar }).cart.addLine({ variantId, quantity: 2 }));
      expect(events).toEqual([]);
      const cart = await h.asAnyone({ jar }).cart.get();
      expect(cart).toMatchObject({ count: 2, lines: [{ title: "Oak chair", quantity: 2, amount: euros(2000) }] });
      expect(cart.totals).toMatchObject({
        subtotal: euros(2000),
        total: euros(2000),
        tax: euros(319),
        taxIncluded: true,
      });
      expect(jar.cart).toMatch(/^[\w-]{43}$/);
      const rows = await h.db.select().from(h.db.tables.carts);
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(jar.cart);
      for (const stranger of [{ token: null }, { token: null, cart: "x".repeat(43) }, { token: null, cart: "" }]) {
        expect((await h.asAnyone({ jar: stranger }).cart.get()).id).toBeNull();
      }
    });

    it("has one line for each variant, whose quantities add up", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const browser = h.asAnyone();
      await browser.cart.addLine({ variantId });
      const cart = await browser.cart.addLine({ variantId, quantity: 3 });
      expect(cart.lines.map(({ quantity }) => quantity)).toEqual([4]);
      expect(cart.changes).toEqual([]);
    });

    it("adds once for each key, and refuses another wish under it", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const browser = h.asAnyone();
      await browser.cart.addLine({ variantId });
      const wish = { variantId, quantity: 2, idempotencyKey: "key-12345" };
      await browser.cart.addLine(wish);
      expect((await browser.cart.addLine(wish)).count).toBe(3);
      expect(await codeOf(browser.cart.addLine({ ...wish, quantity: 3 }))).toBe("request.key_reused");
    });

    it("adds up what is added twenty times at once", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const shopper = await givenCustomer(h);
      const calls = Array.from({ length: 20 }, () => h.as(shopper.id).cart.addLine({ variantId }));
      await Promise.all(calls);
      expect((await h.as(shopper.id).cart.get()).count).toBe(20);
      expect(await h.db.$count(h.db.tables.carts)).toBe(1);
    });

    it("takes no more than there is and says how many there are", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h, { variants: [{ stock: 3 }] });
      const browser = h.asAnyone();
      const { lines } = await browser.cart.addLine({ variantId, quantity: 2 });
      expect(lines[0]?.most).toBe(3);
      const refusal = { code: "cart.out_of_stock", params: { available: 3 } };
      expect(await refusalOf(browser.cart.addLine({ variantId, quantity: 2 }))).toMatchObject(refusal);
      const lineId = lines[0]?.id ?? "";
      expect(await refusalOf(browser.cart.setQuantity({ lineId, quantity: 4 }))).toMatchObject(refusal);
      expect((await browser.cart.setQuantity({ lineId, quantity: 3 })).count).toBe(3);
    });

    it("tells of stock only when it is few", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h, { variants: [{ stock: 40 }] });
      const { lines } = await h.asAnyone().cart.addLine({ variantId, quantity: 2 });
      expect(lines[0]?.most).toBeNull();
      expect(JSON.stringify(lines)).not.toContain("40");
      const many = { code: "cart.out_of_stock", params: { available: null } };
      expect(await refusalOf(h.asAnyone().cart.addLine({ variantId, quantity: 1000 }))).toMatchObject(many);
    });

    it("takes nothing that is not for sale, and does not say why", async () => {
      const h = await harness(await open());
      await givenShop(h);
      const { newId } = h.services;
      const products = await givenProducts(h.db, newId, [
        { status: "draft" },
        { variants: [{ prices: { USD: 1000 } }] },
      ]);
      const ids = [newId("variant"), ...products.flatMap(({ variants }) => variants.map(({ id }) => id))];
      for (const variantId of ids) {
        expect(await codeOf(h.asAnyone().cart.addLine({ variantId }))).toBe("cart.not_for_sale");
      }
    });

    it("failed for good once its sums were no exact numbers any more (INP-3)", async () => {
      const h = await harness(await open());
      const { variants: dear } = await givenProduct(h.db, h.services.newId, { variants: [{ price: mostAmount }] });
      await givenRegion(h.db, h.services.newId, { name: "Germany" });
      const browser = h.asAnyone();
      const most = mostLineAmount / mostAmount;
      const tooMany = browser.cart.addLine({ variantId: dear[0]?.id ?? "", quantity: most + 1 });
      expect(await refusalOf(tooMany)).toMatchObject({ code: "cart.out_of_stock", params: { available: most } });
      const { totals } = await browser.cart.addLine({ variantId: dear[0]?.id ?? "", quantity: most });
      expect(totals.total.amount).toBe(mostLineAmount);
      // Prices may rise under a cart that stands.
      const manager = h.asStaff("manager");
      const cheap = await givenProduct(h.db, h.services.newId, { variants: [{ price: 1 }] });
      const [variant] = cheap.variants;
      const line = { variantId: variant?.id ?? "", quantity: 1000 };
      const other = h.asAnyone();
      await other.cart.addLine(line);
      const price = { variantId: line.variantId, currency: "EUR", amount: mostAmount };
      await manager.products.setPrices({ productId: cheap.id, version: 1, prices: [price] });
      expect((await other.cart.get()).lines).toMatchObject([{ unit: null, problem: "not_for_sale" }]);
    });

    it("loses a line, and another's line is not there", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const [ann, bob] = [h.asAnyone(), h.asAnyone()];
      const { lines } = await ann.cart.addLine({ variantId });
      await bob.cart.addLine({ variantId });
      const lineId = lines[0]?.id ?? "";
      const before = await fingerprint(h.db);
      for (const stranger of [bob, h.asAnyone()]) {
        expect(await codeOf(stranger.cart.setQuantity({ lineId, quantity: 9 }))).toBe("cart.line_not_found");
        expect(await codeOf(stranger.cart.removeLine({ lineId }))).toBe("cart.line_not_found");
      }
      expect(await fingerprint(h.db)).toEqual(before);
      expect((await ann.cart.removeLine({ lineId })).lines).toEqual([]);
      expect(await codeOf(ann.cart.removeLine({ lineId }))).toBe("cart.line_not_found");
    });

    it("holds a hundred lines and no more", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const { variantIds } = await givenProduct(h.db, h.services.newId, {
        variants: Array.from({ length: 100 }, (_, at) => ({ sku: `MANY-${at}` })),
      });
      const shopper = await givenCustomer(h);
      const browser = h.as(shopper.id);
      for (const id of variantIds) await browser.cart.addLine({ variantId: id });
      const refusal = { code: "cart.too_many_lines", params: { most: 100 } };
      expect(await refusalOf(browser.cart.addLine({ variantId }))).toMatchObject(refusal);
    });

    it("refuses prices, totals, groups, owners and quantities that nobody can buy (AUZ-11)", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const browser = h.asAnyone();
      for (const sent of [
        { price: 1 },
        { unit: { amount: 1, currency: "EUR" } },
        { groupIds: ["grp_1"] },
        { customerId: "cus_1" },
        { cartId: "cart_1" },
        { currency: "USD" },
        { quantity: 0 },
        { quantity: -1 },
        { quantity: 1.5 },
        { quantity: 1001 },
      ]) {
        expect(await codeOf(browser.cart.addLine(asSent({ variantId, ...sent }))), JSON.stringify(sent)).toBe(
          "input.invalid",
        );
      }
    });

    it("of a browser goes after ninety untouched days, that of an account stays", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const shopper = await givenCustomer(h);
      const jar: Jar = { token: null };
      await h.asAnyone({ jar }).cart.addLine({ variantId });
      await h.as(shopper.id).cart.addLine({ variantId });
      h.clock.forward(days(90));
      await clean(h.db, h.clock.now());
      expect((await h.asAnyone({ jar }).cart.get()).count).toBe(1);
      h.clock.forward(1);
      await clean(h.db, h.clock.now());
      expect((await h.asAnyone({ jar }).cart.get()).id).toBeNull();
      expect((await h.as(shopper.id).cart.get()).count).toBe(1);
    });
  });

  describe("where a cart goes", () => {
    it("is priced anew in another region, which drops what is not sold there and says so", async () => {
      const h = await harness(await open());
      const shop = await givenShop(h, { variants: [{ prices: { EUR: 1000, CHF: 1200 } }] });
      const { newId } = h.services;
      const swiss = await givenRegion(h.db, newId, {
        name: "Switzerland",
        currency: "CHF",
        countries: ["CH"],
        taxRate: 0,
      });
      const { variantIds } = await givenProduct(h.db, newId, { title: "Local honey" });
      const browser = h.asAnyone();
      await browser.cart.addLine({ variantId: shop.variantId });
      await browser.cart.addLine({ variantId: variantIds[0] ?? "", quantity: 2 });
      await browser.cart.setAddresses({ shippingAddress: place });
      await browser.cart.setShipping({ shippingOptionId: shop.option.id });
      const cart = await browser.cart.setRegion({ regionId: swiss.id });
      expect(cart.lines.map(({ amount }) => amount)).toEqual([{ amount: 1200, currency: "CHF" }]);
      expect(cart).toMatchObject({ shippingAddress: null, shippingOption: null, region: { id: swiss.id } });
      const told = [{ kind: "not_sold_here", title: "Local honey", quantity: 2, from: null, to: null }];
      expect(cart.changes).toEqual(told);
      expect((await browser.cart.get()).changes).toEqual(told);
      expect((await browser.cart.seen()).changes).toEqual([]);
      expect(await codeOf(browser.cart.setRegion({ regionId: newId("region") }))).toBe("region.not_found");
    });

    it("follows the default shipping address until a region is chosen", async () => {
      const h = await harness(await open());
      const { region } = await givenShop(h);
      const swiss = await givenRegion(h.db, h.services.newId, {
        name: "Switzerland",
        currency: "CHF",
        countries: ["CH"],
      });
      const shopper = await givenCustomer(h);
      const browser = h.as(shopper.id);
      await browser.addresses.create({ ...place, city: "Bern", postalCode: "3005", countryCode: "CH" });
      expect((await browser.cart.get()).region.id).toBe(swiss.id);
      expect((await browser.cart.setRegion({ regionId: region.id })).region.id).toBe(region.id);
      expect((await browser.checkout.options()).countries).toEqual(["DE"]);
    });

    it("takes a typed address of its region's countries, and keeps an own one for bills", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const browser = h.asAnyone();
      expect(await codeOf(browser.cart.setAddresses({ shippingAddress: place }))).toBe("cart.empty");
      await browser.cart.addLine({ variantId });
      const far = { ...place, city: "Bern", postalCode: "3005", countryCode: "CH" };
      expect(await refusalOf(browser.cart.setAddresses({ shippingAddress: far }))).toMatchObject({
        code: "cart.country_not_served",
      });
      const cart = await browser.cart.setAddresses({ shippingAddress: place, billingAddress: far });
      expect(cart).toMatchObject({ shippingAddress: place, billingAddress: { city: "Bern" } });
      expect((await browser.cart.setAddresses({ billingAddress: null })).billingAddress).toBeNull();
      expect((await browser.cart.get()).shippingAddress).toMatchObject(place);
    });

    it("copies an own address of the book; another's is not there, for anyone (AUZ-5)", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const [ann, bob] = [await givenCustomer(h), await givenCustomer(h)];
      const { id } = await h.as(ann.id).addresses.create({ ...place, label: "Home" });
      const strange = h.services.newId("address");
      for (const browser of [h.as(bob.id), h.asAnyone()]) {
        await browser.cart.addLine({ variantId });
        const before = await fingerprint(h.db);
        for (const shippingAddressId of [id, strange]) {
          expect(await codeOf(browser.cart.setAddresses({ shippingAddressId }))).toBe("address.not_found");
        }
        expect(await fingerprint(h.db)).toEqual(before);
      }
      await h.as(ann.id).cart.addLine({ variantId });
      const cart = await h.as(ann.id).cart.setAddresses({ shippingAddressId: id });
      expect(cart.shippingAddress).toMatchObject(place);
      expect(cart.shippingAddress).not.toHaveProperty("label");
      const both = { shippingAddressId: id, shippingAddress: place };
      expect(await codeOf(h.as(ann.id).cart.setAddresses(both))).toBe("input.invalid");
    });

    it("is sent in a way its region offers", async () => {
      const h = await harness(await open());
      const { variantId, option } = await givenShop(h);
      const swiss = await givenRegion(h.db, h.services.newId, {
        name: "Switzerland",
        currency: "CHF",
        countries: ["CH"],
      });
      const other = await givenShippingOption(h.db, h.services.newId, swiss);
      const browser = h.asAnyone();
      await browser.cart.addLine({ variantId });
      for (const shippingOptionId of [other.id, h.services.newId("shippingOption")]) {
        expect(await codeOf(browser.cart.setShipping({ shippingOptionId }))).toBe("cart.shipping_not_offered");
      }
      const { totals } = await browser.cart.setShipping({ shippingOptionId: option.id });
      expect(totals).toMatchObject({ shipping: euros(490), total: euros(1490) });
      const { shippingOptions, payments, countries } = await browser.checkout.options();
      expect(shippingOptions.map(({ id }) => id)).toEqual([option.id]);
      expect(payments).toEqual(["invoice", "on_delivery"]);
      expect(countries).toEqual(["DE"]);
    });

    it("carries a guest's typed e-mail and an account's own, which no call changes", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      const shopper = await givenCustomer(h);
      const guest = h.asAnyone();
      await guest.cart.addLine({ variantId });
      expect((await guest.cart.setEmail({ email: " Ann@Example.COM " })).email).toBe("ann@example.com");
      await h.as(shopper.id).cart.addLine({ variantId });
      expect(await codeOf(h.as(shopper.id).cart.setEmail({ email: "b@example.com" }))).toBe("cart.email_of_account");
      expect((await h.as(shopper.id).cart.get()).email).toBe(shopper.email);
    });
  });

  describe("codes", () => {
    it("stay with the reason they take nothing, five of them at most, each once", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      await givenDiscount(h.db, h.services.newId, { code: "TENTH" });
      const minimum = { amount: 5000, currency: "EUR" };
      await givenDiscount(h.db, h.services.newId, { code: "LARGE", minimum });
      const browser = h.asAnyone();
      expect(await codeOf(browser.cart.applyCode({ code: "TENTH" }))).toBe("cart.empty");
      await browser.cart.addLine({ variantId });
      for (const code of ["nobody-knows", " tenth ", "TENTH", "large", "AAA", "BBB"])
        await browser.cart.applyCode({ code });
      const cart = await browser.cart.get();
      expect(cart.codes).toEqual([
        { code: "NOBODY-KNOWS", state: "unknown", missing: null },
        { code: "TENTH", state: "applied", missing: null },
        { code: "LARGE", state: "below_minimum", missing: euros(4000) },
        { code: "AAA", state: "unknown", missing: null },
        { code: "BBB", state: "unknown", missing: null },
      ]);
      expect(cart.totals).toMatchObject({ discount: euros(100), total: euros(900) });
      expect(await codeOf(browser.cart.applyCode({ code: "CCC" }))).toBe("cart.too_many_codes");
      const less = await browser.cart.removeCode({ code: "tenth" });
      expect(less.totals.total).toEqual(euros(1000));
      expect((await browser.cart.removeCode({ code: "never-typed" })).codes).toHaveLength(4);
    });

    it("cannot be guessed in one cart, and a wrong one there stops nobody else (RAT-5)", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      await givenDiscount(h.db, h.services.newId, { code: "RIGHT" });
      const browser = h.asAnyone();
      await browser.cart.addLine({ variantId });
      for (let at = 0; at < limits.codePerCart.most; at += 1) {
        await browser.cart.applyCode({ code: `GUESS${at}` });
        await browser.cart.removeCode({ code: `GUESS${at}` });
      }
      expect(await codeOf(browser.cart.applyCode({ code: "RIGHT" }))).toBe("request.throttled");
      const beside = h.asAnyone();
      await beside.cart.addLine({ variantId });
      expect((await beside.cart.applyCode({ code: "RIGHT" })).totals.total).toEqual(euros(900));
    });

    it("cannot be guessed with a new cart for each: tries are counted by address too (RAT-5)", async () => {
      const h = await harness(await open());
      const { variantId } = await givenShop(h);
      await givenDiscount(h.db, h.services.newId, { code: "RIGHT" });
      const browser = h.asAnyone();
      await browser.cart.addLine({ variantId });
      for (let at = 0; at < limits.codePerAddress.most; at += 1) {
        const fresh = h.asAnyone();
        await fresh.cart.addLine({ variantId });
        await fresh.cart.applyCode({ code: `GUESS${at}` });
      }
      expect(await codeOf(browser.cart.applyCode({ code: "RIGHT" }))).toBe("request.throttled");
      const elsewhere = h.asAnyone({ caller: { address: "198.51.100.4" } });
      await elsewhere.cart.addLine({ variantId });
      expect((await elsewhere.cart.applyCode({ code: "RIGHT" })).totals.total).toEqual(euros(900));
    });
  });
});
