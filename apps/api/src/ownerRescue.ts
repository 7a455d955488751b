import { parseArgs } from "node:util";
import { commandServices, runCommand, withDatabase } from "./command.ts";
import { rescueOwner } from "./staff/rescueOwner.ts";

// The command `npm run owner:rescue`, for whoever has the machine itself: `--email` names one of several owners,
// `--without-totp` takes the second factor off too.
runCommand(async (env) => {
  const { values } = parseArgs({ options: { email: { type: "string" }, "without-totp": { type: "boolean" } } });
  const origins = { shop: env.shop.origin, admin: env.admin.origin };
  const choice = { email: values.email, withoutTotp: values["without-totp"] === true };
  await withDatabase(env, async (db) => {
    const { email, link } = await rescueOwner(commandServices(env, db), origins, choice);
    process.stdout.write(`A new password for ${email}, once and for 60 minutes:\n${link}\n`);
  });
});
