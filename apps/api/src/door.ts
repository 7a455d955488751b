import cookie from "@fastify/cookie";
import underPressure from "@fastify/under-pressure";
import { isBusy } from "@clientele/db/failures";
import type { ProblemCode } from "@clientele/domain/errors";
import type { Realm } from "@clientele/domain/sessions/token";
import type { AnyTRPCRouter } from "@trpc/server";
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { randomBytes } from "node:crypto";
import { callerOf } from "./caller.ts";
import type { Caller, CartCookie, Services } from "./context.ts";
import { causeOf, isUnexpected } from "./errors.ts";
import { cartCookie } from "./http/cartCookie.ts";
import { securityHeaders, sendRawRefusal } from "./http/headers.ts";
import { readJson } from "./http/jsonBody.ts";
import { servePictures } from "./http/pictures.ts";
import { envelopeOf, Refusal } from "./http/refusals.ts";
import { guardRequest, type GuardRules } from "./http/requestGuard.ts";
import { sessionCookie } from "./http/sessionCookies.ts";
import { serveApp } from "./http/staticApp.ts";
import { runTrpc } from "./http/trpcHttp.ts";
import { followConnections } from "./http/unusedConnections.ts";
import type { SessionCookie } from "./sessions/sessionService.ts";

export interface DoorOptions {
  realm: Realm;
  services: Services;
  router: AnyTRPCRouter;
  createContext: (services: Services, caller: Caller, cookie: SessionCookie, cart: CartCookie) => Promise<unknown>;
  guard: GuardRules;
  /** Whether the public origin is https, so that browsers may be told to insist on it. */
  https: boolean;
  /** Addresses of proxies whose word about the caller's address counts; of nobody else's (RAT-3). */
  trustedProxies: readonly string[];
  /** How long a request may take to arrive, a connection may be silent, and an answer may take (R18). */
  patience?: { request: number; connection: number; handler: number } | undefined;
  /** How many milliseconds late the event loop may run before calls are refused (R16). */
  mostLate?: number | undefined;
  /** The folder of the built app. */
  app: string;
  /** Whether the server can do its work. */
  isReady: () => Promise<boolean>;
  /** Told of whatever a request failed with; a failure of the storage must end the process. */
  onFailure?: ((error: unknown) => void) | undefined;
  /** What one door alone has. */
  extend?: ((door: FastifyInstance) => Promise<void>) | undefined;
}

const usualPatience = { request: 10_000, connection: 15_000, handler: 15_000 };
const usuallyLate = 1_000;
const bodyMost = 256 * 1024;
const headersMost = 16 * 1024;
const connectionsMost = 2_000;
const pathsMost = 500;

/** One HTTP door: what it lets in, what it answers itself, and its procedures and built app behind it. */
export const openDoor = async (options: DoorOptions): Promise<FastifyInstance> => {
  const { services, realm, patience = usualPatience, mostLate = usuallyLate } = options;
  const loggerInstance: FastifyBaseLogger = services.log;
  const door = fastify({
    loggerInstance,
    // Its own lines would show addresses as they were asked for.
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: () => randomBytes(9).toString("base64url"),
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    bodyLimit: bodyMost,
    requestTimeout: patience.request,
    connectionTimeout: patience.connection,
    handlerTimeout: patience.handler,
    keepAliveTimeout: 60_000,
    forceCloseConnections: "idle",
    http: {
      maxHeaderSize: headersMost,
      requestTimeout: patience.request,
      // Node swaps the two when this one is the longer, and looks only so often: slow requests would stay for minutes.
      headersTimeout: patience.request,
      connectionsCheckingInterval: Math.min(1_000, patience.request),
    },
    routerOptions: { maxParamLength: pathsMost },
    exposeHeadRoutes: true,
    clientErrorHandler: sendRawRefusal,
    frameworkErrors: (_error, request, reply) => {
      void answerProblem(request, reply, 400, "request.refused");
    },
  });
  door.server.maxConnections = connectionsMost;
  const closeUnused = followConnections(door.server);
  let closing = false;
  door.addHook("preClose", async () => {
    closing = true;
    // What was sent a moment ago may not have been read yet.
    setTimeout(closeUnused, 250).unref();
  });
  // Else a browser keeps the connection of its last answer, and the stop waits for it.
  door.addHook("onSend", async (_request, reply) => {
    if (closing) void reply.header("connection", "close");
  });

  await securityHeaders(door, options.https);
  door.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id);
    guardRequest(options.guard, { method: request.method, url: request.raw.url ?? "", headers: request.headers });
  });
  await door.register(cookie, { hook: "onRequest" });
  await door.register(underPressure, {
    maxEventLoopDelay: mostLate,
    retryAfter: 5,
    pressureHandler: (request, reply) => {
      // Calls are the work; a page whose script is refused could not even say that much is going on.
      if (!request.url.startsWith("/trpc/")) return;
      void reply.header("retry-after", "5");
      throw new Refusal(503, "server.busy", "pressure");
    },
  });
  readBodies(door);
  logAnswers(door);
  answerFailures(door, options);

  door.get("/health", async (_request, reply) => reply.type("text/plain").send("ok"));
  door.get("/ready", async (_request, reply) => {
    const ready = await options.isReady();
    return reply
      .code(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ok" : "not ready");
  });
  servePictures(door, services);
  mountTrpc(door, options);
  await options.extend?.(door);
  const opensApp = await serveApp(door, options.app);
  door.setNotFoundHandler(async (request, reply) => {
    if (opensApp(request))
      return reply.header("cache-control", "no-cache").sendFile("index.html", { cacheControl: false });
    return answerProblem(request, reply, 404, "request.not_found");
  });
  services.log.debug({ realm }, "a door is set up");
  return door;
};

