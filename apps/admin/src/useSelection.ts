import { useState } from "react";

export interface Selection {
  selected: ReadonlySet<string>;
  /** All that match the filter are meant, also those on other pages. */
  all: boolean;
  set: (selected: ReadonlySet<string>) => void;
  setAll: () => void;
  clear: () => void;
}

const nothing: ReadonlySet<string> = new Set();

/** What is selected in a list, over its pages; another filter (another `key`) begins anew. */
export function useSelection(key: string): Selection {
  const [state, setState] = useState({ key, selected: nothing, all: false });
  const mine = state.key === key ? state : { key, selected: nothing, all: false };
  return {
    selected: mine.selected,
    all: mine.all,
    set: (selected) => setState({ key, selected, all: false }),
    setAll: () => setState({ key, selected: nothing, all: true }),
    clear: () => setState({ key, selected: nothing, all: false }),
  };
}
