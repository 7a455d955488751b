import { z } from "zod";
import { asField } from "./fieldProblem.ts";

/** Length as people count it: code points, so an emoji of four bytes is one (INP-1). */
const lengthOf = (value: string): number => [...value].length;

// Controls, lone surrogates, and the characters that reorder or hide text (INP-2).
const forbiddenInLine = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;
const forbiddenInText = /[\0-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** True when the text may stand in a one-line field. */
export const isLine = (value: string): boolean => !forbiddenInLine.test(value);

const within = (most: number) => (value: string) => lengthOf(value) <= most;
// A cap in UTF-16 units before anything else looks at the text, so that no check runs over a megabyte.
const capped = (most: number) => z.string().max(most * 2, asField("field.too_long", { most }));

/** What of a text from elsewhere may stand in a one-line field: no hidden characters, blanks for tabs, cut to the length. */
export const asLine = (value: string, most: number): string => {
  const shown = Array.from(value.slice(0, most * 4).replace(/\t/g, " ")).filter(isLine);
  return Array.from(shown.join("").trim()).slice(0, most).join("").trim();
};

/** A one-line text, trimmed, of at most `most` code points; may be empty. */
export const line = (most: number) =>
  capped(most)
    .refine(isLine, asField("field.characters"))
    .trim()
    .refine(within(most), asField("field.too_long", { most }));

/** Whether anything of the text can be seen: joiners and their like are allowed between letters and say nothing alone. */
const saysSomething = (value: string): boolean => /[^\p{Cf}\p{M}\p{Z}]/u.test(value);

/** A one-line text that must say something. */
export const requiredLine = (most: number) => line(most).refine(saysSomething, asField("field.required"));

/** A one-line text or nothing: an empty one is stored as null. */
export const optionalLine = (most: number) =>
  line(most)
    .nullable()
    .transform((value) => (value === "" ? null : value));

/** A text of several lines, trimmed, of at most `most` code points; may be empty. Line ends become LF. */
export const paragraphs = (most: number) =>
  capped(most)
    .refine((value) => !forbiddenInText.test(value), asField("field.characters"))
    .transform((value) => value.replaceAll("\r\n", "\n").trim())
    .refine(within(most), asField("field.too_long", { most }));

/** Letters whose accent or pair Unicode does not take apart, as people type them who lack the key. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  þ: "th",
  ŧ: "t",
};

/** Lower-cased and without accents, for comparing and searching; words are parted by single spaces. */
export const foldText = (value: string): string =>
  value
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðħıłþŧ]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * The key by which a name is unique without regard to case: NFKC, lower-cased, blanks folded, and without the characters
 * that nobody sees, so that no second "VIP" stands beside the first.
 */
export const nameKey = (value: string): string =>
  value
    .normalize("NFKC")
    .replace(/\p{Cf}+/gu, "")
    .trim()
    .replace(/\s+/gu, " ")
    .toLowerCase();
