import type { FastifyInstance } from "fastify";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Services } from "../src/context.ts";
import { adminContext, shopContext } from "../src/contexts.ts";
import { openDoor } from "../src/door.ts";
import { cookieNames } from "../src/http/sessionCookies.ts";
import { adminRouter, shopRouter } from "../src/router.ts";

type Realm = "shop" | "staff";

export interface WireAnswer {
  status: number;
  /** The body as JSON, or its text where it is none. */
  body: unknown;
  requestId: string | null;
}

/** Both doors on free ports of this machine until the test ends. */
export const httpDoors = async (services: Services) => {
  const doors: FastifyInstance[] = [];
  onTestFinished(async () => {
    await Promise.all(doors.map((door) => door.close()));
  });
  const open = async (realm: Realm): Promise<string> => {
    const common = {
      services,
      // Whatever port it gets, its page is at this origin.
      guard: { origins: new Set(["https://shop.example.com"]), hosts: new Set(["127.0.0.1"]) },
      https: true,
      trustedProxies: [],
      app: join(tmpdir(), "no built app"),
      isReady: async () => true,
    };
    const door =
      realm === "shop"
        ? await openDoor({ ...common, realm, router: shopRouter, createContext: shopContext })
        : await openDoor({ ...common, realm, router: adminRouter, createContext: adminContext });
    doors.push(door);
    return door.listen({ port: 0, host: "127.0.0.1" });
  };
  const urls = { shop: await open("shop"), staff: await open("staff") };

  /** Posts a body as it is, with the session's cookie where a token is given. */
  const post = async (realm: Realm, path: string, body: string, token: string | null = null): Promise<WireAnswer> => {
    const answer = await fetch(`${urls[realm]}/trpc/${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-clientele": "1",
        ...(token === null ? {} : { cookie: `${cookieNames[realm]}=${token}` }),
      },
      body,
    });
    const text = await answer.text();
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // Shown as it is by whoever expected JSON.
    }
    return { status: answer.status, body: parsed, requestId: answer.headers.get("x-request-id") };
  };
  return { urls, post };
};
