import { ConnectionBanner } from "@clientele/ui/ConnectionBanner.tsx";
import { mainId, SkipLink } from "@clientele/ui/SkipLink.tsx";
import { IconSearch } from "@tabler/icons-react";
import { Link, useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { IconLink, TextLink } from "../links.tsx";
import { text } from "../text.ts";
import { useStore } from "../useStore.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { CartLink } from "./CartLink.tsx";
import { Footer } from "./Footer.tsx";
import { HeaderSearch } from "./HeaderSearch.tsx";
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
          <nav className={classes["places"]} aria-label={text.shell.places}>
            <TextLink to="/" size="sm" c="inherit">
              {text.shell.products}
            </TextLink>
          </nav>
          <HeaderSearch />
          <div className={classes["actions"]}>
            <IconLink to="/" aria-label={text.shell.search} className={`${classes["symbol"]} ${classes["toSearch"]}`}>
              <IconSearch size={20} stroke={1.6} aria-hidden />
            </IconLink>
            <CartLink />
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
