import { usePresentInSight } from "@clientele/ui/usePresentInSight.ts";
import type { ReactNode } from "react";
import classes from "./SidewaysNav.module.css";

export interface SidewaysNavProps {
  label: string;
  /** Items of a list, each with a link. */
  children: ReactNode;
}

/** Places beside each other. On a phone they are one row, pushed along from edge to edge of the screen, with the present one in sight. */
export function SidewaysNav({ label, children }: SidewaysNavProps) {
  const nav = usePresentInSight<HTMLElement>();
  return (
    <nav ref={nav} aria-label={label} className={classes["nav"]}>
      <ul>{children}</ul>
    </nav>
  );
}
