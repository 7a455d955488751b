import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// `pnpm db:generate <name> [--custom]` writes one migration of the same name for both databases.
const [name, ...rest] = process.argv.slice(2).filter((argument) => argument !== "--");
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("usage: pnpm db:generate <name_in_snake_case> [--custom]");
  process.exit(1);
}

const here = fileURLToPath(new URL(".", import.meta.url));
for (const dialect of ["postgres", "sqlite"]) {
  const config = `drizzle.${dialect}.config.ts`;
  const kit = "node_modules/drizzle-kit/bin.cjs";
  const result = spawnSync(process.execPath, [kit, "generate", "--config", config, "--name", name, ...rest], {
    cwd: here,
    stdio: "inherit",
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
