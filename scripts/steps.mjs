import { readFileSync } from "node:fs";
import path from "node:path";
import { root, run, tool } from "./bootstrap.mjs";

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 */

/** @type {Step} */
export const build = {
  name: "build",
  command: tool("turbo"),
  args: ["run", "build", "--output-logs", "errors-only"],
};

/**
 * The checks that look at the sources without running them. A root script named `check:…` (a generated file that must
 * not drift from what it is generated from) is one of them as soon as it stands in package.json.
 *
 * @returns {Step[]}
 */
export function checks() {
  const manifest = readFileSync(path.join(root, "package.json"), "utf8");
  const { scripts } = /** @type {{ scripts: Record<string, string> }} */ (JSON.parse(manifest));
  const generated = Object.keys(scripts).filter((name) => name.startsWith("check:"));
  return [
    {
      name: "types",
      command: tool("turbo"),
      args: ["run", "typecheck", "typecheck:root", "--continue", "--output-logs", "errors-only"],
    },
    { name: "lint", command: tool("oxlint"), args: ["--type-aware", "--deny-warnings"] },
    { name: "format", command: tool("oxfmt"), args: ["--check"] },
    { name: "boundaries", command: tool("tsx"), args: ["scripts/boundaries.ts"] },
    { name: "dead code", command: tool("knip"), args: ["--no-progress"] },
    ...generated.map((name) => ({ name: name.slice("check:".length), command: "pnpm", args: ["run", name] })),
  ];
}

/**
 * Runs steps that do not depend on each other, two at a time: each keeps one or two cores busy by itself. What a step
 * printed is shown only when it failed.
 *
 * @param {Step[]} steps
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ passed: number, failed: number, broken: Step[] }>}
 */
export async function runSteps(steps, env) {
  const waiting = [...steps];
  let passed = 0;
  /** @type {Step[]} */
  const broken = [];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = Date.now();
      const { code, output } = await run(step.command, step.args, { env, quiet: true });
      if (code === 0) {
        passed += 1;
        console.log(`✔ ${step.name} (${seconds(started)})`);
      } else {
        broken.push(step);
        console.log(`✖ ${step.name} (${seconds(started)}, exit code ${code})\n${indented(output)}`);
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed, failed: broken.length, broken };
}

/** @param {number} started */
export function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** @param {string} text */
function indented(text) {
  return text.trimEnd().replace(/^/gm, "    ");
}
