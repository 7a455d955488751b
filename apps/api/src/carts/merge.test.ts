import { givenProduct } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenDiscount } from "@clientele/testing/pricing";
import { expect, it } from "vitest";
import { emailOf, givenCustomer, goodPassword, openAccount } from "../../test/accounts.ts";
import { type Harness, harness, type Jar } from "../../test/caller.ts";
import { givenShop, orderOf, place, prepare } from "../../test/shopping.ts";

const told = (kind: string, title: string, quantity: number) => ({ kind, title, from: null, to: null, quantity });

const givenAccount = async (h: Harness) => {
  const customer = await givenCustomer(h, { password: goodPassword });
  const credentials = { email: emailOf(customer), password: goodPassword };
  return { customer, credentials };
};

eachDatabase((_name, open) => {
  it("becomes the account's at sign-in, and its token is good for nothing afterwards (GST-6)", async () => {
    const h = await harness(await open());
    const { variantId } = await givenShop(h);
    const { customer, credentials } = await givenAccount(h);
    const jar: Jar = { token: null };
    const browser = h.asAnyone({ jar });
    await browser.cart.addLine({ variantId, quantity: 2 });
    await browser.cart.setEmail({ email: "typed@example.com" });
    await browser.cart.setAddresses({ shippingAddress: place });
    const token = jar.cart ?? null;
    await browser.account.signIn(credentials);
    expect(jar.cart).toBeNull();
    const cart = await browser.cart.get();
    expect(cart).toMatchObject({ count: 2, email: customer.email, signedIn: true, shippingAddress: place });
    expect(cart.changes).toEqual([]);
    expect((await h.as(customer.id).cart.get()).id).toBe(cart.id);
    const stranger = h.asAnyone({ jar: { token: null, cart: token } });
    expect((await stranger.cart.get()).id).toBeNull();
    expect(JSON.stringify(await h.db.select().from(h.db.tables.carts))).not.toContain("typed@example.com");
    await browser.account.signOut();
    expect((await browser.cart.get()).id).toBeNull();
    expect((await h.as(customer.id).cart.get()).count).toBe(2);
  });

  it("adds up with the account's cart to what there is, and tells so until it is seen", async () => {
    const h = await harness(await open());
    const { variantId } = await givenShop(h, { variants: [{ stock: 5 }] });
    const { newId } = h.services;
    const [mug, honey] = await Promise.all([
      givenProduct(h.db, newId, { title: "Mug" }),
      givenProduct(h.db, newId, { title: "Honey" }),
    ]);
    const { customer, credentials } = await givenAccount(h);
    const own = h.as(customer.id);
    await own.cart.addLine({ variantId, quantity: 3 });
    await own.cart.addLine({ variantId: honey.variantIds[0] ?? "" });
    const browser = h.asAnyone();
    await browser.cart.addLine({ variantId, quantity: 4 });
    await browser.cart.addLine({ variantId: mug.variantIds[0] ?? "", quantity: 2 });
    await browser.account.signIn(credentials);
    const cart = await browser.cart.get();
    expect(cart.lines.map(({ title, quantity }) => [title, quantity])).toEqual([
      ["Oak chair", 5],
      ["Honey", 1],
      ["Mug", 2],
    ]);
    expect(cart.changes).toEqual([
      told("merged", "Oak chair", 5),
      told("stock", "Oak chair", 5),
      told("merged", "Mug", 2),
    ]);
    expect((await browser.cart.seen()).changes).toEqual([]);
    expect((await own.cart.get()).lines).toHaveLength(3);
  });

  it("leaves out what cannot be had by now, and judges codes anew", async () => {
    const h = await harness(await open());
    const { variantId } = await givenShop(h, { variants: [{ stock: 5 }] });
    const draft = await givenProduct(h.db, h.services.newId, { title: "Draft soon" });
    await givenDiscount(h.db, h.services.newId, { code: "OVER", endsAt: h.clock.now() });
    const { credentials } = await givenAccount(h);
    const browser = h.asAnyone();
    await browser.cart.addLine({ variantId, quantity: 5 });
    await browser.cart.addLine({ variantId: draft.variantIds[0] ?? "" });
    await browser.cart.applyCode({ code: "OVER" });
    const { variants, products } = h.db.tables;
    await h.db.transaction(async (tx) => {
      await tx.update(variants).set({ stock: 2 });
    });
    await h.asStaff("owner").products.update({ id: draft.id, version: 1, status: "draft" });
    expect(await h.db.$count(products)).toBe(2);
    await browser.account.signIn(credentials);
    const cart = await browser.cart.get();
    expect(cart.lines.map(({ title, quantity, problem }) => [title, quantity, problem])).toEqual([
      ["Oak chair", 2, null],
    ]);
    expect(cart.codes).toMatchObject([{ code: "OVER", state: "ended" }]);
    expect(cart.changes).toEqual([told("stock", "Oak chair", 2), told("not_sold_here", "Draft soon", 1)]);
  });

  it("takes only the open cart of this browser's cookie: no ordered one, no account's, none of a made-up token", async () => {
    const h = await harness(await open());
    const shop = await givenShop(h);
    const { credentials } = await givenAccount(h);
    const other = await givenCustomer(h);
    await h.as(other.id).cart.addLine({ variantId: shop.variantId });
    const jar: Jar = { token: null };
    const guest = h.asAnyone({ jar });
    await guest.cart.addLine({ variantId: shop.variantId });
    await prepare(guest, shop, { email: "guest@example.com" });
    await guest.checkout.placeOrder(await orderOf(guest));
    for (const cart of [jar.cart ?? null, "x".repeat(43), "not a token"]) {
      const browser = h.asAnyone({ jar: { token: null, cart } });
      await browser.account.signIn(credentials);
      expect((await browser.cart.get()).id).toBeNull();
    }
  });

  it("stays the browser's when signing in fails", async () => {
    const h = await harness(await open());
    const { variantId } = await givenShop(h);
    const { credentials } = await givenAccount(h);
    const browser = h.asAnyone();
    await browser.cart.addLine({ variantId });
    await expect(browser.account.signIn({ ...credentials, password: "wrong kettles" })).rejects.toThrow(
      "sign_in_failed",
    );
    expect((await browser.cart.get()).count).toBe(1);
  });

  it("goes along into a new account", async () => {
    const h = await harness(await open());
    const { variantId } = await givenShop(h);
    const jar: Jar = { token: null };
    await h.asAnyone({ jar }).cart.addLine({ variantId });
    await openAccount(h, "new@example.com", { jar });
    expect(jar.cart).toBeNull();
    expect(await h.asAnyone({ jar }).cart.get()).toMatchObject({ count: 1, signedIn: true });
  });

  it("merges once when a browser signs in twice at the same time", async () => {
    const h = await harness(await open());
    const { variantId } = await givenShop(h);
    const { credentials } = await givenAccount(h);
    const jar: Jar = { token: null };
    await h.asAnyone({ jar }).cart.addLine({ variantId, quantity: 2 });
    const twins = [{ ...jar }, { ...jar }];
    await Promise.all(twins.map((twin) => h.asAnyone({ jar: twin }).account.signIn(credentials)));
    for (const twin of twins) expect((await h.asAnyone({ jar: twin }).cart.get()).count).toBe(2);
  });
});
