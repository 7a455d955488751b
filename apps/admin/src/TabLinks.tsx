import scrolls from "@clientele/ui/scrolls.module.css";
import { usePresentInSight } from "@clientele/ui/usePresentInSight.ts";
import { Link, type LinkProps } from "@tanstack/react-router";
import classes from "./TabLinks.module.css";

export interface TabLink extends Pick<LinkProps, "to" | "params" | "search"> {
  id: string;
  label: string;
  /** Beside the label: how many there are. */
  count?: string | undefined;
  /** The first one, whose address all others begin with. */
  exact?: boolean;
}

export interface TabLinksProps {
  label: string;
  tabs: readonly TabLink[];
}

/** The sections of one thing, each with an address of its own; on a phone one row that is pushed sideways. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const nav = usePresentInSight<HTMLElement>();
  return (
    <nav ref={nav} aria-label={label} className={`${classes["tabs"]} ${scrolls["sideways"]}`}>
      <ul className={classes["list"]}>
        {tabs.map(({ id, label: name, count, exact, ...to }) => (
          <li key={id}>
            <Link {...to} className={classes["tab"]} activeOptions={{ exact: exact === true, includeSearch: false }}>
              {name}
              {count !== undefined && <span className={classes["count"]}>{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
