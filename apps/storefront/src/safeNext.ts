const home = "/account";
// Never asked for; it only lets a path be read the way a browser would.
const origin = "https://store.invalid";

/** Where a sign-in may lead: a page of this store, or the account when anything else was asked for (WEB-7). */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !next.startsWith("/") || /[\\\p{Cc}\p{White_Space}]/u.test(next)) return home;
  let url: URL;
  let path: string;
  try {
    url = new URL(next, origin);
    path = decodeURIComponent(url.pathname);
  } catch {
    return home;
  }
  if (url.origin !== origin || url.username !== "" || /^\/[/\\]/.test(path) || path.startsWith("/sign-in")) return home;
  return `${url.pathname}${url.search}${url.hash}`;
}
