import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, type RefObject } from "react";

/** For a row of links that is pushed sideways where it does not fit: keeps the link to the present place in sight. */
export function usePresentInSight<Row extends HTMLElement>(): RefObject<Row | null> {
  const row = useRef<Row>(null);
  const address = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href });
  useEffect(() => {
    const here = row.current?.querySelector("[aria-current]");
    if (!row.current || !here) return;
    const [frame, link] = [row.current.getBoundingClientRect(), here.getBoundingClientRect()];
    // Not scrollIntoView, which would move the page too.
    if (link.left < frame.left || link.right > frame.right) {
      row.current.scrollLeft += link.left - frame.left - frame.width / 4;
    }
  }, [address]);
  return row;
}
