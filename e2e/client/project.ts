import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");
const examples = path.join(root, "docs/api/examples");

/** A project of somebody else's, far from this workspace, that has installed the packed client. */
export interface Project {
  folder: string;
  /** Runs an installed program inside a folder of the project; answers its exit code and all it printed. */
  run(within: string, program: string, ...words: string[]): { code: number | null; printed: string };
  /** Every declaration of the installed client, by path. */
  declarations(): Map<string, string>;
  remove(): void;
}

const pnpm = (folder: string, ...words: string[]): string => {
  const { status, stdout, stderr } = spawnSync("pnpm", words, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`pnpm ${words.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout;
};

/** The versions that this workspace itself is built with. */
const versionOf = (name: string): string => {
  const catalog = readFileSync(path.join(root, "pnpm-workspace.yaml"), "utf8");
  const version = new RegExp(`^ {2}"?${name.replaceAll("/", "\\/")}"?: (\\S+)$`, "m").exec(catalog)?.[1];
  if (version === undefined) throw new Error(`${name} stands in no catalog`);
  return version;
};

/** Packs the client, installs the tarball in a new project and puts the examples of the guide beside it. */
export const newProject = (): Project => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "clientele-consumer-")));
  try {
    return projectIn(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
};

const projectIn = (folder: string): Project => {
  pnpm(path.join(root, "packages/client"), "pack", "--pack-destination", folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  const names = ["@trpc/client", "@trpc/server", "@types/node", "typescript", "vite"];
  const dependencies = Object.fromEntries(names.map((name) => [name, versionOf(name)]));
  writeFileSync(
    path.join(folder, "package.json"),
    JSON.stringify({
      name: "consumer",
      private: true,
      type: "module",
      dependencies: { ...dependencies, "@clientele/client": `file:./${tarball}` },
      pnpm: { ignoredBuiltDependencies: ["esbuild"] },
    }),
  );
  pnpm(folder, "install", "--ignore-workspace", "--prefer-offline");
  cpSync(examples, folder, { recursive: true });
  mkdirSync(path.join(folder, "consumer"));
  cpSync(path.join(import.meta.dirname, "consumer"), path.join(folder, "consumer"), { recursive: true });
  const installed = path.join(folder, "node_modules/@clientele/client/dist");
  return {
    folder,
    run: (within, program, ...words) => {
      const command = path.join(folder, "node_modules/.bin", program);
      const { status, stdout, stderr } = spawnSync(command, words, {
        cwd: path.join(folder, within),
        encoding: "utf8",
      });
      return { code: status, printed: `${stdout}${stderr}` };
    },
    declarations: () =>
      new Map(
        readdirSync(installed, { recursive: true, encoding: "utf8" })
          .filter((name) => name.endsWith(".d.ts"))
          .map((name) => [name, readFileSync(path.join(installed, name), "utf8")]),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Table and column names as the database knows them, of those that no other word looks like. */
export const storedNames = (): string[] => {
  const folder = path.join(root, "packages/db/migrations/sqlite");
  const statements = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
  const quoted = statements.join("\n").match(/[`"]([a-z]+(?:_[a-z0-9]+)+)[`"]/g) ?? [];
  return [...new Set(quoted.map((name) => name.slice(1, -1)))];
};
