import { ensureRegion } from "./catalogue/firstRegion.ts";
import type { Services } from "./context.ts";
import { demoSignIns, type PrintedSignIns } from "./demo/demoStart.ts";
import type { Env } from "./env.ts";
import { ensureSettings } from "./settings/store.ts";
import { firstOwnerToken } from "./staff/setup.ts";

export interface Started {
  /** The way to the first owner, anew at each start until there is one. */
  firstOwnerLink: string | null;
  /** How to enter the demo store; null in every other mode. */
  demo: PrintedSignIns | null;
}

/**
 * What must be there before the first visitor: the store's settings, a region to sell in and a way to its first owner, or else the demo store
 * with an owner of its own, which is only ever put into an empty database.
 */
export const firstStart = async (services: Services, env: Env, fillDemo: () => Promise<void>): Promise<Started> => {
  const demo = env.mode === "demo" ? await demoSignIns(services.db, env.dataDir, fillDemo) : null;
  await ensureSettings(services.db, services.now());
  await ensureRegion(services);
  const token = await firstOwnerToken(services);
  return { firstOwnerLink: token === null ? null : `${env.admin.origin}/first-owner#token=${token}`, demo };
};
