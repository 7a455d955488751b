import type { getFetch } from "@trpc/client";

/** What tRPC asks of a `fetch`; the platform's own fits. */
export type Fetch = ReturnType<typeof getFetch>;

/** Keeps the cookies a door gives, for programs that are no browser. */
export interface Cookies {
  /** The `cookie` header to send; empty when there is none. */
  header(): string;
  /** Takes the `set-cookie` headers of an answer. */
  keep(setCookies: readonly string[]): void;
}

/** Cookies that live as long as the program does. */
export function memoryCookies(): Cookies {
  const kept = new Map<string, string>();
  return {
    header: () => [...kept].map(([name, value]) => `${name}=${value}`).join("; "),
    keep: (setCookies) => {
      for (const setCookie of setCookies) {
        const [pair = "", ...attributes] = setCookie.split(";");
        const at = pair.indexOf("=");
        const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
        const ended = value === "" || attributes.some((attribute) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(attribute));
        if (ended) kept.delete(name);
        else kept.set(name, value);
      }
    },
  };
}

/** A `fetch` that sends the kept cookies and keeps those of the answer. */
export const withCookies =
  (cookies: Cookies): Fetch =>
  async (input, init) => {
    const request = new Request(input, init as RequestInit);
    const header = cookies.header();
    if (header !== "") request.headers.set("cookie", header);
    const response = await globalThis.fetch(request);
    cookies.keep(response.headers.getSetCookie());
    return response;
  };
