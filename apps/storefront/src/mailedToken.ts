/** Tokens of mailed links by the page they opened: only in memory, so a reload or another tab knows nothing of them. */
const held = new Map<string, string>();

// What the server takes as one, said again without its schema: this is loaded before the first page, schemas are not.
const shape = /^[\w.-]{20,120}$/;

/** The token behind `#token=`, or null where the fragment holds none that could be one. */
export function tokenIn(fragment: string): string | null {
  const token = new URLSearchParams(fragment.replace(/^#/, "")).get("token");
  return token !== null && shape.test(token) ? token : null;
}

/**
 * Takes the token of a mailed link out of the address and keeps it for the page; answers whether the address held
 * something that must now leave it.
 */
export function takeToken(page: string, fragment: string): boolean {
  if (!/(^#?|&)token=/.test(fragment)) return false;
  const token = tokenIn(fragment);
  if (token === null) held.delete(page);
  else held.set(page, token);
  return true;
}

/** The token the page was opened with, until the page is loaded anew. */
export const heldToken = (page: string): string | null => held.get(page) ?? null;
