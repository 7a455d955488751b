import { Anchor } from "@mantine/core";
import { TextLink } from "../links.tsx";
import { policiesOf } from "../policies.ts";
import { text } from "../text.ts";
import { useStore } from "../useStore.ts";
import { RegionChoice } from "./RegionChoice.tsx";
import classes from "./Shell.module.css";

/** Where and in what one buys, the way back to an order, and the store's own texts as far as it has any. */
export function Footer() {
  const store = useStore();
  return (
    <footer className={classes["foot"]}>
      <div className={`page ${classes["footer"]}`}>
        <span>{store.name}</span>
        <RegionChoice regions={store.regions} />
        <nav aria-label={text.shell.footer}>
          <ul className={classes["links"]}>
            <li>
              <TextLink to="/find-my-order">{text.shell.findOrder}</TextLink>
            </li>
            {policiesOf(store).map((policy) => (
              <li key={policy}>
                <TextLink to="/policies/$policy" params={{ policy }}>
                  {text.policy[policy]}
                </TextLink>
              </li>
            ))}
            {!store.realMail && (
              <li>
                <Anchor href="/dev/mail" inherit>
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
