import { fieldProblemsOf } from "@clientele/domain/fieldProblem";
import { describe, expect, test } from "vitest";
import { MetadataRows, metadataOf, type MetadataRow, rowsOf, sameMetadata, withKind } from "./metadataModel.ts";

const row = (over: Partial<MetadataRow>): MetadataRow => ({ id: "1", key: "k", kind: "text", value: "", ...over });
const problems = (rows: MetadataRow[]): Record<string, string> => {
  const parsed = MetadataRows.safeParse(rows);
  if (parsed.success) return {};
  return Object.fromEntries(Object.entries(fieldProblemsOf(parsed.error)).map(([path, { code }]) => [path, code]));
};

describe("metadata as rows", () => {
  test("comes back as it was, whatever its kinds", () => {
    const metadata = {
      text: "a",
      number: 1.5,
      yes: true,
      no: false,
      nothing: null,
      list: [1, "two"],
      object: { size: "M", of: { depth: 2 } },
    };
    expect(metadataOf(rowsOf(metadata))).toEqual(metadata);
    expect(rowsOf(metadata).map(({ kind }) => kind)).toEqual([
      "text",
      "number",
      "yesNo",
      "yesNo",
      "nothing",
      "json",
      "json",
    ]);
  });

  test("gives the same rows for the same metadata, so that an untouched form is no change", () => {
    expect(rowsOf({ a: 1, b: { c: 2 } })).toEqual(rowsOf({ a: 1, b: { c: 2 } }));
  });

  test("keeps a wrong value where it was typed and names its field", () => {
    expect(problems([row({ kind: "number", value: "abc" })])).toEqual({ "0.value": "field.number" });
    expect(problems([row({ kind: "number", value: " " })])).toEqual({ "0.value": "field.required" });
    expect(problems([row({ kind: "json", value: "{size:" })])).toEqual({ "0.value": "field.json" });
    expect(problems([row({ kind: "json", value: '{"size": 1}' }), row({ key: "other", value: "x" })])).toEqual({});
  });

  test("refuses a second row of the same key, and a value without one", () => {
    expect(problems([row({ value: "a" }), row({ key: " k ", value: "b" })])).toEqual({ "1.key": "field.duplicate" });
    expect(problems([row({ key: " ", value: "b" })])).toEqual({ "0.key": "field.required" });
  });

  test("leaves out a row that was only begun", () => {
    expect(problems([row({ key: "", value: "" })])).toEqual({});
    expect(metadataOf([row({ key: "", value: "" }), row({ key: " size ", value: "M" })])).toEqual({ size: "M" });
  });

  test("keeps what was typed when the kind changes", () => {
    expect(withKind(row({ value: "12" }), "number")).toMatchObject({ kind: "number", value: "12" });
    expect(withKind(row({ value: "12" }), "yesNo")).toMatchObject({ value: "false" });
  });

  test("does not count another order of keys as a change", () => {
    expect(sameMetadata({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameMetadata({ a: 1 }, { a: "1" })).toBe(false);
  });
});
