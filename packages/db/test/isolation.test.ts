import type { Reader, Tx } from "@clientele/db";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { alone } from "../src/dialect.ts";
import { DatabaseBusy, violationOf } from "../src/failures.ts";
import { hot } from "../src/hot.ts";
import { assertOutsideTransaction, InsideTransaction } from "../src/transactionScope.ts";
import { givenStore, increment, store, versionOf } from "./settings.ts";

eachDatabase((name, open) => {
  test("a row is read back as it was written", async () => {
    const db = await open();
    await givenStore(db);
    expect(await db.select().from(db.tables.settings)).toEqual([store]);
  });

  test("50 concurrent read-then-write increments give 50", async () => {
    const db = await open({ patience: 20_000 });
    await givenStore(db);
    await Promise.all(Array.from({ length: 50 }, () => db.transaction(increment)));
    expect(await versionOf(db)).toBe(50);
  });

  test("a counter that every request writes does not conflict when it runs alone", async () => {
    const db = await open();
    await givenStore(db);
    const { settings } = db.tables;
    let tries = 0;
    const count = (): Promise<void> =>
      alone(db, async (tx) => {
        tries += 1;
        await tx.update(settings).set({ version: sql`${settings.version} + 1` });
      });
    await Promise.all(Array.from({ length: 50 }, count));
    expect(await versionOf(db)).toBe(50);
    expect(tries).toBe(50);
  });

  test("what was written before an error is undone", async () => {
    const db = await open();
    await givenStore(db);
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
    await givenStore(db);
    let written = (): void => {};
    const seen = new Promise<void>((resolve) => (written = resolve)).then(() => versionOf(db));
    await db.transaction(async (tx) => {
      await increment(tx);
      written();
      expect(await seen).toBe(0);
      expect(await versionOf(tx)).toBe(1);
    });
  });

  test("effects run after the commit, and never without one", async () => {
    const db = await open();
    await givenStore(db);
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
    await givenStore(db);
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
    await givenStore(db);
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
    await givenStore(db);
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
    await givenStore(db);
    const leaked = await db.transaction(async (tx) => ({ tx }));
    await expect(increment(leaked.tx)).rejects.toThrow();
    await expect(leaked.tx.update(leaked.tx.tables.settings).set({ version: 9 })).rejects.toThrow();
    expect(await versionOf(db)).toBe(0);
  });

  test("an error of a statement that was swallowed is not taken for a success", async () => {
    const db = await open();
    await givenStore(db);
    const work = db.transaction(async (tx) => {
      await increment(tx);
      await tx
        .insert(tx.tables.settings)
        .values(store)
        .catch(() => {});
    });
    if (name === "postgres") await expect(work).rejects.toThrow("was not passed on");
    else await work;
    expect(await versionOf(db)).toBe(name === "postgres" ? 0 : 1);
  });

  test("whoever gives up is told that the database is busy, and has changed nothing", async () => {
    // As long as a busy machine may need for a connection, and far less than so many that meet would take.
    const db = await open({ patience: 500 });
    await givenStore(db);
    const results = await Promise.allSettled(Array.from({ length: 200 }, () => db.transaction(increment)));
    const refused = results.filter((result) => result.status === "rejected");
    for (const { reason } of refused) expect(reason).toBeInstanceOf(DatabaseBusy);
    expect(await versionOf(db)).toBe(200 - refused.length);
  });

  test("a hot read sees what is committed, and inside a transaction what it wrote", async () => {
    const db = await open();
    await givenStore(db);
    const version = hot("version_by_id", ({ select, tables: { settings } }) =>
      select({ version: settings.version })
        .from(settings)
        .where(eq(settings.id, sql.placeholder("id"))),
    );
    const read = (reader: Reader, id: string) => version(reader).execute({ id });
    expect(await read(db, "store")).toEqual([{ version: 0 }]);
    await db.transaction(async (tx) => {
      await increment(tx);
      expect(await read(tx, "store")).toEqual([{ version: 1 }]);
    });
    expect(await read(db, "store")).toEqual([{ version: 1 }]);
    expect(await read(db, "other")).toEqual([]);
    await expect(db.transaction(() => read(db, "store"))).rejects.toThrow(InsideTransaction);
  });

  test("a violated rule has one shape", async () => {
    const db = await open();
    await givenStore(db);
    expect(await givenStore(db).catch(violationOf)).toEqual({
      kind: "unique",
      constraint: "settings_pkey",
      columns: ["settings.id"],
    });
    const tooLong = db.transaction(async (tx) => void (await tx.update(tx.tables.settings).set({ currency: "EURO" })));
    expect(await tooLong.then(() => null, violationOf)).toEqual({
      kind: "check",
      constraint: "settings_currency_length",
      columns: [],
    });
    expect(violationOf(new Error("something else"))).toBeNull();
  });
});
