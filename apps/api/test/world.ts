import type { Database } from "@clientele/db";
import { hours, later } from "@clientele/domain/time";
import { givenProduct, givenRegion, givenShippingOption } from "@clientele/testing/catalogue";
import { givenDiscount, givenPriceList } from "@clientele/testing/pricing";
import { givenCustomer, goodPassword, roomyLimits } from "./accounts.ts";
import { harness, type Jar } from "./caller.ts";
import { worldOrders } from "./worldOrders.ts";

/** A token of the right form that nobody was mailed. */
const strangeToken = `tok_${"0".repeat(26)}.${"A".repeat(43)}`;
const postalAddress = { line1: "Lindenstrasse 9", city: "Berlin", postalCode: "10969", countryCode: "DE" };

/** A small store in which there is one of everything that a procedure can be asked about. */
export const world = async (db: Database) => {
  const h = await harness(db, { limits: roomyLimits });
  const owner = h.asStaff("owner");
  const shopper = await givenCustomer(h, { password: goodPassword, firstName: "Mira" });
  const guest = await givenCustomer(h, { status: "guest", firstName: "Gil" });
  const other = await givenCustomer(h, { password: goodPassword, firstName: "Omar" });
  const address = await h.as(shopper.id).addresses.create({ ...postalAddress, firstName: "Mira" });
  const { newId } = h.services;
  const region = await givenRegion(db, newId, { name: "Germany" });
  const shippingOption = await givenShippingOption(db, newId, region);
  const product = await givenProduct(db, newId, {
    title: "Oak chair",
    handle: "oak-chair",
    category: "Chairs",
    variants: [
      { sku: "OAK-1", price: 1000, stock: 20 },
      { sku: "OAK-2", title: "Dark", price: 1200 },
    ],
  });
  // What is taken away, so that the rest stays.
  const old = {
    region: await givenRegion(db, newId, { name: "Iceland", currency: "ISK", countries: ["IS"] }),
    shippingOption: await givenShippingOption(db, newId, region, { name: "Pigeon" }),
    product: await givenProduct(db, newId, { title: "Old stool" }),
    category: (await givenProduct(db, newId, { title: "Low stool", category: "Stool" })).category,
  };
  // A product for each call that saw its first version.
  const seen = {
    priced: await givenProduct(db, newId, { title: "Seen bench" }),
    counted: await givenProduct(db, newId, { title: "Seen bed", variants: [{ price: 9000, stock: 20 }] }),
  };
  const [variantId = "", otherVariantId = ""] = product.variantIds;
  // Drafts and codes nobody types, so that they change no cart; one for each thing that is done to a list or a discount.
  const givenDraft = () => givenPriceList(db, newId, { status: "draft", type: "sale", adjustment: -1000 });
  const givenCode = (code: string) => givenDiscount(db, newId, { code });
  const lists = {
    updated: await givenDraft(),
    activated: await givenDraft(),
    archived: await givenDraft(),
    removed: await givenDraft(),
  };
  const imported = { priceListId: await givenDraft(), text: "OAK-1,9.00" };
  const { importId } = await owner.priceLists.importEntries(imported);
  const discounts = {
    updated: await givenCode("UPDATED"),
    disabled: await givenCode("DISABLED"),
    enabled: await givenDiscount(db, newId, { code: "ENABLED", status: "disabled" }),
    archived: await givenCode("ARCHIVED"),
    removed: await givenCode("REMOVED"),
  };
  const cart = await h.as(shopper.id).cart.addLine({ variantId });
  const lineId = cart.lines[0]?.id;
  const orders = await worldOrders(h, shopper.id, guest.id);
  const group = await owner.groups.create({ name: "Wholesale" });
  await owner.groups.addMembers({ groupId: group.id, customerIds: [shopper.id, other.id] });
  const removal = await owner.groups.removeMembers({ groupId: group.id, customerIds: [other.id] });
  const member = (await owner.groups.members({ groupId: group.id })).items[0];
  const note = await owner.customers.addNote({ customerId: shopper.id, text: "Prefers the back door." });
  const tag = (await owner.customers.setTags({ id: shopper.id, tags: ["Florist"] }))[0];
  const colleague = await owner.staff.invite({ email: "new@staff.example.com", name: "New", role: "viewer" });
  // A session that may be ended by its handle without taking the caller's own.
  const elsewhere: Jar = { token: null };
  await h.as(shopper.id, { jar: elsewhere }).profile.get();
  const sessions = await h.as(shopper.id).sessions.list();
  const handle = sessions.find(({ current }) => !current)?.handle;
  if (
    member === undefined ||
    tag === undefined ||
    handle === undefined ||
    lineId === undefined ||
    removal.removalId === null
  ) {
    throw new Error("the world is not whole");
  }
  return {
    h,
    shopper,
    guest,
    other,
    address,
    region,
    shippingOption,
    product,
    old,
    seen,
    variantId,
    otherVariantId,
    lists,
    importId,
    discounts,
    lineId,
    orders,
    group,
    membershipId: member.membershipId,
    removalId: removal.removalId,
    note,
    tag,
    colleague,
    handle,
  };
};
export type World = Awaited<ReturnType<typeof world>>;

