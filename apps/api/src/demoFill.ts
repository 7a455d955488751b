import { openDatabase } from "@clientele/db/open";
import { fillDemo } from "./demo/fillDemo.ts";
import { keptSecret } from "./dataFolder.ts";
import { readEnv } from "./env.ts";
import { logTo } from "./log.ts";
import { reasonOf } from "./reason.ts";
import { root } from "./root.ts";
import { servicesOf } from "./services.ts";

// What a demo's first start runs beside itself: invents the store and puts it into the empty database, so that the
// memory this takes is given back and the server stays as small as at every later start.
const run = async (): Promise<void> => {
  process.umask(0o077);
  const env = readEnv(root);
  if (env.mode !== "demo") throw new Error("only a demo is filled, never a store of your own");
  // The server is gone: nobody would look at what is filled. It watches, and is no reason to stay.
  process.once("disconnect", () => process.exit(1));
  process.channel?.unref();
  // Beside the server that waits for it, which keeps the file for itself as a server but lets short commands write.
  const db = await openDatabase(env.databaseUrl, { root, connections: 2 });
  try {
    const services = servicesOf({
      db,
      now: () => new Date(),
      secret: env.secret ?? keptSecret(env.dataDir),
      log: logTo(process.stderr, { level: "warn", pretty: true }),
      realMail: false,
      wakeMail: () => {},
    });
    await fillDemo(services, { dataDir: env.dataDir });
  } finally {
    await db.close();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
});
