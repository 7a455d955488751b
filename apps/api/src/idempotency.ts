import { createHash } from "node:crypto";
import type { Tx } from "@clientele/db";
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

/**
 * Makes something once for each key: a repeated call answers the id of what the first one made, in the same transaction as
 * the making, and a different input under the same key is refused (R4). Without a key it is simply made.
 */
export const once = async (
  tx: Tx,
  ctx: Pick<Services, "now">,
  { procedure, actor, key, input }: KeyedCall,
  make: () => Promise<string>,
): Promise<string> => {
  if (key === undefined) return make();
  const stored = digest(procedure, actor, key);
  const inputHash = digest(JSON.stringify(input, inOrder) ?? "");
  const earlier = await findKeyedCall(tx, stored);
  if (earlier !== null) {
    if (earlier.inputHash !== inputHash) throw new DomainError("request.key_reused");
    return earlier.resultId;
  }
  const resultId = await make();
  await insertKeyedCall(tx, { key: stored, inputHash, resultId, createdAt: ctx.now() });
  return resultId;
};
