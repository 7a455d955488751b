import { MutationCache, type Query, QueryClient } from "@tanstack/react-query";
import { isLostConnection } from "./problem.ts";

declare module "@tanstack/react-query" {
  interface Register {
    /** `invalidates` names the first words of the procedure paths whose answers the mutation makes stale. */
    mutationMeta: { invalidates?: readonly string[] };
  }
}

/** The first word of a key of `@trpc/tanstack-react-query`: `[["groups", "addMembers"], …]` is of `groups`. */
const featureOf = (key: readonly unknown[] | undefined): string | null => {
  const path = key?.[0];
  const first: unknown = Array.isArray(path) ? path[0] : null;
  return typeof first === "string" ? first : null;
};

/**
 * The one query client of an app. Answers are fresh for half a minute, so walking between pages asks nothing twice,
 * and every write makes the reads of its own feature stale unless its `meta.invalidates` names others.
 */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      onSuccess: async (_data, _variables, _onMutateResult, mutation) => {
        const own = featureOf(mutation.options.mutationKey);
        const features = new Set(mutation.meta?.invalidates ?? (own === null ? [] : [own]));
        const isStale = (query: Query) => features.has(featureOf(query.queryKey) ?? "");
        if (features.size > 0) await client.invalidateQueries({ predicate: isStale });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 5 * 60_000,
        // An answer of the server will not change by asking again; a connection may come back.
        retry: (failures, error) => failures < 5 && isLostConnection(error),
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 8_000),
        refetchOnWindowFocus: true,
      },
      mutations: {
        retry: false,
        // Offline, a write fails at once and the form keeps what was typed; queued, it would run unseen later.
        networkMode: "always",
      },
    },
  });
  return client;
}
