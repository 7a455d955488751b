import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { client, type Inputs, type Outputs, queryClient, trpc } from "../trpc.ts";
import type { EntriesSearch } from "./entriesSearch.ts";
import type { Entry } from "./entryDraft.ts";

type EntryPage = Outputs["priceLists"]["entries"];
type Pages = InfiniteData<EntryPage, string | null>;
type EntryInput = Inputs["priceLists"]["setEntries"]["entries"][number];

const ranges = (given: EntryInput["ranges"]): Entry["ranges"] =>
  (given ?? []).map(({ min = 1, max = null, amount }) => ({ min, max, amount }));

/** The rows of the grid, a thousand at a time, as far down as somebody has scrolled. */
export function useEntryPages(priceListId: string, { search, all }: EntriesSearch) {
  const queryKey = useMemo(() => {
    const input = { priceListId, ...(search === undefined || search === "" ? {} : { search }), all: all === true };
    return [...trpc.priceLists.entries.queryKey({ ...input, limit: 1000 }), "pages"];
  }, [priceListId, search, all]);
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      client.priceLists.entries.query(
        {
          priceListId,
          all: all === true,
          limit: 1000,
          ...(search === undefined || search === "" ? {} : { search }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Rows must not move under the hand of who edits them; opening the page reads them anew.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

  /** Shows at once what is being sent; the rows stay where they are, also those that say nothing any more. */
  const patch = useCallback(
    (entries: readonly EntryInput[]) => {
      const said = new Map(entries.map((entry) => [entry.variantId, entry]));
      const patched = (row: Entry): Entry => {
        const entry = said.get(row.variantId);
        return entry === undefined ? row : { ...row, excluded: entry.excluded ?? false, ranges: ranges(entry.ranges) };
      };
      queryClient.setQueryData<Pages>(
        queryKey,
        (before) =>
          before && { ...before, pages: before.pages.map((page) => ({ ...page, items: page.items.map(patched) })) },
      );
    },
    [queryKey],
  );

  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  return {
    rows,
    total: pages.data?.pages[0]?.total ?? { count: 0, capped: false },
    isPending: pages.isPending,
    error: pages.error,
    retry: () => void pages.refetch(),
    more: pages.hasNextPage && !pages.isFetchingNextPage ? () => void pages.fetchNextPage() : null,
    patch,
    reread: () => queryClient.invalidateQueries({ queryKey }),
  };
}
