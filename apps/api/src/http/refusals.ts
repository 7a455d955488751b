import type { ProblemCode } from "@clientele/domain/errors";

/** A request that is turned away before any procedure: with which status, and what the caller is told. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly statusCode: number;
  readonly code: ProblemCode;
  /** For the log only. */
  readonly reason: string;

  constructor(statusCode: number, code: ProblemCode, reason: string) {
    super(reason);
    this.statusCode = statusCode;
    this.code = code;
    this.reason = reason;
  }
}

interface Envelope {
  error: {
    message: string;
    code: number;
    data: {
      code: string;
      httpStatus: number;
      problem: { code: ProblemCode; params: object; fields: object; requestId: string };
    };
  };
}

// The numbers and words of tRPC's own envelope, so that its clients read a refusal like any other failure.
const words: Record<number, [number, string]> = {
  400: [-32600, "BAD_REQUEST"],
  403: [-32003, "FORBIDDEN"],
  404: [-32004, "NOT_FOUND"],
  405: [-32005, "METHOD_NOT_SUPPORTED"],
  408: [-32008, "TIMEOUT"],
  413: [-32013, "PAYLOAD_TOO_LARGE"],
  415: [-32015, "UNSUPPORTED_MEDIA_TYPE"],
  429: [-32029, "TOO_MANY_REQUESTS"],
  503: [-32603, "SERVICE_UNAVAILABLE"],
};

/** A refusal as it stands on the wire. */
export const envelopeOf = (status: number, problem: ProblemCode, requestId: string): Envelope => {
  const [code, word] = words[status] ?? [-32603, "INTERNAL_SERVER_ERROR"];
  return {
    error: {
      message: problem,
      code,
      data: { code: word, httpStatus: status, problem: { code: problem, params: {}, fields: {}, requestId } },
    },
  };
};
