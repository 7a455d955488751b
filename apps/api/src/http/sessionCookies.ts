import type { Realm } from "@clientele/domain/sessions/token";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { SessionCookie } from "../sessions/sessionService.ts";

/** One name for each realm: a door reads its own cookie only (AUZ-3). */
export const cookieNames = { shop: "__Host-shop_sid", staff: "__Host-admin_sid" } as const satisfies Record<
  Realm,
  string
>;

/** A cookie that came twice was planted by somebody: none of the two is believed (SES-8). */
export const comesOnce = (header: string, name: string): boolean =>
  header.split(";").filter((pair) => pair.split("=", 1)[0]?.trim() === name).length === 1;

/** The session cookie of a request, and how its answer gives another. */
export const sessionCookie = (
  realm: Realm,
  now: () => Date,
  request: FastifyRequest,
  reply: FastifyReply,
): SessionCookie => {
  const name = cookieNames[realm];
  const attributes = {
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: realm === "shop" ? "lax" : "strict",
  } as const;
  return {
    present: comesOnce(request.headers.cookie ?? "", name) ? (request.cookies[name] ?? null) : null,
    set: (token, session) => {
      const maxAge = Math.max(0, Math.floor((session.expiresAt.getTime() - now().getTime()) / 1000));
      void reply.setCookie(name, token, session.remembered ? { ...attributes, maxAge } : attributes);
    },
    clear: () => {
      void reply.setCookie(name, "", { ...attributes, maxAge: 0 });
      // The app's stores only: clearing cookies would reach the other door on the same host (WEB-6).
      void reply.header("clear-site-data", '"storage"');
    },
  };
};