/**
 * One well-formed input for each procedure, about things that exist. Those without input stand here too, so that a new
 * procedure cannot be forgotten.
 */
export const inputsFor = ({ h, ...w }: World): Record<string, Record<string, unknown> | undefined> => {
  const customer = { id: w.shopper.id, version: w.shopper.version };
  const groupId = w.group.id;
  const customerId = w.shopper.id;
  const colleague = { id: w.colleague.id, version: w.colleague.version };
  const changed = { ...postalAddress, id: w.address.id, version: w.address.version };
  const account = { email: w.shopper.email, password: "not the password at all" };
  return {
    "shop.store.get": undefined,
    "shop.catalogue.categories": undefined,
    "shop.catalogue.list": { search: "oak", category: "Chairs", sort: "-price", regionId: w.region.id, limit: 5 },
    "shop.catalogue.product": { handle: "oak-chair", regionId: w.region.id },
    "shop.cart.get": undefined,
    "shop.cart.addLine": { variantId: w.otherVariantId, quantity: 2, idempotencyKey: "key-12345" },
    "shop.cart.setQuantity": { lineId: w.lineId, quantity: 3 },
    "shop.cart.removeLine": { lineId: w.lineId },
    "shop.cart.setRegion": { regionId: w.region.id },
    "shop.cart.setEmail": { email: "typed@example.com" },
    "shop.cart.setAddresses": { shippingAddress: postalAddress, billingAddress: postalAddress },
    "shop.cart.setShipping": { shippingOptionId: w.shippingOption.id },
    "shop.cart.applyCode": { code: "SPRING" },
    "shop.cart.removeCode": { code: "SPRING" },
    "shop.cart.seen": undefined,
    "shop.checkout.options": undefined,
    // What the cart comes to once all of the above was done to it.
    "shop.checkout.placeOrder": {
      idempotencyKey: "key-12345",
      payment: "invoice",
      seen: { currency: w.region.currency, total: 2 * 1200 + w.shippingOption.price.amount },
    },
    "shop.orders.list": { status: "pending", year: 2026, search: "#1001" },
    "shop.orders.get": { id: w.orders.captured.id },
    "shop.orders.guest": { token: w.orders.guestToken },
    "shop.orders.requestGuestLink": { number: "#1001", email: "typed@example.com" },
    "shop.account.requestSignUp": { email: "new@example.com", orderId: w.orders.captured.id },
    "shop.account.completeSignUp": { token: strangeToken, password: goodPassword, firstName: "New" },
    "shop.account.signIn": account,
    "shop.account.signOut": undefined,
    "shop.account.me": undefined,
    "shop.account.requestPasswordReset": { email: w.shopper.email },
    "shop.account.resetPassword": { token: strangeToken, password: goodPassword },
    "shop.account.link": { token: strangeToken },
    "shop.account.confirmPassword": { password: account.password },
    "shop.account.changePassword": { currentPassword: account.password, password: goodPassword },
    "shop.account.requestEmailChange": { email: "moved@example.com" },
    "shop.account.confirmEmailChange": { token: strangeToken },
    "shop.account.cancelEmailChange": undefined,
    "shop.account.revertEmailChange": { token: strangeToken },
    "shop.sessions.list": undefined,
    "shop.sessions.end": { handle: w.handle },
    "shop.sessions.endOthers": undefined,
    "shop.sessions.events": { limit: 5 },
    "shop.profile.get": undefined,
    "shop.profile.update": { version: w.shopper.version, firstName: "Mirabel", phone: "+49 30 901820" },
    "shop.profile.setConsent": { channel: "sms", state: "granted" },
    "shop.profile.consents": undefined,
    "shop.addresses.list": undefined,
    "shop.addresses.create": {
      ...postalAddress,
      line1: "Lindenstrasse 10",
      label: "Shop",
      idempotencyKey: "key-12345",
    },
    "shop.addresses.update": { ...changed, line2: "Second yard" },
    "shop.addresses.remove": { id: w.address.id },
    "shop.addresses.setDefault": { id: w.address.id, use: "shipping" },
    "admin.setup.status": undefined,
    "admin.setup.createOwner": { token: strangeToken, email: "o@example.com", name: "O", password: goodPassword },
    "admin.account.signIn": { ...account, code: "123456" },
    "admin.account.signOut": undefined,
    "admin.account.me": undefined,
    "admin.account.link": { token: strangeToken },
    "admin.account.requestPasswordReset": { email: "owner@staff.example.com" },
    "admin.account.resetPassword": { token: strangeToken, password: goodPassword },
    "admin.account.confirmPassword": { password: account.password },
    "admin.account.changePassword": { currentPassword: account.password, password: goodPassword },
    "admin.account.updateProfile": { version: 1, name: "Another name" },
    "admin.account.enableTotp": undefined,
    "admin.account.confirmTotp": { code: "123456" },
    "admin.account.disableTotp": undefined,
    "admin.account.newRecoveryCodes": undefined,
    "admin.sessions.list": undefined,
    "admin.sessions.end": { handle: w.handle },
    "admin.sessions.endOthers": undefined,
    "admin.customers.list": { search: "mi", status: ["active"], groupIds: [groupId], tags: ["Florist"], sort: "name" },
    "admin.customers.figures": { id: customerId },
    "admin.customers.count": { search: "mi", status: "active" },
    "admin.customers.get": { id: customerId },
    "admin.customers.create": {
      email: "made@example.com",
      firstName: "Made",
      metadata: { shelf: 3 },
      tags: ["Florist"],
      groupIds: [groupId],
      invite: true,
      idempotencyKey: "key-12345",
    },
    "admin.customers.update": { ...customer, companyName: "Mira & Daughters" },
    "admin.customers.invite": { id: w.guest.id, version: w.guest.version },
    "admin.customers.withdrawInvitation": { id: w.guest.id, version: w.guest.version },
    "admin.customers.disable": { ...customer, reason: "Asked by phone" },
    "admin.customers.enable": customer,
    "admin.customers.changeEmail": { id: w.guest.id, version: w.guest.version, email: "g@example.com", reason: "Typo" },
    "admin.customers.setTags": { id: customerId, tags: ["Florist", "Large"] },
    "admin.customers.setMetadata": { ...customer, metadata: { shelf: { row: 4 } } },
    "admin.customers.setConsent": { id: customerId, channel: "phone", state: "withdrawn", reason: "Said so" },
    "admin.customers.consents": { id: customerId },
    "admin.customers.notes": { customerId, limit: 5 },
    "admin.customers.addNote": { customerId, text: "Two lines\nof text", pinned: true },
    "admin.customers.updateNote": { id: w.note.id, version: w.note.version, text: "Prefers the front door." },
    "admin.customers.removeNote": { id: w.note.id },
    "admin.customers.timeline": { customerId, kinds: ["notes", "groups"] },
    "admin.customers.sendPasswordReset": { id: customerId },
    "admin.customers.sessions": { id: customerId },
    "admin.customers.endSessions": { id: customerId },
    "admin.customerAddresses.list": { customerId },
    "admin.customerAddresses.create": { customerId, ...postalAddress, line1: "Lindenstrasse 11" },
    "admin.customerAddresses.update": { customerId, ...changed, line2: "Third yard" },
    "admin.customerAddresses.remove": { customerId, id: w.address.id },
    "admin.customerAddresses.setDefault": { customerId, id: w.address.id, use: "billing" },
    "admin.tags.list": undefined,
    "admin.tags.update": { id: w.tag.id, version: 1, name: "Florists", colour: "green" },
    "admin.tags.remove": { id: w.tag.id },
    "admin.groups.list": { search: "whole", kind: "manual", sort: "-name" },
    "admin.groups.get": { id: groupId },
    "admin.groups.create": { name: "Press", description: "Sends us cuttings.", colour: "blue", metadata: { a: 1 } },
    "admin.groups.update": { id: groupId, version: w.group.version, name: "Wholesalers" },
    "admin.groups.usage": { id: groupId },
    "admin.groups.remove": { id: groupId, version: w.group.version },
    "admin.groups.members": { groupId, search: "mi", state: "effective" },
    "admin.groups.addMembers": {
      groupId,
      customerIds: [w.guest.id],
      from: "2026-03-01",
      until: later(h.clock.now(), hours(48)).toISOString(),
      reason: "Trade fair",
    },
    "admin.groups.removeMembers": { groupId, customerIds: [w.shopper.id] },
    "admin.groups.undoRemoval": { removalId: w.removalId },
    "admin.groups.setMembership": { membershipId: w.membershipId, until: "2026-12-31", reason: "Until new year" },
    "admin.groups.matchEmails": { groupId, text: "Ann <ann@example.com>, nobody@example.com" },
    "admin.groups.addEmails": { groupId, emails: [{ email: "pasted@example.com", name: "P" }], createGuests: true },
    "admin.groups.activity": { groupId, limit: 5 },
    "admin.regions.list": undefined,
    "admin.regions.get": { id: w.region.id },
    "admin.regions.create": {
      name: "Japan",
      currency: "JPY",
      taxRate: 1000,
      pricesIncludeTax: true,
      countries: ["JP"],
      idempotencyKey: "key-12345",
    },
    "admin.regions.update": { id: w.region.id, version: 1, taxRate: 700, countries: ["DE", "AT"] },
    "admin.regions.remove": { id: w.old.region.id, version: 1 },
    "admin.shippingOptions.list": { regionId: w.region.id },
    "admin.shippingOptions.get": { id: w.shippingOption.id },
    "admin.shippingOptions.create": { regionId: w.region.id, name: "Express", description: "By noon", amount: 990 },
    "admin.shippingOptions.update": { id: w.shippingOption.id, version: 1, name: "Slow parcel", amount: 290 },
    "admin.shippingOptions.remove": { id: w.old.shippingOption.id, version: 1 },
    "admin.products.list": { search: "oak", status: "published", category: "Chairs", sort: "title" },
    "admin.products.get": { id: w.product.id },
    "admin.products.create": {
      title: "Elm table",
      handle: "elm-table",
      description: "Seats six.",
      category: "Tables",
      variants: [{ title: "Round", sku: "ELM-1", stock: 4 }],
    },
    "admin.products.update": { id: w.product.id, version: 1, description: "Made of oak.", category: "Seats" },
    "admin.products.remove": { id: w.old.product.id, version: 1 },
    "admin.products.setPrices": {
      productId: w.seen.priced.id,
      version: 1,
      prices: [{ variantId: w.seen.priced.variantIds[0], currency: "USD", amount: 1100 }],
    },
    "admin.products.setStock": {
      productId: w.seen.counted.id,
      version: 1,
      variantId: w.seen.counted.variantIds[0],
      stock: 30,
      seen: 20,
    },
    "admin.products.categories": undefined,
    "admin.products.renameCategory": { name: w.old.category, to: "Stools" },
    "admin.products.findVariants": { search: "oak", limit: 5 },
    "admin.customers.previewPrices": { customerId, quantity: 2, at: "2026-03-05", search: "oak" },
    "admin.orders.list": { search: "mi", status: ["pending"], payment: ["awaiting"], sort: "-total" },
    "admin.orders.get": { id: w.orders.captured.id },
    "admin.orders.timeline": { orderId: w.orders.captured.id, limit: 5 },
    "admin.orders.capture": w.orders.captured,
    "admin.orders.fulfil": { ...w.orders.fulfilled, carrier: "DHL", tracking: "JD01" },
    "admin.orders.deliver": w.orders.delivered,
    "admin.orders.cancel": { ...w.orders.canceled, reason: "Changed their mind" },
    "admin.orders.refund": { ...w.orders.refunded, amount: 500, reason: "Scratched", idempotencyKey: "key-12345" },
    "admin.orders.addNote": { orderId: w.orders.captured.id, text: "Rings twice.", idempotencyKey: "key-12345" },
    "admin.priceLists.list": { search: "list", status: "draft", type: "sale", groupId, sort: "name" },
    "admin.priceLists.get": { id: w.lists.updated },
    "admin.priceLists.create": {
      name: "Spring sale",
      type: "sale",
      currency: "EUR",
      audience: { kind: "groups", anyOf: [groupId] },
      adjustment: -1500,
      floor: 500,
      startsAt: "2026-03-01",
      endsAt: "2026-03-31",
      idempotencyKey: "key-12345",
    },
    "admin.priceLists.update": { id: w.lists.updated, version: 1, name: "Renamed", benefit: "Sale price" },
    "admin.priceLists.previewActivation": { id: w.lists.activated },
    "admin.priceLists.activate": { id: w.lists.activated, version: 1 },
    "admin.priceLists.archive": { id: w.lists.archived, version: 1 },
    "admin.priceLists.remove": { id: w.lists.removed, version: 1 },
    "admin.priceLists.entries": { priceListId: w.lists.updated, all: true, search: "oak", limit: 500 },
    "admin.priceLists.setEntries": {
      priceListId: w.lists.updated,
      entries: [{ variantId: w.variantId, ranges: [{ min: 1, max: 9, amount: 900 }] }],
    },
    "admin.priceLists.checkEntries": { priceListId: w.lists.updated, text: "OAK-1\t1\t9.00" },
    "admin.priceLists.undoImport": { importId: w.importId },
    "admin.priceLists.importEntries": {
      priceListId: w.lists.updated,
      text: "OAK-2,1,8.00",
      skipProblems: true,
      idempotencyKey: "key-12345",
    },
    "admin.priceLists.conflicts": { priceListId: w.lists.updated },
    "admin.discounts.list": { search: "up", status: "active", automatic: false, groupId, sort: "-name" },
    "admin.discounts.get": { id: w.discounts.updated },
    "admin.discounts.create": {
      name: "Ten off",
      code: "TENOFF",
      kind: "fixed",
      amount: 1000,
      currency: "EUR",
      regionIds: [w.region.id],
      productsIn: [w.product.id],
      usageLimit: 5,
      idempotencyKey: "key-12345",
    },
    "admin.discounts.update": {
      id: w.discounts.updated,
      version: 1,
      name: "Fifteen percent",
      code: "UPDATED",
      kind: "percentage",
      appliesTo: "items",
      basisPoints: 1500,
      amount: null,
      currency: null,
      audience: { kind: "everyone" },
      regionIds: [],
      productsIn: [],
      productsNotIn: [w.product.id],
      minimum: { amount: 2000, currency: "EUR" },
      startsAt: null,
      endsAt: "2026-12-31",
      usageLimit: 10,
      perCustomerLimit: 1,
    },
    "admin.discounts.disable": { id: w.discounts.disabled, version: 1 },
    "admin.discounts.enable": { id: w.discounts.enabled, version: 1 },
    "admin.discounts.archive": { id: w.discounts.archived, version: 1 },
    "admin.discounts.remove": { id: w.discounts.removed, version: 1 },
    "admin.discounts.tryOut": {
      id: w.discounts.disabled,
      customerId,
      lines: [{ variantId: w.variantId, quantity: 2 }],
    },
    "admin.settings.get": undefined,
    "admin.settings.update": { version: 1, name: "Birch & Sons" },
    "admin.staff.list": undefined,
    "admin.staff.roles": undefined,
    "admin.staff.invite": { email: "more@staff.example.com", name: "More", role: "support" },
    "admin.staff.resendInvitation": colleague,
    "admin.staff.withdrawInvitation": colleague,
    "admin.staff.acceptInvitation": { token: strangeToken, name: "New", password: goodPassword },
    "admin.staff.setRole": { ...colleague, role: "support" },
    "admin.staff.resetTotp": colleague,
    "admin.staff.disable": colleague,
    "admin.staff.enable": colleague,
    "admin.audit.list": { types: ["group.created"], from: "2026-01-01T00:00:00Z" },
  };
};
