import { useBlocker } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useStirred } from "./stirred.ts";

// There long before anything is typed that could be lost.
const LeaveDialog = lazy(async () => ({ default: (await import("./LeaveDialog.tsx")).LeaveDialog }));

export interface LeaveGuardProps {
  form: { isDirty: () => boolean };
  /** Lets the page move within its own address, as a search does that leaves what was typed where it is. */
  elsewhereOnly?: boolean;
}

/** Asks before the page, or the sheet whose being open stands in the address, is left with something typed and not sent. */
export function LeaveGuard({ form, elsewhereOnly = false }: LeaveGuardProps) {
  const stirred = useStirred();
  // Asked when somebody leaves, not when drawn: a form that was saved a moment ago lets go at once.
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => form.isDirty() && !(elsewhereOnly && current.pathname === next.pathname),
    enableBeforeUnload: () => form.isDirty(),
    withResolver: true,
  });
  return (
    stirred && (
      <Suspense>
        <LeaveDialog
          opened={blocker.status === "blocked"}
          onStay={() => blocker.reset?.()}
          onLeave={() => blocker.proceed?.()}
        />
      </Suspense>
    )
  );
}
