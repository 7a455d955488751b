import type { DemoStore } from "@clientele/db/demo/fill";
import { days, later } from "@clientele/domain/time";
import { gatherCast } from "./cast.ts";
import { groupBook } from "./groupBook.ts";
import { gatherGroups } from "./groups.ts";
import { randomFrom } from "./random.ts";
import { storeSettings } from "./storeSettings.ts";
import { tagBox } from "./tags.ts";
import { gatherTeam } from "./team.ts";
import { daytimeOf, worldOf } from "./world.ts";

export interface InventedStore {
  store: DemoStore;
  ownerId: string;
  shopperId: string;
  /** Invitations whose links may still be asked about. */
  invitations: { customerId: string; email: string; at: Date }[];
}

/** How long ago the store began. */
const age = days(738);

/**
 * A store with two years behind it, told from its first day by the rules that the program itself follows, so that every
 * row is one it could have made. The same seed and instant give the same store.
 */
export const inventStore = (seed: number, now: Date): InventedStore => {
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
    groups: [...book.groups.values()],
    memberships: book.memberships,
    events: world.events.toSorted((one, other) => (one.event.id < other.event.id ? -1 : 1)),
  };
  const lately = later(now, -days(30));
  const invitations = world.events.flatMap(({ event: { type, at, customerId } }) => {
    const customer =
      type === "customer.invited" && at > lately ? lives.find((life) => life.customer.id === customerId) : undefined;
    return customer?.customer.status === "invited" && customer.customer.email !== null
      ? [{ customerId: customer.customer.id, email: customer.customer.email, at }]
      : [];
  });
  return { store, ownerId: team.owner.id, shopperId: cast.shopper.customer.id, invitations };
};
