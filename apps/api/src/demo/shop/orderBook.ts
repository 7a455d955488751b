import type { DemoMembership } from "@clientele/db/demo/fill";
import type { Place } from "@clientele/domain/carts/place";
import type { Region } from "@clientele/domain/catalogue/region";
import { benefitGroups } from "@clientele/domain/groups/membership";
import { orderFromCart } from "@clientele/domain/orders/orderFromCart";
import { days, later } from "@clientele/domain/time";
import { newOrderOf } from "../../orders/newOrder.ts";
import type { Life } from "../life.ts";
import { someoneAtTheDesk, type Team } from "../team.ts";
import { daytimeOf, happened, type World } from "../world.ts";
import { type Fate, fateOf } from "./orderFates.ts";
import { type Basket, type Prices, pricesOf } from "./orderPrices.ts";
import type { Shop } from "./openShop.ts";
import type { PriceBook } from "./priceBook.ts";

/** How many orders the demo store has had. */
export const ordersPlaced = 3_000;

/** Every order there ever was, with what became of it. */
export interface OrderBook {
  fates: Fate[];
  uses: { discountId: string; customerId: string; number: number; orderId: string }[];
  /** How often a discount counts as used now. */
  usesOf: Prices["usesOf"];
}

/** A buyer as orders know them: how eager they are, and when they could sign in. */
interface Buyer {
  life: Life;
  region: Region;
  place: Place;
  /** How much more often than others they come. */
  weight: number;
  accountFrom: Date | null;
  gone: Date | null;
  memberships: readonly DemoMembership[];
  used: Map<string, number>;
  isFirm: boolean;
}

interface Selling {
  world: World;
  team: Team;
  shop: Shop;
  book: PriceBook;
  lives: readonly Life[];
  memberships: readonly DemoMembership[];
}

const placeOf = ({ addresses, person, customer }: Life): Place | null => {
  const address = addresses.find(({ isDefaultShipping }) => isDefaultShipping) ?? addresses[0];
  if (address === undefined) return null;
  const { company, line1, line2, city, province, postalCode, countryCode, phone } = address;
  const firstName = address.firstName || customer.firstName || person.firstName;
  const lastName = address.lastName || customer.lastName || person.lastName;
  return { firstName, lastName, company, line1, line2, city, province, postalCode, countryCode, phone };
};

const happenedTo = ({ events }: World, type: string): Map<string, Date> =>
  new Map(
    events.flatMap(({ event }): [string, Date][] =>
      event.type === type && event.customerId !== null ? [[event.customerId, event.at]] : [],
    ),
  );

/** Everyone who can buy: with an e-mail, and with an address in a country that is served. */
const buyersOf = ({ world, shop, lives, memberships }: Selling): Buyer[] => {
  const signedUp = happenedTo(world, "customer.signed_up");
  const disabled = happenedTo(world, "customer.disabled");
  const byCustomer = new Map<string, DemoMembership[]>();
  for (const one of memberships) byCustomer.set(one.customerId, [...(byCustomer.get(one.customerId) ?? []), one]);
  return lives.flatMap((life): Buyer[] => {
    const place = placeOf(life);
    const region = shop.regions.find(({ countries }) => place !== null && countries.includes(place.countryCode));
    if (place === null || region === undefined || life.customer.email === null) return [];
    const { id, companyName } = life.customer;
    const own = byCustomer.get(id) ?? [];
    // A few come all the time, most once or twice: the usual long tail of a shop.
    const weight = (1 / (0.14 + world.random.next()) + own.length) * (companyName === null ? 1 : 2);
    return [
      {
        life,
        region,
        place,
        weight,
        accountFrom: signedUp.get(id) ?? null,
        gone: disabled.get(id) ?? null,
        memberships: own,
        used: new Map(),
        isFirm: companyName !== null,
      },
    ];
  });
};

/** The groups somebody was in at an instant of the past, though a membership was removed since. */
const groupsAt = ({ memberships, accountFrom }: Buyer, at: Date): Set<string> => {
  const then = memberships.map((membership) => ({
    ...membership,
    removedAt: membership.removedAt !== null && membership.removedAt <= at ? membership.removedAt : null,
  }));
  const signedIn = accountFrom !== null && accountFrom <= at;
  return new Set(benefitGroups({ signedIn, status: "active" }, then, at));
};

/** More orders every month, most before Christmas and fewest in summer; the first when somebody is there to place it. */
const instantsOf = (world: World, first: Date): Date[] => {
  const { random, now } = world;
  const span = now.getTime() - first.getTime();
  const seasons = [0.9, 0.8, 0.95, 1, 1, 0.85, 0.7, 0.75, 0.95, 1.05, 1.5, 1.7];
  const found: Date[] = [];
  while (found.length < ordersPlaced) {
    const share = random.next();
    const at = daytimeOf(world, later(first, share * span));
    const likely = (0.3 + 0.7 * share) * (seasons[at.getUTCMonth()] ?? 1) * 0.58;
    if (at > first && at < now && random.chance(likely)) found.push(at);
  }
  return found.toSorted((one, other) => one.getTime() - other.getTime());
};

