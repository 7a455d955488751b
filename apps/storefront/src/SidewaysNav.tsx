import { useRouterState } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./SidewaysNav.module.css";

export interface SidewaysNavProps {
  label: string;
  /** Items of a list, each with a link. */
  children: ReactNode;
}

/** Places beside each other. On a phone they are one row, pushed along from edge to edge of the screen, with the present one in sight. */
export function SidewaysNav({ label, children }: SidewaysNavProps) {
  const nav = useRef<HTMLElement>(null);
  const address = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href });
  useEffect(() => {
    const here = nav.current?.querySelector("[aria-current]");
    if (!nav.current || !here) return;
    const [row, link] = [nav.current.getBoundingClientRect(), here.getBoundingClientRect()];
    // Not scrollIntoView, which would move the page too.
    if (link.left < row.left || link.right > row.right) nav.current.scrollLeft += link.left - row.left - row.width / 4;
  }, [address]);
  return (
    <nav ref={nav} aria-label={label} className={classes["nav"]}>
      <ul>{children}</ul>
    </nav>
  );
}
