import type { Database } from "@clientele/db";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { DomainError } from "@clientele/domain/errors";
import { ne } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { chunked } from "../src/chunked.ts";
import { countUpTo, keyset, pageOf, placeIn, type Order } from "../src/page.ts";

const times = ["2026-01-01T00:00:00.001Z", "2026-01-01T00:00:00.002Z", "2026-01-02T00:00:00.000Z"];

/** Thirty tags of which ten share each instant and each version, so that every order but the name's has ties. */
const tags = Array.from({ length: 30 }, (_, at) => ({
  id: `tag_${String((at * 7) % 30).padStart(2, "0")}`,
  name: `Tag ${at}`,
  nameKey: `${at % 2 === 0 ? "é" : "z"}${String(at).padStart(2, "0")}`,
  colour: "slate" as const,
  createdAt: new Date(times[at % 3] ?? ""),
  updatedAt: new Date(times[0] ?? ""),
  version: at % 3,
}));

const given = (db: Database): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.insert(tx.tables.tags).values(tags);
  });

const ordersOf = ({ tables: { tags: t } }: Database): Order[] =>
  (["asc", "desc"] as const).flatMap((direction) => [
    { name: `name ${direction}`, by: t.nameKey, id: t.id, direction },
    { name: `created ${direction}`, by: t.createdAt, id: t.id, direction },
    { name: `version ${direction}`, by: t.version, id: t.id, direction },
  ]);

const valueOf = (order: Order, tag: (typeof tags)[number]): string | number | Date => {
  if (order.name.startsWith("name")) return tag.nameKey;
  return order.name.startsWith("created") ? tag.createdAt : tag.version;
};

/** What a store's `list…` does. */
const list = async (db: Database, order: Order, limit: number, cursor: string | null) => {
  const place = placeIn(order, cursor ?? undefined);
  const { where, orderBy } = keyset(order, place);
  const rows = await db
    .select()
    .from(db.tables.tags)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit + 1);
  return pageOf(rows, limit, order, place, (row) => ({
    value: valueOf(order, { ...row, colour: "slate" }),
    id: row.id,
  }));
};

const sorted = (order: Order): string[] => {
  const sign = order.direction === "asc" ? 1 : -1;
  const compare = (a: string | number | Date, b: string | number | Date): number => (a < b ? -1 : a > b ? 1 : 0);
  return tags
    .toSorted((a, b) => sign * (compare(valueOf(order, a), valueOf(order, b)) || compare(a.id, b.id)))
    .map(({ id }) => id);
};

eachDatabase((_name, open) => {
  test("walking forth and back meets every row once and in order, whatever ties there are", async () => {
    const db = await open();
    await given(db);
    for (const order of ordersOf(db)) {
      for (const limit of [1, 7, 10, 30, 40]) {
        const forth: string[][] = [];
        let page = await list(db, order, limit, null);
        expect(page.prevCursor).toBeNull();
        forth.push(page.items.map(({ id }) => id));
        while (page.nextCursor !== null) {
          page = await list(db, order, limit, page.nextCursor);
          forth.push(page.items.map(({ id }) => id));
        }
        expect(forth.flat()).toEqual(sorted(order));
        const back = [forth.at(-1) ?? []];
        while (page.prevCursor !== null) {
          page = await list(db, order, limit, page.prevCursor);
          back.unshift(page.items.map(({ id }) => id));
        }
        expect(back).toEqual(forth);
      }
    }
  });

  test("a row added before the place is not met, and none is met twice", async () => {
    const db = await open();
    await given(db);
    const [order] = ordersOf(db);
    if (order === undefined) throw new Error("no order");
    const first = await list(db, order, 10, null);
    const [sample] = tags;
    if (sample === undefined) throw new Error("no tag");
    await db.transaction(async (tx) => {
      await tx.insert(tx.tables.tags).values({ ...sample, id: "tag_new", name: "new", nameKey: "a" });
    });
    const second = await list(db, order, 10, first.nextCursor);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(sorted(order).slice(0, 20));
  });

  test("a total is counted to its cap", async () => {
    const db = await open();
    await given(db);
    const { tags: t } = db.tables;
    const some = () => db.select({ id: t.id }).from(t).where(ne(t.version, 0));
    expect(await countUpTo(db, some())).toEqual({ count: 20, capped: false });
    expect(await countUpTo(db, some(), 20)).toEqual({ count: 20, capped: false });
    expect(await countUpTo(db, some(), 19)).toEqual({ count: 19, capped: true });
  });

  test("a cursor that is not of this list is a problem of its field", async () => {
    const db = await open();
    await given(db);
    const [byName, byTime] = ordersOf(db);
    if (byName === undefined || byTime === undefined) throw new Error("no order");
    const { nextCursor } = await list(db, byName, 5, null);
    const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const wrong = [
      "",
      "%%%",
      "bnVsbA",
      nextCursor ?? "",
      forged([byTime.name, "after", "2026", "tag_00"]),
      forged([byTime.name, "beside", 1, "tag_00"]),
      forged([byTime.name, "after", 8.64e15 + 1, "tag_00"]),
      forged([byTime.name, "after", 1, "tag_00", "more"]),
      forged([byTime.name, "after", 1, { id: "tag_00" }]),
    ];
    for (const cursor of wrong) {
      const failure = await list(db, byTime, 5, cursor).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(DomainError);
      expect(failure).toMatchObject({ code: "input.invalid", fields: { cursor: { code: "field.cursor" } } });
    }
  });
});

describe("chunked", () => {
  test("splits so that no statement has more than 5000 parameters, and loses nothing", () => {
    const items = Array.from({ length: 12_001 }, (_, at) => at);
    const runs = [...chunked(items, 3)];
    expect(runs.flat()).toEqual(items);
    expect(Math.max(...runs.map(({ length }) => length))).toBe(1666);
    expect([...chunked([])]).toEqual([]);
  });
});
