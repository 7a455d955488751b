import type { JsonSchema } from "../src/procedures.ts";

export interface Place {
  /** The keys that lead there; `*` stands for an item of an array or any key of a record. */
  at: readonly string[];
  schema: JsonSchema;
  required: boolean;
}

const isSchema = (part: unknown): part is JsonSchema =>
  typeof part === "object" && part !== null && !Array.isArray(part);

/** Every schema inside a schema, itself first. */
export const placesIn = (schema: JsonSchema, at: readonly string[] = [], required = true): Place[] => {
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    { at, schema, required },
    ...branches.filter(isSchema).flatMap((branch) => placesIn(branch, at, required)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
      isSchema(part) ? placesIn(part, [...at, key], schema.required?.includes(key) ?? false) : [],
    ),
    ...[schema.items, schema.additionalProperties].filter(isSchema).flatMap((part) => placesIn(part, [...at, "*"])),
  ];
};

/** Whether a value of the type may stand there; a nullable text has two types. */
export const mayBe = ({ type }: JsonSchema, wanted: string): boolean => [type].flat().some((one) => one === wanted);
