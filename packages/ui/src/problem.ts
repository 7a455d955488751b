import { type Problem, problems, type ProblemCode } from "@clientele/domain/errors";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isProblem = (value: unknown): value is Problem =>
  isRecord(value) &&
  typeof value["code"] === "string" &&
  typeof value["requestId"] === "string" &&
  isRecord(value["params"]) &&
  isRecord(value["fields"]);

const dataOf = (error: unknown): Record<string, unknown> | null =>
  isRecord(error) && isRecord(error["data"]) ? error["data"] : null;

/** The problem a failed call carries, or null when the failure never came from the server's catalogue. */
export function problemOf(error: unknown): Problem | null {
  const problem = dataOf(error)?.["problem"];
  return isProblem(problem) ? problem : null;
}

/** True when no answer of the server arrived: offline, refused, or cut by something between. */
export const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  error.name !== "AbortError" &&
  dataOf(error) === null &&
  (error.name === "TRPCClientError" || error instanceof TypeError);

/** Narrows to one code: `if (isProblemCode(error, "customer.changed_meanwhile"))`. */
export const isProblemCode = (error: unknown, ...codes: ProblemCode[]): boolean => {
  const problem = problemOf(error);
  return problem !== null && codes.includes(problem.code);
};

/** The kind of a failed call, for screens that show not-found and no-access as pages of their own. */
export const problemKindOf = (error: unknown): string | null => {
  const problem = problemOf(error);
  return problem !== null && Object.hasOwn(problems, problem.code) ? problems[problem.code].kind : null;
};
