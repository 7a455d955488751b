import { type Customer, searchTerms, searchWords, sortKey } from "@clientele/domain/customers/customer";
import type { ListCustomers } from "@clientele/domain/customers/customerList";
import { clockAt } from "@clientele/testing/clock";
import { buildCustomer } from "@clientele/testing/customers";
import { testIds } from "@clientele/testing/ids";
import { inArray } from "drizzle-orm";
import { chunked } from "../src/chunked.ts";
import { insertCustomers } from "../src/customers/customers.ts";
import type { Database } from "../src/database.ts";
import { analyse } from "./explain.ts";

const newId = testIds();
/** The instant at which the store is asked. */
export const at = clockAt().now();

interface Ordered {
  orderCount: number;
  netSpent: number;
  lastOrderAt: Date;
}
const nothing: Ordered = { orderCount: 0, netSpent: 0, lastOrderAt: new Date(0) };
const ordered = new Map<string, Ordered>();

/** What the customer of the number has ordered: most a little, many nothing, and a few a lot. */
const orderedBy = (number: number): Ordered => {
  const orders = number % 120 === 7 ? 40 : number % 4;
  const lastOrderAt = new Date(at.getTime() - (orders === 40 ? 1 : 100 * orders) * 86_400_000);
  return orders === 0 ? nothing : { orderCount: orders, netSpent: orders * 1500, lastOrderAt };
};

/** A store in which the tag `Many` and the group `many` have more customers than a total counts, `Few` and `few` a few. */
export const givenStore = async (db: Database, size: number) => {
  const tag = (name: string) => ({ id: newId("tag"), name, nameKey: name.toLowerCase(), colour: "slate" as const });
  const many = tag("Many");
  const few = tag("Few");
  const dates = { createdAt: at, updatedAt: at, version: 1 };
  const group = (name: string) => ({
    id: newId("group"),
    name,
    nameKey: name,
    searchKey: name,
    description: "",
    colour: "blue" as const,
  });
  const groups = [group("many"), group("few")];
  const people = Array.from({ length: size }, (_, number): Customer => {
    const created = new Date(at.getTime() - ((number * 7919) % size) * 60_000);
    return buildCustomer(newId, {
      firstName: number % 97 === 0 ? "" : (["Ann", "Bob", "Émile", "zoe", ""][number % 5] ?? ""),
      lastName: number % 97 === 0 ? "" : number % 50 === 0 ? "Rare" : (["Müller", "Example", "Zola"][number % 3] ?? ""),
      email: number % 97 === 0 ? null : `customer${number}@example.com`,
      status: number % 97 === 0 ? "erased" : number % 90 === 1 ? "disabled" : "active",
      createdAt: created,
      updatedAt: new Date(created.getTime() + ((number * 31) % 500) * 1000),
    });
  });
  for (const [number, { id }] of people.entries()) ordered.set(id, orderedBy(number));
  const isFew = (number: number): boolean => number % 120 === 3 && number % 97 !== 0;
  // Who is erased has lost tags and memberships.
  const isMany = (number: number): boolean => number % 40 !== 0 && number % 97 !== 0;
  const membership = (customer: Customer, groupId: string, until: Date | null) => ({
    id: newId("membership"),
    groupId,
    customerId: customer.id,
    from: at,
    until,
    source: "staff" as const,
    reason: null,
    addedBy: null,
    addedAt: at,
    open: true,
    removedAt: null,
    removedBy: null,
    removalId: null,
  });
  const tomorrow = new Date(at.getTime() + 86_400_000);
  const [manyGroup = group(""), fewGroup = group("")] = groups;
  const tagRows = people.flatMap(({ id: customerId }, number) => [
    ...(isMany(number) ? [{ customerId, tagId: many.id }] : []),
    ...(isFew(number) ? [{ customerId, tagId: few.id }] : []),
  ]);
  const members = people.flatMap((customer, number) => [
    ...(isMany(number) ? [membership(customer, manyGroup.id, null)] : []),
    ...(isFew(number) ? [membership(customer, fewGroup.id, tomorrow)] : []),
  ]);
  await db.transaction(async (tx) => {
    await insertCustomers(tx, people);
    for (const orders of [1, 2, 3, 40]) {
      const buyers = people.flatMap(({ id }, number) => (orderedBy(number).orderCount === orders ? [id] : []));
      const first = people.findIndex((_, number) => orderedBy(number).orderCount === orders);
      for (const ids of chunked(buyers)) {
        await tx.update(tx.tables.customers).set(orderedBy(first)).where(inArray(tx.tables.customers.id, ids));
      }
    }
    await tx.insert(tx.tables.tags).values([many, few].map((row) => ({ ...row, ...dates })));
    await tx
      .insert(tx.tables.customerGroups)
      .values(groups.map((row) => ({ ...row, ...dates, kind: "manual" as const, metadata: {} })));
    for (const rows of chunked(tagRows, 2)) await tx.insert(tx.tables.customerTags).values(rows);
    for (const rows of chunked(members, 13)) await tx.insert(tx.tables.memberships).values(rows);
  });
  await analyse(db);
  const groupsOf = (number: number, now: Date): string[] => [
    ...(isMany(number) ? [manyGroup.id] : []),
    ...(isFew(number) && now < tomorrow ? [fewGroup.id] : []),
  ];
  const tagsOf = (number: number): string[] => [...(isMany(number) ? ["many"] : []), ...(isFew(number) ? ["few"] : [])];
  const meant = (input: ListCustomers, now: Date): Customer[] => {
    const terms = input.search === undefined ? [] : searchTerms(input.search);
    return people.filter(
      (person, number) =>
        (input.status === undefined ? person.status !== "erased" : input.status.includes(person.status)) &&
        (input.groupIds === undefined || input.groupIds.some((id) => groupsOf(number, now).includes(id))) &&
        (input.tags ?? []).every((name) => tagsOf(number).includes(name.toLowerCase())) &&
        isInRanges(input, orderedBy(number)) &&
        (input.search === person.email || terms.every((term) => searchWords(person).includes(` ${term}`))),
    );
  };
  return { people, groupIds: groups.map(({ id }) => id), meant, tomorrow };
};

