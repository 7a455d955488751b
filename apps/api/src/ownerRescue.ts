import { migrateDatabase } from "@clientele/db/migrate";
import { openDatabase } from "@clientele/db/open";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { keptSecret, openDataFolder } from "./dataFolder.ts";
import { readEnv } from "./env.ts";
import { logTo } from "./log.ts";
import { reasonOf } from "./reason.ts";
import { root } from "./root.ts";
import { servicesOf } from "./services.ts";
import { rescueOwner } from "./staff/rescueOwner.ts";

// The command `npm run owner:rescue`, for whoever has the machine itself: `--email` names one of several owners,
// `--without-totp` takes the second factor off too.
const run = async (): Promise<void> => {
  process.umask(0o077);
  const { values } = parseArgs({ options: { email: { type: "string" }, "without-totp": { type: "boolean" } } });
  const env = readEnv(root);
  openDataFolder(env.dataDir);
  await migrateDatabase(env.databaseUrl, { root, migrations: join(root, "packages/db/migrations") });
  // Beside a running server, which keeps the file for itself as a server but lets short commands write.
  const db = await openDatabase(env.databaseUrl, { root });
  try {
    const services = servicesOf({
      db,
      now: () => new Date(),
      secret: env.secret ?? keptSecret(env.dataDir),
      log: logTo(process.stderr, { level: "warn", pretty: true }),
      realMail: false,
      wakeMail: () => {},
    });
    const origins = { shop: env.shop.origin, admin: env.admin.origin };
    const choice = { email: values.email, withoutTotp: values["without-totp"] === true };
    const { email, link } = await rescueOwner(services, origins, choice);
    process.stdout.write(`A new password for ${email}, once and for 60 minutes:\n${link}\n`);
  } finally {
    await db.close();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
});
