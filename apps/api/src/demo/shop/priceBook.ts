import type { DiscountToWrite } from "@clientele/db/pricing/discounts";
import type { PriceListToWrite } from "@clientele/db/pricing/priceLists";
import type { Group } from "@clientele/domain/groups/group";
import { partOf } from "@clientele/domain/money";
import { type Audience, checkAudience } from "@clientele/domain/pricing/audience";
import { CreateDiscount } from "@clientele/domain/pricing/discount";
import { CreatePriceList } from "@clientele/domain/pricing/priceList";
import type { EntryInput } from "@clientele/domain/pricing/priceListEntry";
import { beginningOf, days, endOf, later } from "@clientele/domain/time";
import type { z } from "zod";
import type { Team } from "../team.ts";
import { byStaff, happened, type World } from "../world.ts";
import type { Shop } from "./openShop.ts";

export interface BookedList {
  list: PriceListToWrite;
  entries: EntryInput[];
  /** From when on it gave prices no more, whatever its own end says; null while it does. */
  endedAt: Date | null;
}
export interface BookedDiscount {
  discount: DiscountToWrite;
  endedAt: Date | null;
}

/** The price lists and discounts of the demo store, as they stand today; their past is in the events. */
export interface PriceBook {
  lists: BookedList[];
  discounts: BookedDiscount[];
  /** The names of all groups by id. */
  groupNames: Map<string, string>;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
/** Down to a price that ends in 90. */
const shaved = (amount: number): number => Math.max(90, partOf(amount, 1, 1000) * 1000 - 10);

/** Five lists and six discounts over the groups that the store has. */
export const keepPrices = (
  { world, team, timeZone }: { world: World; team: Team; timeZone: string },
  shop: Shop,
  groups: readonly Group[],
): PriceBook => {
  const { opened, now } = world;
  const variants = shop.products.flatMap(({ variants: own }) => own);
  const bySku = new Map(variants.map((variant) => [variant.sku, variant]));
  const baseOf = (sku: string, currency: string): number =>
    bySku.get(sku)?.prices.find((price) => price.currency === currency)?.amount ?? 0;
  const idOfGroup = (name: string): string => {
    const found = groups.find((group) => group.name === name);
    if (found === undefined) throw new Error(`the demo store has no group ${name}`);
    return found.id;
  };
  const anyOf = (...names: string[]): Audience => ({
    kind: "groups",
    anyOf: names.map(idOfGroup),
    allOf: [],
    noneOf: [],
  });
  const book: PriceBook = { lists: [], discounts: [], groupNames: new Map(groups.map(({ id, name }) => [id, name])) };

  const addList = (
    at: Date,
    given: z.input<typeof CreatePriceList>,
    entries: EntryInput[],
    { archived = false }: { archived?: boolean } = {},
  ): void => {
    const { idempotencyKey: _key, copyOf: _copy, startsAt, endsAt, audience, ...fields } = CreatePriceList.parse(given);
    checkAudience(audience);
    const id = world.newId("priceList", at);
    const list: PriceListToWrite = {
      id,
      ...fields,
      audience,
      startsAt: startsAt === null ? null : beginningOf(startsAt, timeZone),
      endsAt: endsAt === null ? null : endOf(endsAt, timeZone),
      status: archived ? "archived" : "active",
      used: false,
      createdAt: at,
      updatedAt: at,
      version: archived ? 3 : 2,
    };
    const endedAt = archived && list.endsAt !== null ? later(list.endsAt, days(2)) : null;
    book.lists.push({ list, entries, endedAt });
    const data = { priceListId: id, name: list.name };
    happened(world, at, byStaff(team.manager), { type: "price_list.created", data });
    happened(world, later(at, 60_000), byStaff(team.manager), { type: "price_list.activated", data });
    if (endedAt !== null) happened(world, endedAt, byStaff(team.owner), { type: "price_list.archived", data });
  };
  const priced = (sku: string, ...ranges: EntryInput["ranges"]): EntryInput[] => {
    const variant = bySku.get(sku);
    return variant === undefined ? [] : [{ variantId: variant.id, excluded: false, ranges }];
  };
  const leftOut = (sku: string): EntryInput[] => priced(sku).map((entry) => ({ ...entry, excluded: true }));
  const small = ["CUT-BO-S", "CUT-BO-L", "COO-SP-3", "CAN-ST-S", "CAN-ST-T", "PAI-CU-CLA", "PAI-CU-SKY", "PEP-MI-18"];

  addList(
    later(opened, days(6)),
    {
      name: "Wholesale",
      benefit: "Wholesale price",
      type: "override",
      currency: "EUR",
      audience: anyOf("Wholesale"),
      adjustment: -3000,
      floor: 1500,
      startsAt: null,
      endsAt: null,
    },
    [
      ...leftOut("LON-TA-260"),
      ...leftOut("HAN-RU-140"),
      ...leftOut("HAN-RU-170"),
      ...small.flatMap((sku) => {
        const base = baseOf(sku, "EUR");
        return priced(
          sku,
          { min: 1, max: 11, amount: partOf(base, 75, 100) },
          { min: 12, max: 47, amount: partOf(base, 65, 100) },
          { min: 48, max: null, amount: partOf(base, 55, 100) },
        );
      }),
    ],
  );
  addList(
    later(opened, days(12)),
    {
      name: "Opening weeks",
      benefit: "Opening price",
      type: "sale",
      currency: "EUR",
      audience: { kind: "everyone" },
      adjustment: -1000,
      startsAt: dayOf(later(opened, days(13))),
      endsAt: dayOf(later(opened, days(55))),
    },
    [],
    { archived: true },
  );
  addList(
    later(opened, days(40)),
    {
      name: "VIP",
      benefit: "VIP price",
      type: "sale",
      currency: "EUR",
      audience: anyOf("VIP"),
      adjustment: -1500,
      floor: 2000,
      startsAt: null,
      endsAt: null,
    },
    [...priced("CAN-ST-T", { min: 1, max: null, amount: 2500 }), ...leftOut("ALL-SB-WAL")],
  );
  addList(
    later(opened, days(70)),
    {
      name: "Overseas by the dozen",
      benefit: "By the dozen",
      type: "override",
      currency: "USD",
      audience: { kind: "everyone" },
      startsAt: null,
      endsAt: null,
    },
    small.flatMap((sku) => {
      const base = baseOf(sku, "USD");
      return priced(sku, { min: 12, max: null, amount: partOf(base, 85, 100) });
    }),
  );
  addList(
    later(now, -days(20)),
    {
      name: "Season sale",
      benefit: "Season sale",
      type: "sale",
      currency: "EUR",
      audience: { kind: "groups", anyOf: [], allOf: [], noneOf: [idOfGroup("Wholesale")] },
      startsAt: dayOf(later(now, -days(14))),
      endsAt: dayOf(later(now, days(21))),
    },
    [
      "LIN-CH-OAK",
      "LIN-CH-WAL",
      "GLO-PE-028",
      "WOO-BL-RUS",
      "WOO-BL-NIG",
      "TRI-FL-LIN",
      "TRI-FL-MOS",
      "WAL-SH-060",
      "WAL-SH-090",
      "KIT-CL-OAK",
      "BRE-BO-ASH",
    ].flatMap((sku) => priced(sku, { min: 1, max: null, amount: shaved(partOf(baseOf(sku, "EUR"), 80, 100)) })),
  );

  const addDiscount = (
    at: Date,
    given: z.input<typeof CreateDiscount>,
    { disabled = false }: { disabled?: boolean } = {},
  ): void => {
    const { idempotencyKey: _key, startsAt, endsAt, ...fields } = CreateDiscount.parse(given);
    checkAudience(fields.audience);
    const id = world.newId("discount", at);
    const endedAt = disabled ? later(now, -days(33)) : null;
    const discount: DiscountToWrite = {
      id,
      ...fields,
      startsAt: startsAt === null ? null : beginningOf(startsAt, timeZone),
      endsAt: endsAt === null ? null : endOf(endsAt, timeZone),
      status: disabled ? "disabled" : "active",
      uses: 0,
      used: false,
      createdAt: at,
      updatedAt: at,
      version: disabled ? 2 : 1,
    };
    book.discounts.push({ discount, endedAt });
    const data = { discountId: id, name: fields.name };
    happened(world, at, byStaff(team.manager), { type: "discount.created", data });
    if (endedAt !== null) happened(world, endedAt, byStaff(team.owner), { type: "discount.disabled", data });
  };
  const [europe] = shop.regions;
  const chairs = shop.products.filter(({ category }) => category === "Chairs & stools");

  addDiscount(later(opened, days(8)), {
    name: "First order",
    code: "WELCOME10",
    kind: "percentage",
    basisPoints: 1000,
    minimum: { amount: 5000, currency: "EUR" },
    perCustomerLimit: 1,
  });
  addDiscount(later(opened, days(10)), {
    name: "Staff & family",
    code: null,
    kind: "percentage",
    basisPoints: 2500,
    audience: anyOf("Staff & family"),
  });
  addDiscount(later(opened, days(21)), {
    name: "Students",
    code: "STUDENT15",
    kind: "percentage",
    basisPoints: 1500,
    audience: anyOf("Students"),
  });
  addDiscount(later(opened, days(45)), {
    name: "Press loan",
    code: "PRESS50",
    kind: "fixed",
    amount: 5000,
    currency: "EUR",
    audience: anyOf("Press"),
    usageLimit: 40,
  });
  addDiscount(later(opened, days(60)), {
    name: "Free shipping from 150 €",
    code: null,
    kind: "free_shipping",
    minimum: { amount: 15_000, currency: "EUR" },
    regionIds: europe === undefined ? [] : [europe.id],
  });
  addDiscount(
    later(opened, days(200)),
    {
      name: "Twenty off every chair",
      code: "CHAIRS20",
      kind: "fixed",
      appliesTo: "items",
      amount: 2000,
      currency: "EUR",
      productsIn: chairs.map(({ id }) => id),
      usageLimit: 150,
    },
    { disabled: true },
  );
  return book;
};