/** JSON and nothing else: a parser that is not there cannot be reached by a form (F8). */
const readBodies = (door: FastifyInstance): void => {
  door.removeAllContentTypeParsers();
  door.addContentTypeParser("application/json", { parseAs: "string" }, (_request, body, done) => {
    try {
      done(null, readJson(String(body)));
    } catch (error) {
      done(error instanceof Error ? error : new Error("a body could not be read"));
    }
  });
};

const isCall = (request: FastifyRequest): boolean => request.url.startsWith("/trpc/") || request.method === "POST";

const answerProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  problem: ProblemCode,
): FastifyReply => {
  void reply.code(status).header("cache-control", "no-store");
  return isCall(request)
    ? reply.type("application/json; charset=utf-8").send(envelopeOf(status, problem, request.id))
    : reply.type("text/plain; charset=utf-8").send(`${problem} (${request.id})\n`);
};

const refusalOf = (error: FastifyError | Refusal): Refusal => {
  if (error instanceof Refusal) return error;
  // What a read met that no procedure made, as that of a picture.
  if (isBusy(error)) return new Refusal(503, "server.busy", "database");
  const { statusCode = 500 } = error;
  if (statusCode === 413 || statusCode === 400) return new Refusal(statusCode, "input.invalid", error.code);
  if (statusCode === 415) return new Refusal(415, "request.refused", error.code);
  // A file that may not be served is one that is not there.
  if (statusCode === 404 || statusCode === 403) return new Refusal(404, "request.not_found", error.code);
  if (statusCode === 503 || statusCode === 408) return new Refusal(503, "server.busy", error.code);
  return statusCode < 500
    ? new Refusal(statusCode, "request.refused", error.code)
    : new Refusal(500, "server.internal", error.code);
};

const answerFailures = (door: FastifyInstance, { onFailure }: DoorOptions): void => {
  door.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.statusCode === 500) {
      request.log.error({ err: error, event: "request.failed" }, "a request failed");
      onFailure?.(error);
    } else {
      request.log.warn({ event: "request.refused", status: refusal.statusCode, reason: refusal.reason }, "refused");
    }
    if (refusal.statusCode === 405) void reply.header("allow", "GET, HEAD, POST");
    return answerProblem(request, reply, refusal.statusCode, refusal.code);
  });
};

/** One line an answer, with the route's pattern and never the address that was asked for. */
const logAnswers = (door: FastifyInstance): void => {
  door.decorateRequest("called", null);
  door.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        event: "request",
        method: request.method,
        route: request.routeOptions.url ?? "none",
        called: request.called ?? undefined,
        status: reply.statusCode,
        took: Math.round(reply.elapsedTime),
        from: request.ip,
      },
      "answered",
    );
  });
};

declare module "fastify" {
  interface FastifyRequest {
    /** The procedures a request called. */
    called: string[] | null;
  }
}

const mountTrpc = (door: FastifyInstance, { services, router, realm, createContext, onFailure }: DoorOptions): void => {
  const notCalled = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    void reply.header("allow", "POST");
    return answerProblem(request, reply, 405, "request.refused");
  };
  door.route({ method: ["GET", "OPTIONS"], url: "/trpc/*", handler: notCalled });
  door.post<{ Params: { "*": string }; Querystring: { batch?: string } }>("/trpc/*", async (request, reply) => {
    const paths = request.params["*"];
    if (paths.length > pathsMost) throw new Refusal(400, "input.unbatchable", "path length");
    const left = new AbortController();
    reply.raw.once("close", () => left.abort());
    const answer = await runTrpc(
      {
        router,
        realm,
        createContext: () =>
          createContext(
            services,
            callerOf(request.id, request.ip, request.headers["user-agent"]),
            sessionCookie(realm, services.now, request, reply),
            cartCookie(request, reply),
          ),
        onFailure: ({ error, path }) => {
          const cause = causeOf(error);
          if (isUnexpected(error)) request.log.error({ err: cause, event: "call.failed", path }, "a call failed");
          onFailure?.(cause);
        },
      },
      { paths, isBatch: request.query.batch === "1", body: request.body, signal: left.signal },
    );
    request.called = answer.called;
    return reply
      .code(answer.status)
      .header("cache-control", "no-store")
      .type("application/json; charset=utf-8")
      .send(JSON.stringify(answer.body));
  });
};
