import { days } from "@clientele/domain/time";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { CartCookie } from "../context.ts";
import { comesOnce } from "./sessionCookies.ts";

const name = "__Host-shop_cart";
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;

/** How long a browser keeps a cart that nobody touches; the cart itself is kept as long. */
export const cartKept = days(90);

/** The cookie that names a browser's cart, and how an answer gives another. */
export const cartCookie = (request: FastifyRequest, reply: FastifyReply): CartCookie => ({
  // Looked at when it is asked for, which the admin door never does (AUZ-3).
  get present() {
    return comesOnce(request.headers.cookie ?? "", name) ? (request.cookies[name] ?? null) : null;
  },
  set: (token) => {
    void reply.setCookie(name, token, { ...attributes, maxAge: Math.floor(cartKept / 1000) });
  },
  clear: () => {
    void reply.setCookie(name, "", { ...attributes, maxAge: 0 });
  },
});
