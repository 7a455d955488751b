import { Refusal } from "./refusals.ts";

/** Deeper than any input of ours; a parser further in would run out of stack (INP-5). */
const deepest = 32;
const poison = new Set(["__proto__", "constructor", "prototype"]);

const quote = 0x22;
const backslash = 0x5c;

/** Looks at brackets outside of strings only, so that depth is known before anything is built. */
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (inString) {
      if (letter === backslash) at += 1;
      else if (letter === quote) inString = false;
    } else if (letter === quote) inString = true;
    else if (letter === 0x5b || letter === 0x7b) {
      depth += 1;
      if (depth > deepest) return true;
    } else if (letter === 0x5d || letter === 0x7d) depth -= 1;
  }
  return false;
};

/** Whether a key that could reach an object's prototype stands anywhere (MAS-3). */
const isPoisoned = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(isPoisoned);
  return Object.entries(value).some(([key, inner]) => poison.has(key) || isPoisoned(inner));
};

/** Reads a body, or refuses it with 400 whatever is wrong. An empty one is no input. */
export const readJson = (text: string): unknown => {
  if (text === "") return undefined;
  if (isTooDeep(text)) throw new Refusal(400, "input.invalid", "depth");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, "input.invalid", "JSON");
  }
  if (isPoisoned(value)) throw new Refusal(400, "input.invalid", "prototype key");
  return value;
};
