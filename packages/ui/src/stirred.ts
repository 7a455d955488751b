import { useSyncExternalStore } from "react";

let stirred = false;
const listeners = new Set<() => void>();

/** Says that somebody is there; whoever opens a dialog or a toast by itself says so too. */
export function stir(): void {
  if (stirred) return;
  stirred = true;
  for (const listener of listeners) listener();
}

// The first sign of a hand: it comes before the press that needs what is loaded then.
for (const sign of ["pointermove", "pointerdown", "click", "keydown"] as const) {
  window.addEventListener(sign, stir, { once: true, capture: true, passive: true });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** False until the first sign of a hand: what only an action calls for need not load before. */
export const useStirred = (): boolean => useSyncExternalStore(subscribe, () => stirred);
