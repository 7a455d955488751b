import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@clientele/db";
import { sellableVariants } from "@clientele/db/catalogue/sellable";
import { isEmptyStore } from "@clientele/db/demo/fill";
import { priceCandidates } from "@clientele/db/pricing/candidates";
import { addressKey } from "@clientele/domain/customers/address";
import { searchWords, sortKey } from "@clientele/domain/customers/customer";
import { eventTypes } from "@clientele/domain/events";
import { benefitGroups } from "@clientele/domain/groups/membership";
import { figuresOf, netOf } from "@clientele/domain/orders/figures";
import { resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import { foldText, nameKey } from "@clientele/domain/text";
import { clockAt } from "@clientele/testing/clock";
import { eachDatabase, type Open } from "@clientele/testing/eachDatabase";
import { testIds } from "@clientele/testing/ids";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { harness } from "../../test/caller.ts";
import type { Services } from "../context.ts";
import { servicesOf } from "../services.ts";
import { ensureSettings } from "../settings/store.ts";
import { demoSignIns } from "./demoStart.ts";
import { fillDemo, NotEmpty } from "./fillDemo.ts";
import { circleSize } from "./groups.ts";
import { inventStore } from "./inventStore.ts";
import { drawPictures } from "./shop/pictures.ts";
import type { DemoSignIns } from "./signIns.ts";

const clock = clockAt();
const seed = 7;
const pictures = await drawPictures();
const hashes = new Map(pictures.map(({ handle, hash }) => [handle, hash]));
const { store, shop, ownerId, shopperId, invitations } = inventStore(seed, clock.now(), hashes);

const servicesOver = (db: Database): Services =>
  servicesOf({
    db,
    secret: "a secret that only tests know, long enough",
    log: pino({ level: "silent" }),
    realMail: false,
    wakeMail: () => {},
    now: clock.now,
    newId: testIds(clock.now),
    // As cheap as the library allows: what is tested here is not the cost.
    hashCost: { memoryKiB: 64, passes: 1 },
  });

const notAgain = async (): Promise<void> => {
  throw new Error("a store that is there was filled again");
};

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "clientele-demo-"));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const byId = <T extends { id: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** What every row has and the invented one did not say. */
const without = <T extends Record<string, unknown>>(rows: readonly T[], ...names: string[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))));

const filled = (open: Open) => {
  const dataDir = newFolder();
  let db: Database;
  let signIns: DemoSignIns;
  beforeAll(async () => {
    db = await open();
    signIns = await fillDemo(servicesOver(db), { dataDir, seed });
  });
  return {
    dataDir,
    get db() {
      return db;
    },
    get signIns() {
      return signIns;
    },
  };
};

