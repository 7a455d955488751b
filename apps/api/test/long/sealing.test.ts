import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { brokenSeal, sealEvents } from "../../src/seal.ts";
import { recordEvent } from "../../src/events.ts";
import { harness } from "../caller.ts";

const rounds = 100;
const eachRound = 50;

eachDatabase((_name, open) => {
  it(
    "the chain holds over thousands of events that were written while it was sealed (AUD-2)",
    {
      timeout: 600_000,
    },
    async () => {
      const { db, services } = await harness(await open({ patience: 30_000 }));
      let sealed = 0;
      for (let round = 0; round < rounds; round += 1) {
        const writing = Array.from({ length: eachRound }, () =>
          db.transaction((tx) => recordEvent(tx, services, { type: "tag.updated", data: { round } })),
        );
        const [count] = await Promise.all([sealEvents(db), ...writing]);
        sealed += count;
      }
      sealed += await sealEvents(db);
      expect(sealed).toBe(rounds * eachRound);
      expect(await brokenSeal(db)).toBeNull();
      const { events } = db.tables;
      await db.transaction((tx) => tx.update(events).set({ data: { round: -1 } }));
      expect(await brokenSeal(db)).toBe(1);
    },
  );
});
