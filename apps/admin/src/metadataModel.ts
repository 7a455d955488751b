import { asField } from "@clientele/domain/fieldProblem";
import { z } from "zod";

/** The kinds of value a row may hold; lists and objects are edited as JSON. */
export const metadataKinds = ["text", "number", "yesNo", "nothing", "json"] as const;
export type MetadataKind = (typeof metadataKinds)[number];

/** One key of the metadata as the editor holds it: always as typed, so that nothing typed is lost. */
export interface MetadataRow {
  /** Only for the screen: rows keep their place while keys change. */
  id: string;
  key: string;
  kind: MetadataKind;
  value: string;
}

const kindOf = (value: unknown): MetadataKind => {
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "yesNo";
  return value === null ? "nothing" : "json";
};

const typedOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value, null, 1).replace(/\n\s*/g, " ") : JSON.stringify(value);
};

/** The rows of saved metadata; their ids follow from their place, so the same metadata gives the same rows. */
export const rowsOf = (metadata: Record<string, unknown>): MetadataRow[] =>
  Object.entries(metadata).map(([key, value], index) => ({
    id: `saved ${index}`,
    key,
    kind: kindOf(value),
    value: typedOf(value),
  }));

type Read = { value: unknown } | { wrong: true };

/** What a row means, or that it cannot be read as its kind. */
function valueOf({ kind, value }: MetadataRow): Read {
  switch (kind) {
    case "text":
      return { value };
    case "number": {
      const typed = value.trim();
      return typed !== "" && Number.isFinite(Number(typed)) ? { value: Number(typed) } : { wrong: true };
    }
    case "yesNo":
      return { value: value === "true" };
    case "nothing":
      return { value: null };
    case "json":
      try {
        return { value: JSON.parse(value) as unknown };
      } catch {
        return { wrong: true };
      }
  }
}

/** A row taken from one kind to another keeps what still makes sense of it. */
export function withKind(row: MetadataRow, kind: MetadataKind): MetadataRow {
  if (kind === "yesNo") return { ...row, kind, value: row.value === "true" ? "true" : "false" };
  return { ...row, kind };
}

/** The metadata the rows mean. Rows without a key are not there yet. */
export const metadataOf = (rows: readonly MetadataRow[]): Record<string, unknown> =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const read = valueOf(row);
      return row.key.trim() === "" || "wrong" in read ? [] : [[row.key.trim(), read.value]];
    }),
  );

/** Two metadata are the same whatever the order of their keys. */
export const sameMetadata = (one: Record<string, unknown>, other: Record<string, unknown>): boolean => {
  const sorted = (value: Record<string, unknown>) =>
    JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
};

/** The rules of the rows, each wrong one named at its own field. */
export const MetadataRows = z
  .array(z.object({ id: z.string(), key: z.string(), kind: z.enum(metadataKinds), value: z.string() }))
  .superRefine((rows, context) => {
    const seen = new Set<string>();
    for (const [index, row] of rows.entries()) {
      const key = row.key.trim();
      if (key === "" && row.value.trim() !== "") {
        context.addIssue({ code: "custom", path: [index, "key"], ...asField("field.required") });
      }
      if (key !== "" && seen.has(key)) {
        context.addIssue({ code: "custom", path: [index, "key"], ...asField("field.duplicate") });
      }
      if (key !== "" && "wrong" in valueOf(row)) {
        const unread = row.kind === "number" ? "field.number" : "field.json";
        const code = row.value.trim() === "" ? "field.required" : unread;
        context.addIssue({ code: "custom", path: [index, "value"], ...asField(code) });
      }
      seen.add(key);
    }
  });
