import { createHash } from "node:crypto";
import type { Tx } from "@clientele/db";
import { noteDevice } from "@clientele/db/staff/devices";
import type { Caller, Services } from "../context.ts";

/** Remembers the browser and network of the caller as one of this person's; true when it was not known before. */
export const noteBrowser = (
  tx: Tx,
  ctx: Pick<Services, "now"> & { caller: Pick<Caller, "device" | "place"> },
  staffId: string,
): Promise<boolean> => {
  const { device, place } = ctx.caller;
  const hash = createHash("sha256")
    .update(`clientele device\n${device ?? ""}\n${place ?? ""}`)
    .digest("base64url");
  return noteDevice(tx, staffId, hash, ctx.now());
};
