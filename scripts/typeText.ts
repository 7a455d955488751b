import type { JsonSchema } from "@clientele/api/procedures";

/** Shapes that have a name in the reference, by what they look like. */
export type NamedShapes = ReadonlyMap<string, string>;

const isSchema = (part: unknown): part is JsonSchema =>
  typeof part === "object" && part !== null && !Array.isArray(part);

/** What two schemas have in common when they say the same. */
export const shapeOf = (schema: JsonSchema): string =>
  JSON.stringify(schema, (key, value: unknown) => (key === "$schema" ? undefined : value));

/** A JSON Schema as a reader of TypeScript would write it. */
export const typeText = (schema: JsonSchema, named: NamedShapes, indent = ""): string => {
  const name = named.get(shapeOf(schema));
  if (name !== undefined) return name;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const branches = [schema.anyOf, schema.oneOf].flatMap((list: JsonSchema["anyOf"]) => list ?? []).filter(isSchema);
  if (branches.length > 0) return [...new Set(branches.map((branch) => typeText(branch, named, indent)))].join(" | ");
  const { type } = schema;
  if (Array.isArray(type)) return type.map((one) => typeText({ ...schema, type: one }, named, indent)).join(" | ");
  switch (type) {
    case "string":
      return stringText(schema);
    case "integer":
    case "number":
    case "boolean":
    case "null":
      return type === "integer" ? "number" : type;
    case "array":
      return arrayText(schema, named, indent);
    case "object":
      return objectText(schema, named, indent);
    default:
      return "unknown";
  }
};

const stringText = ({ format, pattern }: JsonSchema): string => {
  const prefix = /^\^([a-z]+_)\[/.exec(pattern ?? "")?.[1];
  if (prefix !== undefined) return `\`${prefix}\${string}\``;
  if (format === "date-time") return "Instant";
  return format === "date" ? "Day" : "string";
};

const arrayText = ({ items }: JsonSchema, named: NamedShapes, indent: string): string => {
  const item = isSchema(items) ? typeText(items, named, indent) : "unknown";
  return item.includes(" | ") && !item.startsWith("{") ? `(${item})[]` : `${item}[]`;
};

const objectText = (schema: JsonSchema, named: NamedShapes, indent: string): string => {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) {
    return isSchema(schema.additionalProperties)
      ? `Record<string, ${typeText(schema.additionalProperties, named, indent)}>`
      : "{}";
  }
  const deeper = `${indent}  `;
  const lines = fields.map(([key, part]) => {
    const optional = schema.required?.includes(key) === true ? "" : "?";
    return `${deeper}${key}${optional}: ${isSchema(part) ? typeText(part, named, deeper) : "unknown"};${noteOn(part)}`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
};

/** What the type itself does not say. */
const noteOn = (part: unknown): string => {
  if (!isSchema(part)) return "";
  const { type, minimum, maximum, minItems, maxItems, default: usual } = part;
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? ` to ${maximum}` : " or more";
  const notes = [
    ...(type === "integer" && minimum !== undefined && minimum > 0 ? [`${minimum}${most}`] : []),
    ...(maxItems === undefined ? [] : [minItems === undefined ? `at most ${maxItems}` : `${minItems} to ${maxItems}`]),
    ...(usual === undefined ? [] : [`${JSON.stringify(usual)} when left out`]),
  ];
  return notes.length === 0 ? "" : ` // ${notes.join(", ")}`;
};
