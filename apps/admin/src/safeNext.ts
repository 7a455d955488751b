/** Where a sign-in may lead: a path of this app and nothing else (WEB-7). */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/";
  try {
    // As a browser would read it: whatever leads away from this origin is not followed.
    const url = new URL(next, "http://here.invalid");
    const decoded = decodeURIComponent(url.pathname);
    if (url.origin !== "http://here.invalid" || /^\/[/\\]/.test(decoded)) return "/";
    return `${url.pathname}${url.search}${url.hash}`;
  } catch {
    return "/";
  }
}
