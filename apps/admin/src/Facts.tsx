import { Fragment, type ReactNode } from "react";
import classes from "./Facts.module.css";

export interface FactsProps {
  facts: readonly (readonly [name: string, fact: ReactNode])[];
}

/** What is known, each with its name; what is not known is not listed. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes["facts"]}>
      {facts
        .filter(([, fact]) => fact !== null && fact !== false && fact !== "")
        .map(([name, fact]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{fact}</bdi>
            </dd>
          </Fragment>
        ))}
    </dl>
  );
}
