import { cookieNames } from "../src/http/sessionCookies.ts";
import type { Harness } from "./caller.ts";
import { openDoors } from "./openDoors.ts";

export interface WireAnswer {
  status: number;
  /** The body as JSON, or its text where it is none. */
  body: unknown;
  requestId: string | null;
}

/** The doors of a harness, and how a signed-in program posts a body to them exactly as it is. */
export const httpDoors = async ({ db, services }: Harness) => {
  const { shop, admin } = await openDoors(db, { services });
  const doors = { shop, staff: admin };
  const post = async (realm: "shop" | "staff", path: string, body: string, token: string): Promise<WireAnswer> => {
    const answer = await doors[realm].post(path, body, { cookie: `${cookieNames[realm]}=${token}` });
    const text = await answer.text();
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // Shown as it is by whoever expected JSON.
    }
    return { status: answer.status, body: parsed, requestId: answer.headers.get("x-request-id") };
  };
  return { post };
};
