import { z } from "zod";
import type { ProcedureMeta } from "./procedureMeta.ts";
import { adminRouter, shopRouter } from "./router.ts";

/** A procedure as it runs: what the tests, the reference and nobody else need to know of it. */
export interface RunningProcedure {
  /** The door first: `shop.profile.update`, `admin.groups.addMembers`. */
  name: string;
  /** The name inside its router, as a client calls it. */
  path: string;
  realm: "shop" | "staff";
  kind: "query" | "mutation";
  meta: ProcedureMeta;
  /** What a caller sends and gets, as JSON Schema. */
  input: JsonSchema;
  output: JsonSchema;
}
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const doorNames = { shop: "shop", staff: "admin" } as const;

/** A schema as JSON Schema: what goes in, or what comes out. */
export const jsonSchemaOf = (schema: z.ZodType, io: "input" | "output"): JsonSchema =>
  z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    // The wire is plain JSON, where an instant is its ISO text.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  });

const schemaIn = (value: unknown, io: "input" | "output", name: string): JsonSchema => {
  if (!(value instanceof z.ZodType)) throw new Error(`${name} has no ${io}`);
  return jsonSchemaOf(value, io);
};

// tRPC keeps the parsers it was given, but types them away.
const definitionOf = (procedure: unknown): Record<string, unknown> => {
  const definition = Object(procedure) as { _def?: Record<string, unknown> };
  if (definition._def === undefined) throw new Error("not a procedure");
  return definition._def;
};

const read = (realm: "shop" | "staff", procedures: object): RunningProcedure[] =>
  Object.entries<unknown>({ ...procedures }).map(([path, procedure]) => {
    const name = `${doorNames[realm]}.${path}`;
    const { type, meta, inputs, output } = definitionOf(procedure);
    const [input, ...more] = Array.isArray(inputs) ? (inputs as unknown[]) : [];
    if (more.length > 0) throw new Error(`${name} joins inputs, which no schema describes as a whole`);
    if (type !== "query" && type !== "mutation") throw new Error(`${name} is neither a query nor a mutation`);
    if (typeof meta !== "object" || meta === null) throw new Error(`${name} does not say who may call it`);
    return {
      name,
      path,
      realm,
      kind: type,
      meta: meta as ProcedureMeta,
      input: schemaIn(input, "input", name),
      output: schemaIn(output, "output", name),
    };
  });

/** Every procedure of both doors, from the routers as they run; throws for one without input, output or access. */
export const runningProcedures = (): RunningProcedure[] => [
  ...read("shop", shopRouter._def.procedures),
  ...read("staff", adminRouter._def.procedures),
];
