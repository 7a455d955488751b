import { insertCustomers } from "@clientele/db/customers/customers";
import { insertGroup } from "@clientele/db/groups/groups";
import { insertMemberships } from "@clientele/db/groups/memberships";
import type { Region, ShippingOption } from "@clientele/domain/catalogue/region";
import type { Customer } from "@clientele/domain/customers/customer";
import type { Audience } from "@clientele/domain/pricing/audience";
import type { PriceRange } from "@clientele/domain/pricing/priceListEntry";
import { hours, later } from "@clientele/domain/time";
import { givenProducts, givenRegion, givenShippingOption } from "@clientele/testing/catalogue";
import { buildCustomer } from "@clientele/testing/customers";
import { buildGroup } from "@clientele/testing/groups";
import { givenPriceList } from "@clientele/testing/pricing";
import type { Random } from "../src/demo/random.ts";
import type { Harness } from "./caller.ts";

const groupCount = 6;
const shopperCount = 20;
const productCount = 24;
const listCount = 36;

/** Few different amounts, so that ties are common. */
const amounts = [500, 700, 800, 900, 1_000, 1_333, 2_499, 5_001];

interface Drawing {
  h: Harness;
  random: Random;
}

/** When a list begins and ends: open, or within two days of now, so that some do so while the clock moves on. */
const spanOf = ({ h, random }: Drawing): { startsAt: Date | null; endsAt: Date | null } => {
  const now = h.clock.now();
  const startsAt = random.chance(0.6) ? null : later(now, hours(random.int(-48, 48)));
  const endsAt = random.chance(0.6) ? null : later(startsAt ?? now, hours(random.int(1, 60)));
  return { startsAt, endsAt };
};

const audienceOf = ({ random }: Drawing, groupIds: readonly string[]): Audience => {
  if (random.chance(0.25)) return { kind: "everyone" };
  const [first = "", ...others] = random.some(groupIds, 4);
  const rest = { anyOf: [], allOf: [], noneOf: [] };
  if (random.chance(0.3)) return { kind: "groups", ...rest, noneOf: [first] };
  if (random.chance(0.3)) return { kind: "groups", ...rest, allOf: [first, ...others.slice(0, 1)] };
  return { kind: "groups", ...rest, anyOf: [first, ...others.slice(0, 1)], noneOf: others.slice(1, random.int(1, 2)) };
};

/** Ranges of quantities that never overlap, some of them with a gap between. */
const rangesOf = ({ random }: Drawing): PriceRange[] => {
  if (random.chance(0.5)) return [{ min: 1, max: null, amount: random.pick(amounts) }];
  const starts = random.some([1, 2, 3, 5, 8], random.int(1, 3)).toSorted((one, other) => one - other);
  return starts.map((min, at) => {
    const next = starts[at + 1];
    const max = next === undefined ? (random.chance(0.6) ? null : min + 1) : next - 1;
    return { min, max, amount: random.pick(amounts) };
  });
};

/** Members of each group, some of whose time has ended, ends soon or has yet to begin. */
const giveMembers = async (
  drawing: Drawing,
  groupIds: readonly string[],
  people: readonly Customer[],
): Promise<void> => {
  const { h, random } = drawing;
  const now = h.clock.now();
  const spans = [
    { from: later(now, hours(-500)), until: null },
    { from: later(now, hours(-500)), until: later(now, hours(30)) },
    { from: later(now, hours(30)), until: null },
    { from: later(now, hours(-500)), until: later(now, hours(-1)) },
  ];
  await h.db.transaction(async (tx) => {
    for (const groupId of groupIds) {
      const taken = new Set<string>();
      for (const [at, span] of spans.entries()) {
        const members = people.filter(({ id }) => !taken.has(id) && random.chance(at === 0 ? 0.3 : 0.08));
        for (const { id } of members) taken.add(id);
        await insertMemberships(
          tx,
          { groupId, ...span, source: "staff", reason: null, addedBy: null, addedAt: now },
          members.map(({ id }) => ({ membershipId: h.services.newId("membership"), customerId: id })),
        );
      }
    }
  });
};

