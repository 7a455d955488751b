import type { Services } from "./context.ts";
import type { Env } from "./env.ts";
import { ensureSettings } from "./settings/store.ts";
import { firstOwnerToken } from "./staff/setup.ts";

/**
 * What must be there before the first visitor: the store's settings and a way to its first owner. Answers that way's link,
 * anew at each start, until there is an owner.
 */
export const firstStart = async (services: Services, env: Env): Promise<{ firstOwnerLink: string | null }> => {
  await ensureSettings(services.db, services.now());
  const token = await firstOwnerToken(services);
  return { firstOwnerLink: token === null ? null : `${env.admin.origin}/first-owner#token=${token}` };
};
