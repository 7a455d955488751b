import { createHash } from "node:crypto";
import type { Reader, Tx } from "@clientele/db";
import { findKeyedCall, insertKeyedCall } from "@clientele/db/idempotency";
import { DomainError } from "@clientele/domain/errors";
import type { Services } from "./context.ts";

interface KeyedCall {
  /** The procedure's path with its door. */
  procedure: string;
  /** Whose key it is: another caller with the same key meets nothing of it. */
  actor: string;
  key: string | undefined;
  input: unknown;
}

// Keys in order, so that the same input is the same text whatever order it came in.
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const digest = (...parts: string[]): string => createHash("sha256").update(parts.join("\n")).digest("base64url");

const storedKey = ({ procedure, actor }: KeyedCall, key: string): string => digest(procedure, actor, key);
const hashOf = ({ input }: KeyedCall): string => digest(JSON.stringify(input, inOrder) ?? "");

/** What an earlier call under the same key made, or null; a different input under it is refused (R4). */
export const madeBefore = async (db: Reader, call: KeyedCall): Promise<string | null> => {
  if (call.key === undefined) return null;
  const earlier = await findKeyedCall(db, storedKey(call, call.key));
  if (earlier !== null && earlier.inputHash !== hashOf(call)) throw new DomainError("request.key_reused");
  return earlier?.resultId ?? null;
};

/**
 * Makes something once for each key: a repeated call answers the id of what the first one made, in the same transaction as
 * the making, and a different input under the same key is refused (R4). Without a key it is simply made.
 */
export const once = async (
  tx: Tx,
  ctx: Pick<Services, "now">,
  call: KeyedCall,
  make: () => Promise<string>,
): Promise<string> => {
  if (call.key === undefined) return make();
  const earlier = await madeBefore(tx, call);
  if (earlier !== null) return earlier;
  const resultId = await make();
  const key = storedKey(call, call.key);
  await insertKeyedCall(tx, { key, inputHash: hashOf(call), resultId, createdAt: ctx.now() });
  return resultId;
};