eachDatabase((_name, open) => {
  describe("the filled demo store", () => {
    const demo = filled(open);

    it("holds the invented rows, all of them and no others", async () => {
      const { db } = demo;
      const t = db.tables;
      const customers = byId(await db.select().from(t.customers));
      expect(without(customers, "nameKey", "emailKey", "orderCount", "lastOrderAt", "netSpent")).toEqual(
        byId(store.customers),
      );
      expect(without(byId(await db.select().from(t.addresses)), "sameKey")).toEqual(byId(store.addresses));
      expect(byId(await db.select().from(t.consents))).toEqual(byId(store.consents));
      expect(without(byId(await db.select().from(t.notes)), "place")).toEqual(byId(store.notes));
      expect(without(byId(await db.select().from(t.tags)), "nameKey")).toEqual(byId(store.tags));
      expect(without(byId(await db.select().from(t.customerGroups)), "nameKey", "searchKey")).toEqual(
        byId(store.groups),
      );
      expect(byId(await db.select().from(t.memberships))).toEqual(byId(store.memberships));
      expect(byId(await db.select().from(t.staff))).toEqual(byId(store.staff));
      expect(await db.$count(t.customerTags)).toBe(store.customerTags.length);
      const events = await db.select().from(t.events);
      expect(without(byId(events), "customerCount", "sealNumber", "seal")).toEqual(
        byId(store.events.map(({ event }) => event)),
      );
      expect(await db.$count(t.tokens)).toBe(invitations.length);
      expect(await db.$count(t.staffDevices)).toBe(store.staff.length);
      for (const table of [t.customerSessions, t.staffSessions, t.outbox]) expect(await db.$count(table)).toBe(0);
    });

    it("keeps what is sorted, found and compared by equal to a reckoning anew", async () => {
      const { db } = demo;
      const t = db.tables;
      const customers = await db.select().from(t.customers);
      for (const customer of customers) {
        expect([customer.nameKey, customer.emailKey]).toEqual([sortKey(customer), customer.email ?? ""]);
      }
      const words = new Map((await db.select().from(t.customerSearch)).map((row) => [row.customerId, row.words]));
      expect(words).toEqual(new Map(customers.map((customer) => [customer.id, searchWords(customer)])));
      for (const address of await db.select().from(t.addresses)) expect(address.sameKey).toBe(addressKey(address));
      for (const { name, nameKey: kept } of await db.select().from(t.tags)) expect(kept).toBe(nameKey(name));
      for (const { name, nameKey: unique, searchKey } of await db.select().from(t.customerGroups)) {
        expect([unique, searchKey]).toEqual([nameKey(name), foldText(name)]);
      }
    });

    it("holds the shop, with figures that a reckoning anew finds as they are", async () => {
      const { db } = demo;
      const t = db.tables;
      expect(byId(await db.select().from(t.orders))).toEqual(byId(shop.orders));
      expect(byId(await db.select().from(t.orderLines))).toEqual(byId(shop.orderLines));
      expect(byId(await db.select().from(t.payments))).toEqual(byId(shop.payments));
      expect(await db.$count(t.shipments)).toBe(shop.shipments.length);
      expect(await db.$count(t.products)).toBe(shop.products.length);
      expect(await db.$count(t.pictures)).toBe(pictures.length);
      expect(new Map((await db.select().from(t.discounts)).map(({ id, uses }) => [id, uses]))).toEqual(
        new Map(shop.discounts.map(({ id, uses }) => [id, uses])),
      );
      const stored = new Map<string, object[]>();
      for (const { customerId, ...row } of await db.select().from(t.customerFigures)) {
        stored.set(customerId, [...(stored.get(customerId) ?? []), row]);
      }
      for (const { id } of store.customers) {
        const own = figuresOf(shop.orders.filter(({ customerId }) => customerId === id));
        const wanted = own.map(({ firstAt, lastAt, ...sums }) => ({
          ...sums,
          net: netOf(sums),
          firstOrderAt: firstAt,
          lastOrderAt: lastAt,
        }));
        expect(stored.get(id) ?? []).toEqual(wanted);
      }
    });

    it("charged every order what the prices in the database give for that moment", async () => {
      const { db } = demo;
      const some = shop.orders.filter((_order, index) => index % 37 === 0);
      for (const { id, currency, placedAt, customerId, access } of some) {
        const lines = shop.orderLines.filter(({ orderId }) => orderId === id);
        const variantIds = lines.flatMap(({ variantId }) => variantId ?? []);
        const candidates = await priceCandidates(db, { variantIds, currency, now: placedAt, all: true });
        const variants = await sellableVariants(db, variantIds, currency);
        const memberships = store.memberships
          .filter((membership) => membership.customerId === customerId)
          .map((one) => ({
            ...one,
            removedAt: one.removedAt !== null && one.removedAt <= placedAt ? one.removedAt : null,
          }));
        const actor = { signedIn: access === "account", status: "active" };
        const groups = new Set(benefitGroups(actor, memberships, placedAt));
        for (const { variantId, quantity, unit, original } of lines) {
          // What has ended since was live then; nothing else of the past is needed to reckon a price anew.
          const then = (candidates.get(variantId ?? "") ?? [])
            .filter(({ list }) => list.createdAt <= placedAt && list.status !== "draft")
            .map((candidate) => ({ ...candidate, list: { ...candidate.list, status: "active" as const } }));
          const base = variants.get(variantId ?? "")?.base ?? null;
          const price = resolvePrice({ base, candidates: then, groups, quantity, now: placedAt, currency });
          expect([price?.amount, price?.original]).toEqual([unit, original]);
        }
      }
    });

    it("has every event in the timelines of those it concerns, under its kind", async () => {
      const { db } = demo;
      const rows = await db.select().from(db.tables.eventCustomers);
      const keyed = rows.map(({ customerId, eventId, kind }) => `${eventId} ${customerId} ${kind}`);
      const wanted = store.events.flatMap(({ event, customerIds }) =>
        customerIds.map((customerId) => `${event.id} ${customerId} ${eventTypes[event.type]}`),
      );
      expect(keyed.toSorted()).toEqual(wanted.toSorted());
      const counts = new Map(store.events.map(({ event, customerIds }) => [event.id, customerIds.length]));
      for (const { id, customerCount } of await db.select().from(db.tables.events)) {
        expect(customerCount).toBe(counts.get(id));
      }
    });

    it("is what staff see at their door", async () => {
      const { asStaff } = await harness(demo.db, { clock });
      const owner = asStaff({ staffId: ownerId });
      const groups = await owner.groups.list({ limit: 100 });
      const sizes = groups.items.map(({ members }) => members.count).toSorted((one, other) => one - other);
      expect([groups.items.length, sizes[0], sizes.at(-1)]).toEqual([8, 0, circleSize]);
      expect((await owner.customers.count({})).count).toBe(600);
      expect((await owner.customers.list({ search: "clara somm" })).items.map(({ id }) => id)).toEqual([shopperId]);
      const clara = await owner.customers.get({ id: shopperId });
      expect(clara.memberships.filter(({ effective }) => effective).length).toBeGreaterThan(1);
      const timeline = await owner.customers.timeline({
        customerId: shopperId,
        kinds: ["account", "tags"],
        limit: 100,
      });
      expect(timeline.items.at(-1)?.type).toBe("customer.signed_up");
      const tagged = timeline.items.find(({ type }) => type === "customer.tags_set");
      const ordered = await owner.customers.timeline({ customerId: shopperId, kinds: ["orders"], limit: 1 });
      expect(ordered.items[0]?.order?.number).toBeGreaterThan(1000);
      expect(tagged?.tags.map(({ name }) => name).toSorted()).toEqual(["Gift buyer", "Regular"]);
      expect((await owner.tags.list({})).every(({ customers }) => customers.count > 0)).toBe(true);
      const [invited] = invitations.filter(({ at }) => clock.now().getTime() - at.getTime() < 48 * 3_600_000);
      expect((await owner.customers.get({ id: invited?.customerId ?? "" })).invitation).not.toBeNull();
    });

    it("lets owner and shopper in with the passwords that were kept, and nobody else has one", async () => {
      const { db, signIns } = demo;
      const { asAnyone, asVisitor } = await harness(db, { clock });
      await expect(asAnyone().account.signIn(signIns.shopper)).resolves.toEqual({ done: true });
      await expect(asVisitor().account.signIn(signIns.owner)).resolves.toEqual({ done: true });
      expect(await db.$count(db.tables.customerPasswords)).toBe(1);
      expect(await db.$count(db.tables.staffPasswords)).toBe(1);
    });

    it("lets any other account in by a mailed reset", async () => {
      const { asAnyone, mails } = await harness(demo.db, { clock });
      const other = store.customers.find(({ id, status }) => status === "active" && id !== shopperId);
      await asAnyone().account.requestPasswordReset({ email: other?.email ?? "" });
      const mail = (await mails()).find(({ to }) => to === other?.email);
      expect(mail?.text).toContain("#token=");
    });

    it("keeps both sign-ins for their owner alone and reads them at the next start", async () => {
      const { dataDir, db, signIns } = demo;
      for (const account of ["owner", "shopper"] as const) {
        const file = join(dataDir, `demo-${account}.json`);
        expect(statSync(file).mode & 0o777).toBe(0o600);
        expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(signIns[account]);
      }
      expect(await demoSignIns(db, dataDir, notAgain)).toEqual(signIns);
      expect(await demoSignIns(db, newFolder(), notAgain)).toEqual({ owner: null, shopper: null });
    });

    it("is the same store again in another database, with other passwords", async () => {
      const other = await open();
      const signIns = await fillDemo(servicesOver(other), { dataDir: newFolder(), seed });
      expect(signIns.owner.password).not.toBe(demo.signIns.owner.password);
      const ordersIn = async (db: Database) => byId(await db.select().from(db.tables.orders));
      expect(await ordersIn(other)).toEqual(await ordersIn(demo.db));
    });

    it("is never put into a database that is not empty", async () => {
      const dataDir = newFolder();
      await expect(fillDemo(servicesOver(demo.db), { dataDir })).rejects.toThrow(NotEmpty);
      expect(await demo.db.$count(demo.db.tables.customers)).toBe(600);
      const started = await open();
      await ensureSettings(started, clock.now());
      await expect(fillDemo(servicesOver(started), { dataDir })).rejects.toThrow(NotEmpty);
    });
  });

  it("leaves nothing behind when it is cut off", async () => {
    const db = await open();
    const services = servicesOver(db);
    const tokens = {
      ...services.tokens,
      issue: async () => {
        throw new Error("the power went");
      },
    };
    await expect(fillDemo({ ...services, tokens }, { dataDir: newFolder(), seed })).rejects.toThrow("the power went");
    expect(await isEmptyStore(db)).toBe(true);
  });

  it("asks for the store only where nobody has used the database", async () => {
    const db = await open();
    let asked = 0;
    const fill = async (): Promise<void> => {
      asked += 1;
      await ensureSettings(db, clock.now());
    };
    await demoSignIns(db, newFolder(), fill);
    await demoSignIns(db, newFolder(), fill);
    expect(asked).toBe(1);
  });

  it("keeps no passwords for a store that somebody else made meanwhile", async () => {
    const db = await open();
    const services = servicesOver(db);
    const dataDir = newFolder();
    const passwords = {
      ...services.passwords,
      hash: async () => {
        await ensureSettings(db, clock.now());
        return "a hash";
      },
    };
    await expect(fillDemo({ ...services, passwords }, { dataDir, seed })).rejects.toThrow(NotEmpty);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it("leaves out sign-ins that were kept for another database", async () => {
    const dataDir = newFolder();
    const db = await open();
    await ensureSettings(db, clock.now());
    for (const account of ["owner", "shopper"]) {
      writeFileSync(join(dataDir, `demo-${account}.json`), JSON.stringify({ email: "a@b.example", password: "x" }));
    }
    expect(await demoSignIns(db, dataDir, notAgain)).toEqual({ owner: null, shopper: null });
  });
});
