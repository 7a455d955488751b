interface Move<Search> {
  search: (before: Search) => Search;
  replace?: boolean;
  resetScroll?: boolean;
}

/** Writes another part of a list into its address. Typing in the search box is one step back, not one a letter. */
export const searchMove =
  <Search extends object>(navigate: (move: Move<Search>) => unknown) =>
  (changes: Partial<Search>): void =>
    void navigate({
      search: (before) => ({ ...before, ...changes }),
      replace: "search" in changes,
      resetScroll: false,
    });

/** How a page of a list moves within its own address: another part of the list, and the sheet that makes a new row. */
export function listMoves<Search extends { sheet?: string | undefined }>(navigate: (move: Move<Search>) => unknown) {
  return {
    onSearch: searchMove(navigate),
    onNew: (): void => void navigate({ search: (before) => ({ ...before, sheet: "new" }) }),
    close: (): void => void navigate({ search: (before) => ({ ...before, sheet: undefined }), replace: true }),
  };
}
