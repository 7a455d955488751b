import { useCallback, useRef, useState } from "react";

const mostSteps = 50;

/**
 * The way back through what was done, the last step first. A step is the promise of what undoes it, so that it can be
 * asked for while its answer is on its way; one that failed is forgotten.
 */
export function useUndoSteps<Step>() {
  const steps = useRef<readonly Promise<Step>[]>([]);
  const [count, setCount] = useState(0);
  const keep = useCallback((kept: readonly Promise<Step>[]) => {
    steps.current = kept.slice(-mostSteps);
    setCount(steps.current.length);
  }, []);
  const remember = useCallback(
    (step: Promise<Step>) => {
      keep([...steps.current, step]);
      step.catch(() => keep(steps.current.filter((other) => other !== step)));
    },
    [keep],
  );
  /** Takes the last step away and answers what undoes it; undefined when there is none. */
  const takeLast = useCallback((): Promise<Step> | undefined => {
    const last = steps.current.at(-1);
    keep(steps.current.slice(0, -1));
    return last;
  }, [keep]);
  return { canUndo: count > 0, remember, takeLast };
}
