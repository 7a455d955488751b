import type { Database } from "@clientele/db";
import { groupNames } from "@clientele/db/groups/groups";
import { type DiscountToWrite, insertDiscount } from "@clientele/db/pricing/discounts";
import { replaceEntries } from "@clientele/db/pricing/entries";
import { insertPriceList, type PriceListToWrite } from "@clientele/db/pricing/priceLists";
import type { NewId } from "@clientele/domain/ids";
import type { Audience } from "@clientele/domain/pricing/audience";
import type { EntryInput } from "@clientele/domain/pricing/priceListEntry";

/** An audience of people in any of these groups; of nobody else. */
export const anyOf = (...groupIds: string[]): Audience => ({
  kind: "groups",
  anyOf: groupIds,
  allOf: [],
  noneOf: [],
});

const namesOf = (db: Database, audience: Audience): Promise<Map<string, string>> =>
  groupNames(db, audience.kind === "everyone" ? [] : [...audience.anyOf, ...audience.allOf, ...audience.noneOf]);

interface GivenPriceList extends Partial<PriceListToWrite> {
  /** Amounts by variant: one for every quantity, ranges, or "excluded". */
  entries?: Readonly<Record<string, number | "excluded" | readonly EntryInput["ranges"][number][]>>;
}

/** A price list as a store would have one: active, for everyone, in euros, unless said otherwise. Answers its id. */
export const givenPriceList = async (db: Database, newId: NewId, given: GivenPriceList = {}): Promise<string> => {
  const { entries = {}, ...fields } = given;
  const id = fields.id ?? newId("priceList");
  const at = new Date("2026-03-01T12:00:00.000Z");
  const list: PriceListToWrite = {
    name: `List ${id}`,
    benefit: null,
    type: "override",
    currency: "EUR",
    status: "active",
    startsAt: null,
    endsAt: null,
    audience: { kind: "everyone" },
    adjustment: null,
    floor: null,
    used: false,
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...fields,
    id,
  };
  const names = await namesOf(db, list.audience);
  await db.transaction(async (tx) => {
    await insertPriceList(tx, list, names);
    await replaceEntries(
      tx,
      id,
      Object.entries(entries).map(([variantId, said]) => ({
        variantId,
        excluded: said === "excluded",
        ranges: said === "excluded" ? [] : typeof said === "number" ? [{ min: 1, max: null, amount: said }] : [...said],
      })),
    );
  });
  return id;
};

/** A discount as a store would have one: 10 % off the cart, automatic, for everyone, unless said otherwise. Answers its id. */
export const givenDiscount = async (
  db: Database,
  newId: NewId,
  given: Partial<DiscountToWrite> = {},
): Promise<string> => {
  const id = given.id ?? newId("discount");
  const at = new Date("2026-03-01T12:00:00.000Z");
  const kind = given.kind ?? "percentage";
  const discount: DiscountToWrite = {
    name: `Discount ${id}`,
    code: null,
    kind,
    appliesTo: "cart",
    basisPoints: kind === "percentage" ? 1_000 : null,
    amount: null,
    currency: null,
    audience: { kind: "everyone" },
    regionIds: [],
    productsIn: [],
    productsNotIn: [],
    minimum: null,
    startsAt: null,
    endsAt: null,
    usageLimit: null,
    perCustomerLimit: null,
    status: "active",
    uses: 0,
    used: false,
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...given,
    id,
  };
  const names = await namesOf(db, discount.audience);
  await db.transaction((tx) => insertDiscount(tx, discount, names));
  return id;
};
