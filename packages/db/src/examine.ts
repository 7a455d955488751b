import type { Database } from "./database.ts";
import { ownOf, type Examination } from "./dialect.ts";

/**
 * Looks at the whole database before it is served: damaged pages and rows without their parent on SQLite, the settings
 * that make a commit durable on PostgreSQL. Throws what it finds.
 */
export const examine = async (database: Database, options: Examination): Promise<void> => {
  await ownOf(database).examine?.(options);
};
