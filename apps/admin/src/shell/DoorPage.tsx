import { ColorSchemeSwitch } from "@clientele/ui/ColorSchemeSwitch.tsx";
import { ConnectionBanner } from "@clientele/ui/ConnectionBanner.tsx";
import { mainId } from "@clientele/ui/SkipLink.tsx";
import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { text } from "../text.ts";
import { Brand } from "./Brand.tsx";
import classes from "./DoorPage.module.css";

/** One narrow column for who is not signed in. */
export function DoorPage({ children }: { children: ReactNode }) {
  return (
    <div className={classes["door"]}>
      <ConnectionBanner />
      <header className={classes["head"]}>
        <span className={classes["brand"]}>
          <Brand />
          <Text span fw={620} size="lg">
            {text.shell.app}
          </Text>
          <Text span c="dimmed">
            {text.shell.tagline}
          </Text>
        </span>
        <ColorSchemeSwitch />
      </header>
      <main id={mainId} tabIndex={-1} className={classes["main"]}>
        <div className={classes["card"]}>{children}</div>
      </main>
    </div>
  );
}
