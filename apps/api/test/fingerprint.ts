import type { Database } from "@clientele/db";
import { createHash } from "node:crypto";

/** What may move without anything having been done: counted tries, and how long a session that was used still lasts. */
const restless: Record<string, readonly string[] | "all"> = {
  throttles: "all",
  customerSessions: ["lastUsedAt", "expiresAt"],
  staffSessions: ["lastUsedAt", "expiresAt"],
};

/** A hash by table over every row, so that a refused call can be shown to have changed nothing. */
export const fingerprint = async (db: Database): Promise<Record<string, string>> => {
  const hashes: Record<string, string> = {};
  for (const [name, table] of Object.entries(db.tables)) {
    const left = restless[name] ?? [];
    if (left === "all") continue;
    const rows: Record<string, unknown>[] = await db.select().from(table);
    const lines = rows.map((row) => JSON.stringify(row, (key, value: unknown) => (left.includes(key) ? 0 : value)));
    hashes[name] = createHash("sha256").update(lines.sort().join("\n")).digest("hex");
  }
  return hashes;
};
