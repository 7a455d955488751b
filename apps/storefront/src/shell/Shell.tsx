import { ColorSchemeSwitch } from "@clientele/ui/ColorSchemeSwitch.tsx";
import { ConnectionBanner } from "@clientele/ui/ConnectionBanner.tsx";
import { mainId, SkipLink } from "@clientele/ui/SkipLink.tsx";
import { Link, useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useStore } from "../useStore.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Footer } from "./Footer.tsx";
import classes from "./Shell.module.css";

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const { name } = useStore();
  useFocusOnNewPage();
  return (
    <div className={classes["shell"]}>
      <SkipLink />
      <ConnectionBanner />
      <header className={classes["bar"]}>
        <div className={`page ${classes["header"]}`}>
          <Link to="/" className={classes["store"]}>
            {name}
          </Link>
          <div className={classes["actions"]}>
            <ColorSchemeSwitch />
            <AccountMenu />
          </div>
        </div>
      </header>
      <main id={mainId} tabIndex={-1} className={`page ${classes["main"]}`}>
        {children}
      </main>
      <Footer />
    </div>
  );
}

/** After a walk to another page the keyboard and the screen reader start at its content, as after a full load. */
function useFocusOnNewPage(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe("onRendered", ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation !== undefined) document.getElementById(mainId)?.focus({ preventScroll: true });
      }),
    [router],
  );
}
