import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCan } from "../me.ts";
import { trpc } from "../trpc.ts";

/**
 * Whom and what the typed words find on the server, as far as the role may read it. While a group is being chosen for
 * somebody, groups alone are found.
 */
export function usePaletteSearch(query: string, { opened, choosing }: { opened: boolean; choosing: boolean }) {
  const can = useCan();
  const [asked] = useDebouncedValue(query.trim(), 150);
  const searching = opened && asked !== "";
  const customers = useQuery({
    ...trpc.customers.list.queryOptions({ search: asked, limit: 6, sort: "name" }),
    enabled: searching && !choosing && can("customers.read"),
    placeholderData: keepPreviousData,
  });
  const groups = useQuery({
    ...trpc.groups.list.queryOptions({
      ...(asked === "" ? {} : { search: asked }),
      // Nobody is added to a group whose members a rule says.
      ...(choosing ? { kind: "manual", limit: 12 } : { limit: 4 }),
    }),
    enabled: opened && (searching || choosing) && can("groups.read"),
    placeholderData: keepPreviousData,
  });
  // Numbers are told from names by their looks: who types a name means a person.
  const isNumber = /^#?\d{1,9}$/.test(asked);
  const orders = useQuery({
    ...trpc.orders.list.queryOptions({ search: asked, limit: 4 }),
    enabled: searching && isNumber && !choosing && can("orders.read"),
    placeholderData: keepPreviousData,
  });
  return {
    customers: searching && !choosing ? (customers.data?.items ?? []) : [],
    groups: searching || choosing ? (groups.data?.items ?? []) : [],
    orders: searching && isNumber && !choosing ? (orders.data?.items ?? []) : [],
    busy: query.trim() !== asked || customers.isFetching || groups.isFetching || orders.isFetching,
    failed: customers.isError || groups.isError || orders.isError,
  };
}
