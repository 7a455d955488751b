import { ConnectionBanner } from "@clientele/ui/ConnectionBanner.tsx";
import { text as uiText } from "@clientele/ui/text.ts";
import { Skeleton, VisuallyHidden } from "@mantine/core";
import classes from "./Shell.module.css";

/** The store before its name is known: the bar where it will stand, and the head of a page. */
export function ShellSkeleton() {
  return (
    <div className={classes["shell"]} aria-busy>
      <ConnectionBanner />
      <div className={classes["bar"]}>
        <div className={`page ${classes["header"]}`}>
          <Skeleton h={20} w="9rem" />
        </div>
      </div>
      <main className={`page ${classes["main"]}`}>
        <VisuallyHidden role="status">{uiText.table.loading}</VisuallyHidden>
        <Skeleton h={36} w="min(16rem, 70%)" />
        <Skeleton h={16} w="min(32rem, 90%)" mt={12} />
      </main>
    </div>
  );
}
