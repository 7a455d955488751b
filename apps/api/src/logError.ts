import { DatabaseBusy, OutcomeUnknown, StorageFull, violationOf } from "@clientele/db/failures";
import { InsideTransaction } from "@clientele/db/transactionScope";

// Drivers and parsers put the values they stumbled over into their messages, and those are what customers typed: only
// messages of the language itself and of our own making are kept, and an error with a code is told by that (LOG-1).
const spoken = new Set(["Error", "TypeError", "RangeError", "ReferenceError", "Refusal"]);
const own = [DatabaseBusy, StorageFull, OutcomeUnknown, InsideTransaction];

const isOwn = (error: Error): boolean =>
  own.some((kind) => error instanceof kind) || (spoken.has(error.name) && error.constructor.name === error.name);

const framesOf = (error: Error): string[] =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());

const textIn = (error: Error, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
};

interface LoggedError {
  name: string;
  message?: string | undefined;
  code?: string | undefined;
  /** The statement without its parameters. */
  query?: string | undefined;
  constraint?: string | null | undefined;
  frames: string[];
  cause?: LoggedError | undefined;
}

/** An error as the log may show it: where and what kind, never a value (INP-9). */
export const loggedError = (error: unknown, depth = 0): LoggedError => {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = textIn(error, "code") ?? textIn(error, "responseCode");
  return {
    name: error.name,
    message: isOwn(error) && code === undefined ? error.message : undefined,
    code,
    query: textIn(error, "query"),
    constraint: violationOf(error)?.constraint,
    frames: framesOf(error),
    cause: error.cause === undefined || depth > 5 ? undefined : loggedError(error.cause, depth + 1),
  };
};
