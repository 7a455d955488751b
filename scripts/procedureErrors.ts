import { readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";
import { sourceFiles } from "./imports.ts";

/** One top-level declaration of a source file: what it names, and the problem codes that stand in it. */
interface Declared {
  readonly names: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** The declarations inside an object literal by key; empty for anything else. */
  readonly parts: ReadonlyMap<string, Declared>;
}

interface Source {
  readonly declared: ReadonlyMap<string, Declared>;
  /** Local name → where it comes from and what it is called there. */
  readonly imported: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isNode);

/** Packages whose sources a use case reaches, by how they are imported. */
const homes = { "@clientele/db": "packages/db/src", "@clientele/domain": "packages/domain/src" };
/** The catalogue and its translation name every code and throw none. */
const catalogue = /^(apps\/api\/src\/errors|packages\/domain\/src\/errors)\.ts$/;
/** What a use case reaches through its context instead of an import. */
const services = new Map([
  ["passwords", { file: "apps/api/src/sessions/passwordHasher.ts", name: "passwordHasher" }],
  ["tokens", { file: "apps/api/src/sessions/mailedTokens.ts", name: "mailedTokensOf" }],
]);

/**
 * The problem codes that a procedure can be refused with, found by following every name that its code uses, from the
 * router to the store. It follows too many rather than too few: a code it names may need a case that cannot come about.
 */
export class ProcedureErrors {
  readonly #root: string;
  readonly #codes: ReadonlySet<string>;
  readonly #sources = new Map<string, Source>();

  constructor(root: string, codes: readonly string[]) {
    this.#root = root;
    this.#codes = new Set(codes);
    const folders = ["apps/api/src", ...Object.values(homes)];
    for (const folder of folders) {
      for (const name of sourceFiles(path.join(root, folder))) {
        if (!/\.(test\.tsx?|tsx)$/.test(name)) this.#sources.set(`${folder}/${name}`, this.#read(`${folder}/${name}`));
      }
    }
  }

  /** By name with the door first, as `shop.profile.update`. */
  of(procedure: string): string[] {
    const [door, router, name] = procedure.split(".");
    const routes = this.#sources.get("apps/api/src/routes.ts");
    const list = routes?.declared.get(`${door}Routes`)?.parts.get(router ?? "");
    const [local] = list?.names ?? [];
    const at = routes?.imported.get(local ?? "");
    const start =
      at &&
      this.#sources
        .get(at.file)
        ?.declared.get(at.name)
        ?.parts.get(name ?? "");
    if (at === undefined || start === undefined) throw new Error(`${procedure} stands in no router`);
    const found = new Set<string>();
    this.#follow(at.file, start, found, new Set());
    return [...found].sort();
  }

  #follow(file: string, { names, codes }: Declared, found: Set<string>, seen: Set<string>): void {
    const source = this.#sources.get(file);
    if (source === undefined || catalogue.test(file)) return;
    for (const code of codes) found.add(code);
    for (const name of names) {
      const target = source.imported.get(name) ?? (source.declared.has(name) ? { file, name } : services.get(name));
      if (target === undefined || seen.has(`${target.file} ${target.name}`)) continue;
      seen.add(`${target.file} ${target.name}`);
      const next = this.#sources.get(target.file)?.declared.get(target.name);
      if (next !== undefined) this.#follow(target.file, next, found, seen);
    }
  }

  #read(file: string): Source {
    const { program, module } = parseSync(file, readFileSync(path.join(this.#root, file), "utf8"));
    const declared = new Map<string, Declared>();
    for (const statement of program.body) {
      const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (node === null) continue;
      if (node.type === "VariableDeclaration") {
        for (const { id, init } of node.declarations) {
          if (id.type === "Identifier" && init !== null) declared.set(id.name, this.#declared({ ...init }));
        }
      } else if (node.type === "FunctionDeclaration" || node.type === "ClassDeclaration") {
        if (node.id !== null) declared.set(node.id.name, this.#declared({ ...node }));
      }
    }
    const imported = new Map<string, { file: string; name: string }>();
    for (const { moduleRequest, entries } of module.staticImports) {
      const target = fileOf(moduleRequest.value, file);
      if (target === undefined) continue;
      for (const { importName, localName, isType } of entries) {
        if (!isType && importName.name !== null && importName.name !== undefined) {
          imported.set(localName.value, { file: target, name: importName.name });
        }
      }
    }
    return { declared, imported };
  }

  #declared(node: Node): Declared {
    const names = new Set<string>();
    const codes = new Set<string>();
    const visit = (inner: Node): void => {
      if (inner.type === "Identifier" && typeof inner["name"] === "string") names.add(inner["name"]);
      if (inner.type === "Literal" && typeof inner["value"] === "string" && this.#codes.has(inner["value"])) {
        codes.add(inner["value"]);
      }
      for (const child of childrenOf(inner)) visit(child);
    };
    visit(node);
    const object = unwrapped(node);
    const parts = new Map<string, Declared>();
    for (const property of object.type === "ObjectExpression" ? childrenOf(object) : []) {
      const { key, value } = property;
      if (isNode(key) && typeof key["name"] === "string" && isNode(value))
        parts.set(key["name"], this.#declared(value));
    }
    return { names, codes, parts };
  }
}

/** The expression inside `… satisfies T` and `… as T`. */
const unwrapped = (node: Node): Node => {
  const inner = node.type.startsWith("TS") ? node["expression"] : undefined;
  return isNode(inner) ? unwrapped(inner) : node;
};

const fileOf = (specifier: string, from: string): string | undefined => {
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(from), specifier);
  for (const [name, home] of Object.entries(homes)) {
    if (specifier === name) return `${home}/database.ts`;
    if (specifier.startsWith(`${name}/`)) return `${home}/${specifier.slice(name.length + 1)}.ts`;
  }
  return undefined;
};
