import { isBusy, OutcomeUnknown, StorageFull, violationOf } from "@clientele/db/failures";
import {
  DomainError,
  type FieldProblem,
  type Kind,
  type Problem,
  type ProblemCode,
  problems,
  type ProblemValue,
} from "@clientele/domain/errors";
import { fieldProblemsOf } from "@clientele/domain/fieldProblem";
import { TRPCError } from "@trpc/server";
import { z } from "zod";

/** The transport's word for each kind of problem. */
const transportCodes = {
  invalid: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  rate_limited: "TOO_MANY_REQUESTS",
  busy: "SERVICE_UNAVAILABLE",
  internal: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<Kind, TRPCError["code"]>;

/** Rules of the database that are also rules of the catalogue; any other violation is our own mistake. */
const constraintCodes: Record<string, ProblemCode> = {
  customers_email_key: "customer.email_taken",
  customer_groups_name_key: "group.name_taken",
  discounts_code_key: "discount.code_taken",
  staff_email_key: "staff.email_taken",
  tags_name_key: "tag.name_taken",
};

/** Problems of the transport itself, which tRPC finds before any procedure runs. */
const transportProblems: Partial<Record<TRPCError["code"], ProblemCode>> = {
  BAD_REQUEST: "input.invalid",
  PARSE_ERROR: "input.invalid",
  UNSUPPORTED_MEDIA_TYPE: "request.refused",
  PAYLOAD_TOO_LARGE: "input.invalid",
  METHOD_NOT_SUPPORTED: "request.refused",
  NOT_FOUND: "request.not_found",
};

interface Found {
  code: ProblemCode;
  params: Record<string, ProblemValue>;
  fields: Record<string, FieldProblem>;
}

const plain = (code: ProblemCode): Found => {
  const entry: { kind: Kind; field?: string } = problems[code];
  return { code, params: {}, fields: entry.field === undefined ? {} : { [entry.field]: { code, params: {} } } };
};

const isDomainError = (error: unknown): error is DomainError => error instanceof DomainError;

/** The problem behind a failure of a use case; null when it is nothing that may be told. */
const problemBehind = (cause: unknown): Found | null => {
  if (isDomainError(cause)) return { code: cause.code, params: { ...cause.params }, fields: cause.fields };
  if (cause instanceof z.core.$ZodError) return { code: "input.invalid", params: {}, fields: fieldProblemsOf(cause) };
  // Asked first: a commit that was lost with its connection may have happened, and is not merely to be tried again.
  if (cause instanceof OutcomeUnknown) return plain("server.outcome_unknown");
  if (cause instanceof StorageFull) return plain("server.storage_full");
  if (isBusy(cause)) return plain("server.busy");
  const violated = violationOf(cause)?.constraint;
  const code = violated === null || violated === undefined ? undefined : constraintCodes[violated];
  return code === undefined ? null : plain(code);
};

/** A problem whose wording may leave the server; every other failure stays inside. */
class TellableProblem extends Error {
  readonly problem: Found;
  constructor(problem: Found, options: { cause: unknown }) {
    super(problem.code, options);
    this.name = "TellableProblem";
    this.problem = problem;
  }
}

/** Turns whatever a procedure failed with into one of our problems, with the transport's word for its kind. */
export const transportError = (error: TRPCError): TRPCError => {
  // The input of a call is parsed before its use case: only a failed parse of it is the caller's mistake.
  const output = error.code === "INTERNAL_SERVER_ERROR" && error.cause instanceof z.core.$ZodError;
  const found = (output ? null : problemBehind(error.cause)) ?? plain("server.internal");
  return new TRPCError({
    code: transportCodes[problems[found.code].kind],
    message: found.code,
    cause: new TellableProblem(found, { cause: error.cause ?? error }),
  });
};

const foundIn = (error: TRPCError): Found => {
  if (error.cause instanceof TellableProblem) return error.cause.problem;
  const code = transportProblems[error.code];
  return plain(code ?? "server.internal");
};

/** What the wire tells of a failure. */
export const problemOf = (error: TRPCError, requestId: string): Problem => ({ ...foundIn(error), requestId });

/** What a procedure really failed with, whatever the caller was told. */
export const causeOf = (error: TRPCError): unknown =>
  error.cause instanceof TellableProblem ? error.cause.cause : (error.cause ?? error);

/** Whether nobody expected the failure, so that the log must tell of it. */
export const isUnexpected = (error: TRPCError): boolean => problemOf(error, "").code === "server.internal";
