import type { JsonSchema, RunningProcedure } from "../src/procedures.ts";
import { mayBe, type Place, placesIn } from "./schemas.ts";

export interface BadInput {
  /** What is wrong with it, for the message of a failing test. */
  what: string;
  /** The JSON text to send. */
  body: string;
  /** The field it is wrong at; null when no field is to blame. */
  field: string | null;
  /** False for text that some fields rightly take: a password may hold anything. */
  refused: boolean;
  /** Whether it is about characters, which the two databases judge differently. */
  characters?: boolean;
}

/** Puts a value at a path of a copy; `*` means the first item. Undefined takes the key away. */
const withValue = (base: unknown, at: readonly string[], value: unknown): unknown => {
  const [key, ...rest] = at;
  if (key === undefined) return value;
  if (key === "*") {
    const items: unknown[] = Array.isArray(base) ? base : [undefined];
    return [withValue(items[0], rest, value), ...items.slice(1)];
  }
  const fields = typeof base === "object" && base !== null ? { ...base } : {};
  const inner: unknown = Reflect.get(fields, key);
  // A computed key, so that `__proto__` becomes a key like any other.
  return { ...fields, [key]: withValue(inner, rest, value) };
};

const typesOf = ({ type, enum: choices, const: only }: JsonSchema): string[] => {
  if (type !== undefined) return [type].flat();
  return [...(choices ?? []), ...(only === undefined ? [] : [only])].map((value) =>
    value === null ? "null" : typeof value,
  );
};

const examples: Record<string, unknown> = {
  string: "text",
  number: 1.5,
  boolean: true,
  null: null,
  array: [[]],
  object: {},
};
const forbidden = { NUL: "\0", "a lone surrogate": "\uD800", "a bidi override": "\u202E" };
/** Compared or searched but never stored or shown: they take any text. */
const takesAnything = /(^|\.)(password|currentPassword|token)$|^text$|^emails\.\*\.email$|^code$/;

const wrongTypes = (field: string, places: readonly Place[]) => {
  const types = places.flatMap(({ schema }) => typesOf(schema));
  return Object.entries(examples)
    .filter(([example]) => !types.includes(example))
    .map(([example, value]) => ({ what: `${field} is ${example}`, value }));
};

const tooLong = (field: string, most: number) => [
  { what: `${field} is one too long`, value: "a".repeat(most + 1) },
  { what: `${field} is ten times too long`, value: "a".repeat(most * 10) },
  { what: `${field} is too long in emoji`, value: "😀".repeat(most + 1) },
];

/** Everything wrong that a procedure's own schema lets us think of, beginning from an input that is right. */
export const badInputsOf = (
  { input, name }: RunningProcedure,
  right: Record<string, unknown> | undefined,
): BadInput[] => {
  const places = placesIn(input).filter(({ at }) => at[0] !== "metadata" || at.length === 1);
  const paths = [...new Set(places.map(({ at }) => at.join(".")))];
  const bad: BadInput[] = [];
  const add = (at: readonly string[], what: string, value: unknown, more: Partial<BadInput> = {}): void => {
    bad.push({
      what: `${name}: ${what}`,
      body: JSON.stringify(withValue(right ?? {}, at, value)),
      field: at[0] ?? null,
      refused: true,
      ...more,
    });
  };
  for (const path of paths) {
    const here = places.filter((place) => place.at.join(".") === path);
    const at = here[0]?.at ?? [];
    if (at.length > 0) {
      if (here.some(({ required }) => required) && at.at(-1) !== "*") add(at, `${path} is missing`, undefined);
      for (const { what, value } of wrongTypes(path, here)) add(at, what, value);
    }
    for (const { schema } of here) {
      if (mayBe(schema, "object")) {
        for (const key of ["surprise", "__proto__", "constructor", "prototype"]) {
          if (path.endsWith("metadata") && key === "surprise") continue;
          bad.push({
            what: `${name}: ${path} has the key ${key}`,
            body: JSON.stringify(withValue(right ?? {}, [...at, key], {})),
            field: null,
            refused: true,
          });
        }
      }
      if (mayBe(schema, "integer")) add(at, `${path} is no safe integer`, 2 ** 53);
      if (!mayBe(schema, "string") || schema.enum !== undefined || schema.const !== undefined) continue;
      for (const { what, value } of tooLong(path, schema.maxLength ?? 100)) add(at, what, value);
      const present = at.reduce<unknown>((value, key) => Reflect.get(Object(value), key === "*" ? 0 : key), right);
      for (const [what, text] of Object.entries(forbidden)) {
        const value = `${typeof present === "string" ? present : "some text"}${text}s`;
        add(at, `${path} holds ${what}`, value, { refused: !takesAnything.test(path), characters: true });
      }
    }
  }
  return bad;
};

const smallBodies = {
  "is null": "null",
  "is an array": "[]",
  "is a text": '"text"',
  "is a number": "1",
  "is true": "true",
  "is cut off": '{"id":',
  "is no JSON": "id=1",
};
const largeBodies = {
  "is 100,000 arrays deep": "[".repeat(100_000) + "]".repeat(100_000),
  "is 100,000 objects deep": `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`,
  "is cut off at a depth of 200,000": "[".repeat(200_000),
  "has 257 KB": JSON.stringify({ text: "a".repeat(257 * 1024) }),
};

/** Bodies that are wrong for whatever procedure they are sent to. */
export const badBodiesOf = ({ name, input }: RunningProcedure, size: "small" | "large"): BadInput[] => {
  // Where there is nothing to say, an empty body says it.
  const mustSay = input.anyOf === undefined && (input.required ?? []).length > 0;
  const bodies = size === "large" ? largeBodies : { ...smallBodies, ...(mustSay ? { "is empty": "" } : {}) };
  return Object.entries(bodies).map(([what, body]) => ({
    what: `${name}: the body ${what}`,
    body,
    field: null,
    refused: true,
  }));
};
