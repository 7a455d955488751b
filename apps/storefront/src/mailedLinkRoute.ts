import { redirect } from "@tanstack/react-router";
import { takeToken } from "./mailedToken.ts";

/** The `beforeLoad` of a page that a mail leads to: its token leaves the address bar before anything is shown. */
export function keepToken({ location }: { location: { pathname: string; hash: string } }): void {
  if (takeToken(location.pathname, location.hash)) throw redirect({ href: location.pathname, replace: true });
}
