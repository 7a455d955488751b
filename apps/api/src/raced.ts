import { violationOf } from "@clientele/db/failures";

const attempts = 5;

/**
 * Runs a transaction anew when another one made the same row at the same time. Serializable transactions of PostgreSQL
 * may meet the unique rule although each looked first; the next look sees the other's row and decides with it. SQLite
 * writes one after the other and never comes here.
 */
export const againAfterRace = async <T>(constraints: readonly string[], work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const constraint = violationOf(error)?.constraint ?? null;
      if (attempt === attempts || constraint === null || !constraints.includes(constraint)) throw error;
    }
  }
};
