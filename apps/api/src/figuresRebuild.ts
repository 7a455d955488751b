import { migrateDatabase } from "@clientele/db/migrate";
import { openDatabase } from "@clientele/db/open";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDataFolder } from "./dataFolder.ts";
import { readEnv } from "./env.ts";
import { rebuildAllFigures } from "./orders/rebuildFigures.ts";
import { reasonOf } from "./reason.ts";
import { root } from "./root.ts";

// The command `npm run figures:rebuild`: counts the figures of all customers from their orders anew. With `--check` it
// writes nothing, names every difference, and fails when there is one.
const run = async (): Promise<void> => {
  process.umask(0o077);
  const { values } = parseArgs({ options: { check: { type: "boolean" } } });
  const env = readEnv(root);
  openDataFolder(env.dataDir);
  await migrateDatabase(env.databaseUrl, { root, migrations: join(root, "packages/db/migrations") });
  // Beside a running server, which keeps the file for itself as a server but lets short commands write.
  const db = await openDatabase(env.databaseUrl, { root });
  try {
    const isCheck = values.check === true;
    const { customers, differences } = await rebuildAllFigures(db, {
      correct: !isCheck,
      tell: (line) => process.stdout.write(`${line}\n`),
    });
    const verdict =
      differences === 0 ? "all as counted" : `${differences} not as counted${isCheck ? "" : ", corrected"}`;
    process.stdout.write(`The figures of ${customers} customers: ${verdict}.\n`);
    if (isCheck && differences > 0) process.exitCode = 1;
  } finally {
    await db.close();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
});
