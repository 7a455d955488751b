import { type RefObject, useRef } from "react";
import { text } from "./text.ts";
import { useShortcut } from "./useShortcut.ts";

export interface RowKeys {
  /** The table's body, whose rows carry `data-row`. */
  body: RefObject<HTMLTableSectionElement | null>;
  onToggle: ((id: string) => void) | null;
  onOpen: ((id: string) => void) | null;
  onEdit: ((id: string) => void) | null;
}

const group = text.hotkeys.list;
const inRow = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;

/** j and k walk the rows, x selects, Enter opens, e edits: the focus itself moves, so screen readers follow. */
export function useRowKeys({ body, onToggle, onOpen, onEdit }: RowKeys): void {
  const last = useRef<string | null>(null);

  const rows = (): HTMLElement[] => [...(body.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  const current = (): HTMLElement | null => {
    const focused = inRow(document.activeElement);
    if (focused !== null && body.current?.contains(focused) === true) return focused;
    return rows().find((row) => row.dataset["row"] === last.current) ?? null;
  };
  const step = (by: number) => {
    const all = rows();
    const from = current();
    const at = from === null ? (by > 0 ? -1 : all.length) : all.indexOf(from);
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    last.current = next.dataset["row"] ?? null;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  useShortcut("j", text.hotkeys.nextRow, () => step(1), { group });
  useShortcut("k", text.hotkeys.previousRow, () => step(-1), { group });
  useShortcut(
    "x",
    text.hotkeys.selectRow,
    () => {
      const id = current()?.dataset["row"];
      if (id !== undefined) onToggle?.(id);
    },
    { group, enabled: onToggle !== null },
  );
  useShortcut(
    "Enter",
    text.hotkeys.openRow,
    (event) => {
      const id = current()?.dataset["row"];
      if (id !== undefined && event.target === current()) onOpen?.(id);
    },
    { group, enabled: onOpen !== null, passive: true },
  );
  useShortcut(
    "e",
    text.hotkeys.editRow,
    () => {
      const id = current()?.dataset["row"];
      if (id !== undefined) onEdit?.(id);
    },
    { group, enabled: onEdit !== null },
  );
}
