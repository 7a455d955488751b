import { createSpotlight } from "@mantine/spotlight";

/** The command palette's state, and how it is opened from anywhere in the shell. */
export const [paletteStore, palette] = createSpotlight();

const shownList = (): HTMLElement | null => document.getElementById(paletteStore.getState().listId);

/**
 * Marks the first of the actions. The library does so while somebody types, but what the server finds comes later and
 * pushes the mark down; Enter must mean the best match.
 */
export function selectFirst(): void {
  const list = shownList();
  list?.querySelector("[data-selected]")?.removeAttribute("data-selected");
  list?.querySelector("[data-action]")?.setAttribute("data-selected", "true");
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}

/** Does what the marked action says, as Enter does. */
export const runSelected = (): void => shownList()?.querySelector<HTMLElement>("[data-selected]")?.click();