/** Lists of every kind and state; answers the line that shoppers read of each. */
const giveLists = async (
  drawing: Drawing,
  groupIds: readonly string[],
  variantIds: readonly string[],
): Promise<Map<string, string | null>> => {
  const { h, random } = drawing;
  const benefits = new Map<string, string | null>();
  for (let at = 0; at < listCount; at += 1) {
    const isAdjusted = random.chance(0.5);
    const type = random.chance(0.5) ? "override" : "sale";
    const named = random.some(variantIds, random.int(isAdjusted ? 0 : 4, 20));
    const benefit = random.chance(0.7) ? `Benefit ${at}` : null;
    const id = await givenPriceList(h.db, h.services.newId, {
      name: `List ${at}`,
      benefit,
      type,
      currency: random.chance(0.8) ? "EUR" : "CHF",
      status: random.chance(0.85) ? "active" : random.pick(["draft", "archived"]),
      ...spanOf(drawing),
      audience: audienceOf(drawing, groupIds),
      adjustment: isAdjusted ? random.int(-4_000, type === "sale" ? -100 : 2_000) : null,
      floor: isAdjusted && random.chance(0.4) ? random.pick(amounts) : null,
      // Two of a day, so that of those that tie some are of the same age.
      createdAt: later(h.clock.now(), -hours(24 * (10 + Math.floor(at / 2)))),
      entries: Object.fromEntries(
        named.map((variantId) => [variantId, isAdjusted && random.chance(0.3) ? "excluded" : rangesOf(drawing)]),
      ),
    });
    benefits.set(id, benefit);
  }
  return benefits;
};

/** A region with a way to send things there and an address in it. */
export interface PricedRegion {
  region: Region;
  option: ShippingOption;
  address: { postalCode: string; city: string; countryCode: string };
}

const giveRegions = async ({ db, services: { newId } }: Harness): Promise<PricedRegion[]> => {
  const germany = await givenRegion(db, newId, { name: "Germany" });
  const terms = { name: "Switzerland", currency: "CHF", countries: ["CH"], taxRate: 810, pricesIncludeTax: false };
  const switzerland = await givenRegion(db, newId, terms);
  return [
    {
      region: germany,
      option: await givenShippingOption(db, newId, germany),
      address: { postalCode: "10969", city: "Berlin", countryCode: "DE" },
    },
    {
      region: switzerland,
      option: await givenShippingOption(db, newId, switzerland),
      address: { postalCode: "8001", city: "Zürich", countryCode: "CH" },
    },
  ];
};

/** A store drawn by chance that repeats itself: two regions, members of many groups, and lists that compete. */
export const givenPricedStore = async (h: Harness, random: Random) => {
  const drawing = { h, random };
  const { newId } = h.services;
  const regions = await giveRegions(h);
  const groups = Array.from({ length: groupCount }, () => buildGroup(newId));
  const shoppers = Array.from({ length: shopperCount }, () => buildCustomer(newId));
  // Nobody who is not signed in has more than the public prices, whatever groups their row is in.
  const guest = buildCustomer(newId, { status: "guest" });
  await h.db.transaction(async (tx) => {
    for (const group of groups) await insertGroup(tx, group);
    await insertCustomers(tx, [...shoppers, guest]);
  });
  const groupIds = groups.map(({ id }) => id);
  await giveMembers(drawing, groupIds, [...shoppers, guest]);
  const products = await givenProducts(
    h.db,
    newId,
    Array.from({ length: productCount }, () => ({
      variants: Array.from({ length: random.int(1, 2) }, () => ({
        prices: {
          EUR: random.pick(amounts),
          ...(random.chance(0.7) ? { CHF: random.pick(amounts) } : {}),
        },
      })),
    })),
  );
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id));
  const benefits = await giveLists(drawing, groupIds, variantIds);
  return { regions, shoppers, guest, products, benefits };
};
export type PricedStore = Awaited<ReturnType<typeof givenPricedStore>>;
