import { parseArgs } from "node:util";
import { runCommand, withDatabase } from "./command.ts";
import { rebuildAllFigures } from "./orders/rebuildFigures.ts";

// The command `npm run figures:rebuild`: counts the figures of all customers from their orders anew. With `--check` it
// writes nothing, names every difference, and fails when there is one.
runCommand(async (env) => {
  const { values } = parseArgs({ options: { check: { type: "boolean" } } });
  const isCheck = values.check === true;
  await withDatabase(env, async (db) => {
    const { customers, differences } = await rebuildAllFigures(db, {
      correct: !isCheck,
      tell: (line) => process.stdout.write(`${line}\n`),
    });
    const verdict =
      differences === 0 ? "all as counted" : `${differences} not as counted${isCheck ? "" : ", corrected"}`;
    process.stdout.write(`The figures of ${customers} customers: ${verdict}.\n`);
    if (isCheck && differences > 0) process.exitCode = 1;
  });
});
