import type { Tx } from "../database.ts";

/** Remembers a browser and network by their hash; true when they were not known before. */
export const noteDevice = async (tx: Tx, staffId: string, deviceHash: string, at: Date): Promise<boolean> => {
  const noted = await tx
    .insert(tx.tables.staffDevices)
    .values({ staffId, deviceHash, firstSeenAt: at })
    .onConflictDoNothing()
    .returning({ staffId: tx.tables.staffDevices.staffId });
  return noted.length === 1;
};
