import { problemOf } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { text } from "@clientele/ui/text.ts";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import type { QueryFilters } from "@tanstack/react-query";
import { queryClient } from "./trpc.ts";

/** Tells of a failure of what has no form of its own to show it. */
export function failToast(error: unknown): void {
  const problem = problemOf(error);
  doneToast(problem === null ? text.problem.lost : problemText(problem));
}

/** Tells of it, and reads anew what somebody else may have changed, so that the next try is made over what is there now. */
export const failAndReread =
  (read: QueryFilters) =>
  (error: unknown): void => {
    failToast(error);
    void queryClient.invalidateQueries(read);
  };
