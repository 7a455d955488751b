import type { Problem } from "@clientele/domain/errors";

/** The error on the wire: tRPC's own envelope with our problem in it. */
export interface ProblemShape {
  message: string;
  code: number;
  data: { code: string; httpStatus: number; problem: Problem };
}
