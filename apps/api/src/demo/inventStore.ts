import type { DemoStore } from "@clientele/db/demo/fill";
import type { DemoShop } from "@clientele/db/demo/fillShop";
import { days, later } from "@clientele/domain/time";
import { gatherCast } from "./cast.ts";
import { groupBook } from "./groupBook.ts";
import { gatherGroups } from "./groups.ts";
import { randomFrom } from "./random.ts";
import { openShop } from "./shop/openShop.ts";
import { keepOrders } from "./shop/orderBook.ts";
import { keepPrices } from "./shop/priceBook.ts";
import { storeSettings } from "./storeSettings.ts";
import { tagBox } from "./tags.ts";
import { gatherTeam } from "./team.ts";
import { daytimeOf, worldOf } from "./world.ts";

export interface InventedStore {
  store: DemoStore;
  shop: DemoShop;
  ownerId: string;
  shopperId: string;
  /** Invitations whose links may still be asked about. */
  invitations: { customerId: string; email: string; at: Date }[];
}

/** How long ago the store began. */
const age = days(738);

/**
 * A store with two years behind it, told from its first day by the rules that the program itself follows, so that every
 * row is one it could have made. The same seed and instant give the same store. `pictures` are hashes by a product's handle.
 */
export const inventStore = (
  seed: number,
  now: Date,
  pictures: ReadonlyMap<string, string> = new Map(),
): InventedStore => {
  const random = randomFrom(seed);
  const firstMorning = new Date(`${later(now, -age).toISOString().slice(0, 10)}T07:40:00.000Z`);
  const world = worldOf(random, now, firstMorning);
  const settings = storeSettings(world.opened);
  const team = gatherTeam(world);
  const tags = tagBox(world, team.manager);
  const telling = { world, team, tags };
  const cast = gatherCast(telling, daytimeOf(world, later(now, -days(425))));
  const book = groupBook(world, settings.timeZone);
  gatherGroups({ ...telling, book, cast });
  const groups = [...book.groups.values()];
  const opened = openShop(world, team, pictures);
  const priceBook = keepPrices({ world, team, timeZone: settings.timeZone }, opened, groups);
  const { memberships } = book;
  const orders = keepOrders({ world, team, shop: opened, book: priceBook, lives: cast.everyone, memberships });

  const everyTag = tags.finish();
  const tagIds = new Map(everyTag.map(({ id, name }) => [name, id]));
  const lives = cast.everyone;
  const store: DemoStore = {
    settings,
    staff: Object.values(team),
    customers: lives.map(({ customer }) => customer),
    addresses: lives.flatMap(({ addresses }) => addresses),
    consents: lives.flatMap(({ consents }) => consents),
    notes: lives.flatMap(({ notes }) => notes),
    tags: everyTag,
    customerTags: lives.flatMap(({ customer, tagNames }) =>
      tagNames.flatMap((name) => {
        const tagId = tagIds.get(name);
        return tagId === undefined ? [] : [{ customerId: customer.id, tagId }];
      }),
    ),
    groups,
    memberships,
    events: world.events.toSorted((one, other) => (one.event.id < other.event.id ? -1 : 1)),
  };
  const charged = new Set(orders.fates.flatMap(({ lines }) => lines.flatMap(({ listId }) => listId ?? [])));
  const taken = new Set(orders.fates.flatMap(({ order }) => order.discounts.map(({ id }) => id)));
  const shop: DemoShop = {
    ...opened,
    lists: priceBook.lists.map(({ list, entries }) => ({ list: { ...list, used: charged.has(list.id) }, entries })),
    discounts: priceBook.discounts.map(({ discount }) => ({
      ...discount,
      uses: orders.usesOf(discount.id),
      used: taken.has(discount.id),
    })),
    groupNames: priceBook.groupNames,
    orders: orders.fates.map(({ order }) => order),
    orderLines: orders.fates.flatMap(({ lines }) => lines),
    shipments: orders.fates.flatMap(({ shipments }) => shipments),
    payments: orders.fates.flatMap(({ payments }) => payments),
    uses: orders.uses,
  };
  const lately = later(now, -days(30));
  const invitations = world.events.flatMap(({ event: { type, at, customerId } }) => {
    const customer =
      type === "customer.invited" && at > lately ? lives.find((life) => life.customer.id === customerId) : undefined;
    return customer?.customer.status === "invited" && customer.customer.email !== null
      ? [{ customerId: customer.customer.id, email: customer.customer.email, at }]
      : [];
  });
  return { store, shop, ownerId: team.owner.id, shopperId: cast.shopper.customer.id, invitations };
};
