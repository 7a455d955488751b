import { Anchor } from "@mantine/core";
import { TextLink } from "../links.tsx";
import { policiesOf } from "../policies.ts";
import { text } from "../text.ts";
import { useStore } from "../useStore.ts";
import classes from "./Shell.module.css";

/** The store's own texts, as far as it has any. */
export function Footer() {
  const store = useStore();
  const policies = policiesOf(store);
  return (
    <footer className={classes["foot"]}>
      <div className={`page ${classes["footer"]}`}>
        <span>{store.name}</span>
        {(policies.length > 0 || !store.realMail) && (
          <nav aria-label={text.shell.footer}>
            <ul className={classes["links"]}>
              {policies.map((policy) => (
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
        )}
      </div>
    </footer>
  );
}
