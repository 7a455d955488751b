import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Database, Reader } from "@clientele/db";
import {
  findLastSeal,
  listSealed,
  listUnsealed,
  type Seal,
  type SealedEvent,
  sealEvent,
} from "@clientele/db/events/events";

const batch = 100;
const beginning: Seal = { number: 0, hash: "" };

// Keys in order: one database keeps the order in which data was written, the other does not.
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** The seal of an event that follows another in the chain. */
const sealOf = (before: Seal, event: SealedEvent): Seal => {
  const number = before.number + 1;
  const text = JSON.stringify([before.hash, number, { ...event, at: event.at.getTime() }], inOrder);
  return { number, hash: createHash("sha256").update(text).digest("base64url") };
};

/**
 * Chains what has been written since the last time, so that a row that is changed or taken out later shows (AUD-2). It
 * happens afterwards, because no use case may write a row that all use cases write (`house` 4.6).
 */
export const sealEvents = async (db: Database): Promise<number> => {
  let sealed = 0;
  for (;;) {
    const count = await db.transaction(async (tx) => {
      const events = await listUnsealed(tx, batch);
      let last = (await findLastSeal(tx)) ?? beginning;
      for (const event of events) {
        last = sealOf(last, event);
        await sealEvent(tx, event.id, last);
      }
      return events.length;
    });
    sealed += count;
    if (count < batch) return sealed;
    // SQLite answers at once: without this a long stretch keeps everybody waiting.
    await setImmediate();
  }
};

/** The number of the first seal that does not fit its event or its place, or null when the whole chain holds. */
export const brokenSeal = async (db: Reader): Promise<number | null> => {
  let last = beginning;
  for (;;) {
    const stretch = await listSealed(db, last.number, batch);
    for (const { event, seal } of stretch) {
      const right = sealOf(last, event);
      if (seal.number !== right.number || seal.hash !== right.hash) return right.number;
      last = seal;
    }
    if (stretch.length < batch) return null;
    await setImmediate();
  }
};