/** One of the buyers who exist by then, the eager ones more often. */
const buyerAmong = ({ random }: World, buyers: readonly Buyer[]) => {
  let sum = 0;
  const ends = buyers.map(({ weight }) => (sum += weight));
  const someone = (): Buyer | undefined => {
    const wanted = random.next() * sum;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return buyers[low];
  };
  return (at: Date): Buyer => {
    for (let tries = 0; tries < 100_000; tries += 1) {
      const buyer = someone();
      if (buyer !== undefined && buyer.life.customer.createdAt < at && (buyer.gone === null || at < buyer.gone)) {
        return buyer;
      }
    }
    throw new Error("nobody is there to buy");
  };
};

const linesOf = ({ world, shop }: Selling, buyer: Buyer, at: Date): Basket["lines"] => {
  const { random } = world;
  const goods = shop.products.filter(({ status, createdAt }) => status === "published" && createdAt < at);
  const count = random.pick([1, 1, 1, 2, 2, 3, 4]);
  const chosen = random.some(goods, count).map((product) => ({ product, variant: random.pick(product.variants) }));
  return chosen.map(({ product, variant }) => {
    const price = variant.prices[0]?.amount ?? 0;
    const small = price < 15_000;
    const many = buyer.isFirm && small && random.chance(0.55);
    const quantity = many
      ? random.pick([6, 12, 12, 24, 48])
      : small
        ? random.pick([1, 1, 1, 2, 2, 3])
        : random.pick([1, 1, 1, 1, 2]);
    return { id: world.newId("line", at), product, variant, quantity };
  });
};

const codesOf = (
  { world: { random }, book }: Selling,
  { used }: Buyer,
  groups: ReadonlySet<string>,
  signedIn: boolean,
) => {
  const idOf = (code: string) => book.discounts.find(({ discount }) => discount.code === code)?.discount.id ?? "";
  const inGroup = (name: string): boolean => [...groups].some((id) => book.groupNames.get(id) === name);
  if (inGroup("Press") && random.chance(0.7)) return ["PRESS50"];
  if (inGroup("Students") && random.chance(0.75)) return ["STUDENT15"];
  if (signedIn && !used.has(idOf("WELCOME10")) && random.chance(0.45)) return ["WELCOME10"];
  return random.chance(0.03) ? ["CHAIRS20"] : [];
};

/** Invents the orders of two years, each priced by the rules of its day, and lets them take their course. */
export const keepOrders = (selling: Selling): OrderBook => {
  const { world, team, shop, book } = selling;
  const { random } = world;
  const buyers = buyersOf(selling);
  const prices = pricesOf(book);
  const result: OrderBook = { fates: [], uses: [], usesOf: prices.usesOf };
  const first = buyers.reduce(
    (least, { life: { customer } }) => (customer.createdAt < least ? customer.createdAt : least),
    world.now,
  );
  const buyerAt = buyerAmong(world, buyers);
  for (const at of instantsOf(world, later(first, days(1)))) {
    const buyer = buyerAt(at);
    const { life, region, place } = buyer;
    const signedIn = buyer.accountFrom !== null && buyer.accountFrom <= at;
    const groups = groupsAt(buyer, at);
    const lines = linesOf(selling, buyer, at);
    const heavy = lines.some(({ product }) => product.category === "Tables & desks" || product.category === "Storage");
    const options = shop.shippingOptions.filter(({ regionId }) => regionId === region.id);
    const shipping = (heavy ? options[1] : options[0]) ?? options[0];
    if (shipping === undefined) throw new Error("a region without shipping");
    const codes = codesOf(selling, buyer, groups, signedIn);
    const cart = prices.priced({ lines, codes, signedIn, groups, region, shipping, used: buyer.used, at });
    const sums = orderFromCart(cart);
    if (sums === null) throw new Error("a basket of the demo store cannot be ordered");

    const id = world.newId("order", at);
    const number = 1001 + result.fates.length;
    const placed = newOrderOf(
      { now: () => at, newId: (kind) => world.newId(kind, at) },
      {
        cart: { id: null, shippingAddress: place, billingAddress: null },
        region,
        lines: lines.map(({ id: lineId, product: { title, picture }, variant }) => ({
          line: { id: lineId },
          variant: { title, variantTitle: variant.title, sku: variant.sku, picture, stock: variant.stock },
        })),
      },
      sums,
      {
        id,
        number,
        customerId: life.customer.id,
        access: signedIn ? "account" : "guest",
        email: life.customer.email,
        payment: "awaiting",
        paymentKind: random.chance(0.75) ? "invoice" : "on_delivery",
      },
    );
    happened(
      world,
      at,
      { ...life.self, id: signedIn ? life.customer.id : null },
      {
        type: "order.placed",
        customerId: life.customer.id,
        orderId: id,
        data: { number, access: placed.order.access },
      },
    );
    const fate = fateOf(world, someoneAtTheDesk(world, team), placed);
    result.fates.push(fate);
    for (const { id: discountId } of fate.order.canceledAt === null ? sums.discounts : []) {
      prices.count(discountId, 1);
      const times = (buyer.used.get(discountId) ?? 0) + 1;
      buyer.used.set(discountId, times);
      const limited = book.discounts.some(
        ({ discount }) => discount.id === discountId && discount.perCustomerLimit !== null,
      );
      if (limited) result.uses.push({ discountId, customerId: life.customer.id, number: times, orderId: id });
    }
  }
  return result;
};
