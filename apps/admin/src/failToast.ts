import { problemOf } from "@clientele/ui/problem.ts";
import { problemText } from "@clientele/ui/problemText.ts";
import { text } from "@clientele/ui/text.ts";
import { doneToast } from "@clientele/ui/undoToast.tsx";

/** Tells of a failure of what has no form of its own to show it. */
export function failToast(error: unknown): void {
  const problem = problemOf(error);
  doneToast(problem === null ? text.problem.lost : problemText(problem));
}
