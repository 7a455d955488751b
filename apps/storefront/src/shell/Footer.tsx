import { Anchor } from "@mantine/core";
import { TextLink } from "../links.tsx";
import { policiesOf } from "../policies.ts";
import { text } from "../text.ts";
import { useStore } from "../useStore.ts";
import { RegionChoice } from "./RegionChoice.tsx";
import { SchemeChoice } from "./SchemeChoice.tsx";
import classes from "./Shell.module.css";

/** Where and in what one buys, how it looks, the way back to an order, and the store's own texts as far as it has any. */
export function Footer() {
  const store = useStore();
  return (
    <footer className={classes["foot"]}>
      <div className={`page ${classes["footer"]}`}>
        <span className={classes["footName"]}>{store.name}</span>
        <div className={classes["ways"]}>
          <RegionChoice regions={store.regions} />
          <SchemeChoice />
        </div>
        <nav aria-label={text.shell.footer}>
          <ul className={classes["links"]}>
            <li>
              <TextLink to="/find-my-order" size="sm">
                {text.shell.findOrder}
              </TextLink>
            </li>
            {policiesOf(store).map((policy) => (
              <li key={policy}>
                <TextLink to="/policies/$policy" params={{ policy }} size="sm">
                  {text.policy[policy]}
                </TextLink>
              </li>
            ))}
            {!store.realMail && (
              <li>
                <Anchor href="/dev/mail" size="sm">
                  {text.shell.devMail}
                </Anchor>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
