import classes from "./SkipLink.module.css";
import { text } from "./text.ts";

/** The id of the `main` landmark each shell has. */
export const mainId = "main";

/** The first stop of the Tab key on every page: past the navigation. */
export function SkipLink() {
  const jump = () => document.getElementById(mainId)?.focus();
  return (
    <a className={classes["link"]} href={`#${mainId}`} onClick={jump}>
      {text.skipToContent}
    </a>
  );
}
