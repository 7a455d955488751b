import type { Problem } from "@clientele/domain/errors";
import { TRPCClientError } from "@trpc/client";

const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value && "fields" in value && "requestId" in value;

/** The problem inside a failed call, or null when the failure was none of the server's: a lost connection, a bug. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  const problem = typeof data === "object" && data !== null && "problem" in data ? data.problem : null;
  return isProblem(problem) ? problem : null;
}
