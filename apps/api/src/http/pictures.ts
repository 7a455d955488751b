import { findPictureBytes } from "@clientele/db/catalogue/pictures";
import { mostPictureBytes, pictureTypes, SetPicture } from "@clientele/domain/catalogue/product";
import { DomainError } from "@clientele/domain/errors";
import { fieldProblemsOf } from "@clientele/domain/fieldProblem";
import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { callerOf } from "../caller.ts";
import { setPicture } from "../catalogue/setPicture.ts";
import type { AdminContext, Services, StaffContext } from "../context.ts";
import { adminContext } from "../contexts.ts";
import { isUnexpected } from "../errors.ts";
import { adminRouter } from "../router.ts";
import { Refusal } from "./refusals.ts";
import { sessionCookie } from "./sessionCookies.ts";
import { failureOf } from "./trpcHttp.ts";

/** The one path that takes another body than JSON, and which; none of them is a type that a form can name. */
export const pictureUploads: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["/picture", new Set<string>(pictureTypes)],
]);

/** Pictures of products, at both doors. A picture is named by what it holds, so that a browser keeps it for good. */
export const servePictures = (door: FastifyInstance, { db }: Pick<Services, "db">): void => {
  door.get<{ Params: { hash: string } }>("/pictures/:hash", async (request, reply) => {
    const { hash } = request.params;
    const bytes = /^[0-9a-f]{64}$/.test(hash) ? await findPictureBytes(db, hash) : null;
    if (bytes === null) throw new Refusal(404, "request.not_found", "picture");
    return reply.type("image/webp").header("cache-control", "public, max-age=31536000, immutable").send(bytes);
  });
};

/** The staff member who sends a picture, known before a byte of it is read. */
const senders = new WeakMap<FastifyRequest, StaffContext>();

const staffIn = (ctx: AdminContext): StaffContext => {
  const { session, staff } = ctx;
  if (session === null || staff === null) throw new DomainError("account.not_signed_in");
  const permission = "catalogue.write";
  if (!staff.permissions.includes(permission)) throw new DomainError("request.not_allowed", { permission });
  return { ...ctx, session, actor: staff };
};

/**
 * Takes a product's picture at the admin door: `POST /picture?productId=…&version=…` with the file as the body. It
 * answers the product, or a problem, as a procedure would (`security` 5.8).
 */
export const receivePictures = async (
  door: FastifyInstance,
  { services, onFailure }: { services: Services; onFailure?: ((error: unknown) => void) | undefined },
): Promise<void> => {
  await door.register(async (scope) => {
    // In here pictures are bodies and nothing else is; outside nothing but JSON is.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      [...pictureTypes],
      { parseAs: "buffer", bodyLimit: mostPictureBytes },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    scope.addHook("onRequest", async (request, reply) => {
      const caller = callerOf(request.id, request.ip, request.headers["user-agent"]);
      const cookie = sessionCookie("staff", services.now, request, reply);
      senders.set(request, staffIn(await adminContext(services, caller, cookie)));
    });
    scope.setErrorHandler<FastifyError>((error, request, reply) => {
      const tooBig = error.code === "FST_ERR_CTP_BODY_TOO_LARGE";
      if (error instanceof Refusal || (error.code?.startsWith("FST_") && !tooBig)) throw error;
      const thrown = tooBig ? new DomainError("picture.too_big", { most: mostPictureBytes }) : error;
      const failure = failureOf(adminRouter, thrown, request.id);
      // The door tells of what nobody expected, and hides it.
      if (isUnexpected(failure.error)) throw error;
      onFailure?.(error);
      // What was not read of the body would be taken for the next request.
      if (tooBig) void reply.header("connection", "close");
      return reply
        .code(failure.status)
        .header("cache-control", "no-store")
        .type("application/json; charset=utf-8")
        .send(JSON.stringify(failure.body));
    });
    scope.post("/picture", async (request, reply) => {
      const sender = senders.get(request);
      if (sender === undefined) throw new DomainError("account.not_signed_in");
      if (!Buffer.isBuffer(request.body)) throw new DomainError("picture.unreadable");
      const wanted = SetPicture.safeParse(request.query);
      if (!wanted.success) throw new DomainError("input.invalid", {}, fieldProblemsOf(wanted.error));
      const product = await setPicture(sender, wanted.data, request.body);
      return reply
        .header("cache-control", "no-store")
        .type("application/json; charset=utf-8")
        .send(JSON.stringify({ result: { data: product } }));
    });
  });
};
