import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

interface PageOf<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list as far down as it was asked for. */
export interface Pages<Item> {
  items: readonly Item[];
  isPending: boolean;
  error: unknown;
  retry: () => void;
  /** Null when there is nothing further. */
  more: (() => void) | null;
  moreBusy: boolean;
}

/**
 * A list that grows by "show more". tRPC's own infinite queries add a word to the input that our closed inputs refuse,
 * so the page is asked for here. `key` is the query key of the first page, so that it goes stale with its feature.
 */
export function usePages<Item>(
  key: QueryKey,
  fetchPage: (at: { cursor?: string }) => Promise<PageOf<Item>>,
): Pages<Item> {
  const pages = useInfiniteQuery({
    queryKey: [...key, "pages"],
    queryFn: ({ pageParam }) => fetchPage(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return {
    items: pages.data?.pages.flatMap(({ items }) => items) ?? [],
    isPending: pages.isPending,
    error: pages.error,
    retry: () => void pages.refetch(),
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : null,
    moreBusy: pages.isFetchingNextPage,
  };
}
