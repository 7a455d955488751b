import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";

export interface Shortcut {
  /** `j`, `?`, `shift+x`, `mod+k`, or a sequence: `g c`. */
  keys: string;
  description: string;
  /** Heads it in the list of shortcuts. */
  group?: string;
}

interface Registered extends Shortcut {
  run: (event: KeyboardEvent) => void;
}

const registered = new Set<Registered>();
const listeners = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];
let started: { key: string; at: number } | null = null;
const sequenceMs = 1200;

const changed = () => {
  snapshot = [...registered];
  for (const listener of listeners) listener();
};

/** True where a letter would be typed, and while a dialog is open: then only the keys with Ctrl or Cmd are heard. */
const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  const keyless = ["checkbox", "radio", "button", "submit", "reset", "file", "range"];
  return target instanceof HTMLInputElement && !keyless.includes(target.type);
};

const isDialogOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

const nameOf = (event: KeyboardEvent): string => {
  const mod = event.metaKey || event.ctrlKey ? "mod+" : "";
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // Shift is part of a sign such as "?", but a modifier of a letter.
  const shift = event.shiftKey && /^([a-z]|[A-Z][a-zA-Z]+)$/.test(key) ? "shift+" : "";
  return `${mod}${shift}${key}`;
};

const onKeyDown = (event: KeyboardEvent) => {
  if (event.defaultPrevented || event.isComposing || event.altKey || (event.repeat && event.key === "x")) return;
  const key = nameOf(event);
  if (!key.startsWith("mod+") && (isTyping(event.target) || isDialogOpen())) return;
  const sequence = started !== null && event.timeStamp - started.at < sequenceMs ? `${started.key} ${key}` : null;
  // The one mounted last wins: a list inside a sheet before the list under it.
  const all = [...registered].reverse();
  const hit =
    (sequence === null ? undefined : all.find((one) => one.keys === sequence)) ?? all.find((one) => one.keys === key);
  started =
    hit === undefined && all.some((one) => one.keys.startsWith(`${key} `)) ? { key, at: event.timeStamp } : null;
  hit?.run(event);
};

const add = (shortcut: Registered) => {
  if (registered.size === 0) window.addEventListener("keydown", onKeyDown);
  registered.add(shortcut);
  changed();
  return () => {
    registered.delete(shortcut);
    if (registered.size === 0) window.removeEventListener("keydown", onKeyDown);
    changed();
  };
};

export interface ShortcutOptions {
  group?: string;
  enabled?: boolean;
  /** Leaves the browser's own meaning of the key alone, as Enter on a link. */
  passive?: boolean;
}

/** A key of this page, for as long as it is shown; listed by `?`. Never fires while somebody types. */
export function useShortcut(
  keys: string,
  description: string,
  run: (event: KeyboardEvent) => void,
  { group, enabled = true, passive = false }: ShortcutOptions = {},
): void {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    return add({
      keys,
      description,
      ...(group === undefined ? {} : { group }),
      run: (event) => {
        if (!passive) event.preventDefault();
        latest.current(event);
      },
    });
  }, [keys, description, group, enabled, passive]);
}

/** All keys that work on the page now. */
export const useShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
    () => [],
  );
