import { openDatabase } from "@clientele/db/open";
import { commandServices, runCommand } from "./command.ts";
import { fillDemo } from "./demo/fillDemo.ts";
import { root } from "./root.ts";

// What a demo's first start runs beside itself: invents the store and puts it into the empty database, so that the
// memory this takes is given back and the server stays as small as at every later start.
runCommand(async (env) => {
  if (env.mode !== "demo") throw new Error("only a demo is filled, never a store of your own");
  // The server is gone: nobody would look at what is filled. It watches, and is no reason to stay.
  process.once("disconnect", () => process.exit(1));
  process.channel?.unref();
  // Beside the server that waits for it, which keeps the file for itself as a server but lets short commands write.
  const db = await openDatabase(env.databaseUrl, { root, connections: 2 });
  try {
    await fillDemo(commandServices(env, db), { dataDir: env.dataDir });
  } finally {
    await db.close();
  }
});