const isInRanges = (input: ListCustomers, { orderCount, netSpent, lastOrderAt }: Ordered): boolean => {
  const last = lastOrderAt.toISOString();
  return (
    orderCount >= (input.ordersFrom ?? 0) &&
    orderCount <= (input.ordersTo ?? Infinity) &&
    netSpent >= (input.netSpentFrom ?? 0) &&
    netSpent <= (input.netSpentTo ?? Infinity) &&
    (input.lastOrderFrom === undefined || last >= input.lastOrderFrom) &&
    (input.lastOrderUntil === undefined || (orderCount > 0 && last < input.lastOrderUntil))
  );
};

const keyOf = (customer: Customer, sort: string): string | number => {
  if (sort.endsWith("name")) return sortKey(customer);
  if (sort.endsWith("email")) return customer.email ?? "";
  const { orderCount, netSpent, lastOrderAt } = ordered.get(customer.id) ?? nothing;
  if (sort.endsWith("orders")) return orderCount;
  if (sort.endsWith("netSpent")) return netSpent;
  if (sort.endsWith("lastOrder")) return lastOrderAt.getTime();
  return (sort.endsWith("createdAt") ? customer.createdAt : customer.updatedAt).getTime();
};

/** The ids as a list in that order shows them: by bytes, and by id where the keys are alike. */
export const sorted = (customers: Customer[], sort: string): string[] => {
  const bytes = (one: string | number, other: string | number): number =>
    typeof one === "number" || typeof other === "number"
      ? Number(one) - Number(other)
      : Buffer.compare(Buffer.from(one), Buffer.from(other));
  const rising = customers.toSorted(
    (one, other) => bytes(keyOf(one, sort), keyOf(other, sort)) || (one.id < other.id ? -1 : 1),
  );
  return (sort.startsWith("-") ? rising.toReversed() : rising).map(({ id }) => id);
};
