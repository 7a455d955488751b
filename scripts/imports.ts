import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** One place where a file names another module. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** True when nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** The imported names as the other module calls them; empty for `import "x"`, `import * as x` and `import()`. */
  readonly names: readonly string[];
  /** True for `vi.mock("x")` and its like, which replace a module in a test. */
  readonly mocked: boolean;
}

const sourceFile = /\.(ts|tsx|mts|mjs|js)$/;
const notOurs = new Set(["node_modules", "dist", "migrations", "test-results", "playwright-report", "data"]);

/** Every source file below a folder, as paths relative to it with forward slashes. */
export function sourceFiles(folder: string, below = ""): string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory())
      return notOurs.has(entry.name) || entry.name.startsWith(".") ? [] : sourceFiles(folder, name);
    return sourceFile.test(entry.name) && !entry.name.includes(".gen.") ? [name] : [];
  });
}

/** Reads the imports of one file: static, dynamic, re-exports, types written as `import("x").T`, and mocks. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const { program, module, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const found: Import[] = [];
  const add = (specifier: string, offset: number, more: Partial<Import> = {}): void => {
    const line = text.slice(0, offset).split("\n").length;
    found.push({ specifier, line, typeOnly: false, names: [], mocked: false, ...more });
  };

  for (const { moduleRequest, entries, start } of module.staticImports) {
    add(moduleRequest.value, start, {
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      names: entries.flatMap(({ importName }) => importName.name ?? []),
    });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType, importName, start } of entries) {
      if (moduleRequest === null) continue;
      add(moduleRequest.value, start, { typeOnly: isType, names: importName.name === null ? [] : [importName.name] });
    }
  }
  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === "Literal" && typeof source.value === "string") add(source.value, start);
    },
    TSImportType({ source, start }) {
      add(source.value, start, { typeOnly: true });
    },
    CallExpression({ callee, arguments: [first], start }) {
      if (callee.type !== "MemberExpression" || callee.computed) return;
      if (callee.object.type !== "Identifier" || callee.object.name !== "vi") return;
      if (!["mock", "doMock"].includes(callee.property.name)) return;
      // `vi.mock(import("x"))` names its module in the import that the visitor meets anyway.
      const named = first?.type === "ImportExpression" ? first.source : first;
      if (named?.type === "Literal" && typeof named.value === "string") add(named.value, start, { mocked: true });
    },
  }).visit(program);
  return found;
}

/** The lines where a file asks the machine what time it is. */
export function clockReadsOf(file: string): number[] {
  const text = readFileSync(file, "utf8");
  const offsets: number[] = [];
  new Visitor({
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type === "Identifier" && callee.name === "Date" && given.length === 0) offsets.push(start);
    },
    CallExpression({ callee, start }) {
      if (callee.type !== "MemberExpression" || callee.computed || callee.object.type !== "Identifier") return;
      if (callee.object.name === "Date" && callee.property.name === "now") offsets.push(start);
    },
  }).visit(parseSync(file, text).program);
  return offsets.map((offset) => text.slice(0, offset).split("\n").length);
}
