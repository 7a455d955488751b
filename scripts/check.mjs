// pnpm check: everything that looks at the sources without running them.
import { SetupError, install, stopWithChildren } from "./bootstrap.mjs";
import { checks, runSteps } from "./steps.mjs";

stopWithChildren();
try {
  const { failed } = await runSteps(checks(), await install());
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
