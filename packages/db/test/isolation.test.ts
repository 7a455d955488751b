import type { Database, Tx } from "@clientele/db";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { eq } from "drizzle-orm";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { alone, dialectOf } from "../src/dialect.ts";
import { DatabaseBusy, violationOf } from "../src/failures.ts";
import { assertOutsideTransaction, InsideTransaction } from "../src/transactionScope.ts";

const store = {
  id: "store",
  name: "Birch & Sons",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  locale: "de-DE",
  privacyPolicy: "",
  termsPolicy: "",
  returnsPolicy: "",
  version: 0,
  updatedAt: new Date("2026-03-02T09:00:00.123Z"),
};

const given = async (db: Database): Promise<void> =>
  db.transaction(async (tx) => void (await tx.insert(tx.tables.settings).values(store)));

const versionOf = async (reader: Database | Tx): Promise<number> => {
  const [row] = await reader.select({ version: reader.tables.settings.version }).from(reader.tables.settings);
  if (row === undefined) throw new Error("no settings");
  return row.version;
};

const increment = async (tx: Tx): Promise<void> => {
  const version = await versionOf(tx);
  await tx
    .update(tx.tables.settings)
    .set({ version: version + 1 })
    .where(eq(tx.tables.settings.id, "store"));
};

eachDatabase((name, open) => {
  test("a row is read back as it was written", async () => {
    const db = await open();
    await given(db);
    expect(await db.select().from(db.tables.settings)).toEqual([store]);
  });

  test("50 concurrent read-then-write increments give 50", async () => {
    const db = await open({ patience: 20_000 });
    await given(db);
    await Promise.all(Array.from({ length: 50 }, () => db.transaction(increment)));
    expect(await versionOf(db)).toBe(50);
  });

  test("a counter that every request writes does not conflict when it runs alone", async () => {
    const db = await open();
    await given(db);
    let tries = 0;
    const { settings } = db.tables;
    await Promise.all(
      Array.from({ length: 50 }, () =>
        alone(db, async (tx) => {
          tries += 1;
          await tx.update(settings).set({ version: (await import("drizzle-orm")).sql`${settings.version} + 1` });
        }),
      ),
    );
    expect(await versionOf(db)).toBe(50);
    expect(tries).toBe(50);
  });

  test("what was written before an error is undone", async () => {
    const db = await open();
    await given(db);
    const work = db.transaction(async (tx) => {
      await increment(tx);
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(await versionOf(db)).toBe(0);
    await db.transaction(increment);
    expect(await versionOf(db)).toBe(1);
  });

  test("an open transaction is not seen from outside", async () => {
    const db = await open();
    await given(db);
    const outside = versionOf.bind(null, db);
    const asked = Promise.withResolvers<void>();
    const seen = asked.promise.then(outside);
    await db.transaction(async (tx) => {
      await increment(tx);
      asked.resolve();
      await wait(50);
      expect(await versionOf(tx)).toBe(1);
    });
    expect(await seen).toBe(0);
  });

  test("effects run after the commit, and never without one", async () => {
    const db = await open();
    await given(db);
    const told: string[] = [];
    await db.transaction(async (tx) => {
      tx.afterCommit(async () => void told.push(`version ${await versionOf(db)}`));
      await increment(tx);
    });
    expect(told).toEqual(["version 1"]);
    const refused = db.transaction(async (tx) => {
      tx.afterCommit(async () => void told.push("never"));
      throw new Error("no");
    });
    await expect(refused).rejects.toThrow("no");
    expect(told).toEqual(["version 1"]);
  });

  test("each effect runs once when transactions had to be tried again", async () => {
    const db = await open({ patience: 20_000 });
    await given(db);
    let effects = 0;
    const work = async (tx: Tx): Promise<void> => {
      tx.afterCommit(async () => void (effects += 1));
      await increment(tx);
    };
    await Promise.all(Array.from({ length: 20 }, () => db.transaction(work)));
    expect(effects).toBe(20);
  });

  test("an effect that fails is reported and the transaction stands", async () => {
    const reported: unknown[] = [];
    const db = await open({ report: (error) => reported.push(error) });
    await given(db);
    const failure = new Error("the worker is asleep");
    await db.transaction(async (tx) => {
      tx.afterCommit(() => Promise.reject(failure));
      await increment(tx);
    });
    expect(reported).toEqual([failure]);
    expect(await versionOf(db)).toBe(1);
  });

  test("a transaction, a foreign read and a hash inside of a transaction are refused", async () => {
    const db = await open();
    await given(db);
    await expect(db.transaction(() => db.transaction(increment))).rejects.toThrow(InsideTransaction);
    await expect(db.transaction(() => versionOf(db))).rejects.toThrow(InsideTransaction);
    await expect(db.transaction(() => alone(db, increment))).rejects.toThrow(InsideTransaction);
    await expect(db.transaction(async () => assertOutsideTransaction("hashing"))).rejects.toThrow("hashing must not");
    await db.transaction(increment);
    assertOutsideTransaction("hashing");
    expect(await versionOf(db)).toBe(1);
  });

  test("a statement sent after its transaction has ended is refused", async () => {
    const db = await open();
    await given(db);
    const leaked = await db.transaction(async (tx) => ({ tx }));
    await expect(increment(leaked.tx)).rejects.toThrow();
    expect(await versionOf(db)).toBe(0);
  });

  test("a transaction whose failed statement was swallowed keeps its meaning", async () => {
    const db = await open();
    await given(db);
    const work = db.transaction(async (tx) => {
      await tx
        .insert(tx.tables.settings)
        .values(store)
        .catch(() => {});
    });
    if (name === "postgres") await expect(work).rejects.toThrow("was not passed on");
    else await work;
    expect(await versionOf(db)).toBe(0);
  });

  test("a violated rule has one shape", async () => {
    const db = await open();
    await given(db);
    const twice = await given(db).catch(violationOf);
    expect(twice).toEqual({ kind: "unique", constraint: "settings_pkey", columns: ["settings.id"] });
    const other = await db
      .transaction(async (tx) => void (await tx.update(tx.tables.settings).set({ currency: "EURO" })))
      .catch(violationOf);
    expect(other).toEqual({ kind: "check", constraint: "settings_currency_length", columns: [] });
    expect(violationOf(new Error("something else"))).toBeNull();
  });

  test("text is ordered by bytes", async () => {
    const db = await open();
    const words = ["Zoe", "ann", "Émile", "bob"];
    const { sql } = await import("drizzle-orm");
    const own = dialectOf(db);
    const collation = own.name === "postgres" ? sql.raw('collate "C"') : sql.raw("");
    const rows = await own.rows(
      sql`select word ${collation} as word from (${sql.join(
        words.map((word) => sql`select ${word} as word`),
        sql` union all `,
      )}) as words order by 1`,
    );
    expect(rows.map(({ word }) => word)).toEqual(["Zoe", "ann", "bob", "Émile"]);
  });
});

describe("sqlite", () => {
  eachDatabase((name, open) => {
    if (name !== "sqlite") return;
    test("a write outside of a transaction is refused by the database", async () => {
      const db = await open();
      const { sql } = await import("drizzle-orm");
      await expect(dialectOf(db).rows(sql`delete from settings returning id`)).rejects.toThrow(/readonly/);
    });
  });
});

test("the types are in place", () => {
  expect(spawn).toBeTypeOf("function");
  expect(once).toBeTypeOf("function");
  expect(DatabaseBusy).toBeTypeOf("function");
});
