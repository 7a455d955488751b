import { unbatchable } from "@clientele/domain/sessions/unbatchable";
import type { Realm } from "@clientele/domain/sessions/token";
import {
  type AnyTRPCProcedure,
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
} from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import { transportError } from "../errors.ts";
import { Refusal } from "./refusals.ts";

const batchMost = 10;

type CallError = ReturnType<typeof getTRPCErrorFromUnknown>;

interface Failure {
  error: CallError;
  path: string;
}

/** What tRPC's own clients send and expect, spoken over plain JSON: one call, or a batch of them, by POST. */
export interface TrpcMount<Context> {
  router: AnyTRPCRouter;
  realm: Realm;
  /** Made once for all calls of a request. */
  createContext: () => Promise<Context>;
  /** Told of every failure before it is answered. */
  onFailure: (failure: Failure) => void;
}

export interface TrpcRequest {
  /** The paths as they stand behind `/trpc/`, with commas between those of a batch. */
  paths: string;
  isBatch: boolean;
  /** The parsed body; undefined for none. */
  body: unknown;
  signal: AbortSignal;
}

export interface TrpcAnswer {
  status: number;
  body: unknown;
  /** The procedures that were called; for the log. */
  called: string[];
}

// At run time all procedures stand in one record by their whole path, whatever the type of a nested router says.
const proceduresOf = (router: AnyTRPCRouter): Record<string, AnyTRPCProcedure> =>
  router._def.procedures as Record<string, AnyTRPCProcedure>;

const inputsOf = (request: TrpcRequest, count: number): unknown[] => {
  if (!request.isBatch) return [request.body];
  const { body } = request;
  if (body !== undefined && (typeof body !== "object" || body === null || Array.isArray(body))) {
    throw new Refusal(400, "input.invalid", "batch body");
  }
  const inputs = new Map<string, unknown>(Object.entries(body ?? {}));
  return Array.from({ length: count }, (_, at) => inputs.get(String(at)));
};

/**
 * Refuses what no client of ours sends: a batch that is too long or mixes reading with writing, and a call that must travel
 * alone inside one, so that every guess costs a request (RAT-2).
 */
const checkBatch = (router: AnyTRPCRouter, realm: Realm, paths: readonly string[]): void => {
  if (paths.length > batchMost) throw new Refusal(400, "input.unbatchable", "batch length");
  const alone: readonly string[] = unbatchable[realm];
  if (paths.length > 1 && paths.some((path) => alone.includes(path))) {
    throw new Refusal(400, "input.unbatchable", "call in a batch");
  }
  const procedures = proceduresOf(router);
  const types = paths.flatMap((path) => (Object.hasOwn(procedures, path) ? [procedures[path]?._def.type] : []));
  if (new Set(types).size > 1) throw new Refusal(400, "input.unbatchable", "mixed batch");
};

/**
 * Runs the calls of a request and answers them in tRPC's wire format. The stock adapters build a web request, a stream and
 * a context for each; this calls the procedures themselves, through the library's public functions only.
 */
export const runTrpc = async <Context>(mount: TrpcMount<Context>, request: TrpcRequest): Promise<TrpcAnswer> => {
  const { router, realm } = mount;
  const paths = request.isBatch ? request.paths.split(",") : [request.paths];
  checkBatch(router, realm, paths);
  const inputs = inputsOf(request, paths.length);
  const procedures = proceduresOf(router);
  const called = paths.filter((path) => Object.hasOwn(procedures, path));

  let context: Context | undefined;
  let unreachable: CallError | undefined;
  try {
    if (called.length > 0) context = await mount.createContext();
  } catch (error) {
    unreachable = transportError(getTRPCErrorFromUnknown(error));
  }

  const one = async (path: string, at: number) => {
    const known = Object.hasOwn(procedures, path) ? procedures[path] : undefined;
    const type = known?._def.type ?? "unknown";
    try {
      if (unreachable !== undefined) throw unreachable;
      const data: unknown = await callTRPCProcedure({
        router,
        path,
        type: type === "unknown" ? "query" : type,
        ctx: context,
        getRawInput: async () => inputs[at],
        signal: request.signal,
        batchIndex: at,
      });
      return { result: { data } };
    } catch (thrown) {
      const error = getTRPCErrorFromUnknown(thrown);
      mount.onFailure({ error, path });
      const shape: unknown = getTRPCErrorShape({
        config: router._def._config,
        error,
        type,
        path,
        input: undefined,
        ctx: context,
      });
      return { error: shape };
    }
  };
  const answers = await Promise.all(paths.map(one));
  const body = request.isBatch ? answers : answers[0];
  return { status: statusOf(answers), body, called };
};

/** A failure outside of a procedure, in the same words and with the same status as one inside. */
export const failureOf = (
  router: AnyTRPCRouter,
  thrown: unknown,
  requestId: string,
): { status: number; body: { error: unknown }; error: CallError } => {
  const error = transportError(getTRPCErrorFromUnknown(thrown));
  const shape: unknown = getTRPCErrorShape({
    config: router._def._config,
    error,
    type: "unknown",
    path: undefined,
    input: undefined,
    ctx: { caller: { requestId } },
  });
  const body = { error: shape };
  return { status: statusOf(body), body, error };
};

type Answers = Parameters<typeof getHTTPStatusCode>[0];
const statusOf = (answers: unknown): number => getHTTPStatusCode(answers as Answers);
