import { searchText } from "../search.ts";
import type { Outputs } from "../trpc.ts";

type Status = Outputs["orders"]["list"]["items"][number]["status"];

/** What the address says of the list of orders. */
export interface OrderSearch {
  status?: Status | undefined;
  year?: number | undefined;
  search?: string | undefined;
  cursor?: string | undefined;
}

// Said again without the domain's schema: every route's search is read before the first page is shown.
const statuses: readonly string[] = ["pending", "completed", "canceled"] satisfies Status[];
export const isOrderStatus = (value: unknown): value is Status => typeof value === "string" && statuses.includes(value);

const yearOf = (value: unknown): number | undefined => {
  const year = Number(value);
  return Number.isInteger(year) && year >= 2000 && year <= 2199 ? year : undefined;
};

/** Reads an address; what cannot be understood reads as not given. */
export const orderSearch = ({ status, year, search, cursor }: Record<string, unknown>): OrderSearch => ({
  status: isOrderStatus(status) ? status : undefined,
  year: yearOf(year),
  // A number alone is read from the address as one.
  search: searchText(typeof search === "number" ? String(search) : search, 40),
  cursor: searchText(cursor, 400),
});

export const listInput = ({ status, year, search, cursor }: OrderSearch) => ({
  limit: 20,
  ...(status === undefined ? {} : { status }),
  ...(year === undefined ? {} : { year }),
  ...(search === undefined ? {} : { search }),
  ...(cursor === undefined ? {} : { cursor }),
});

/** The newest, for the start of the account. */
export const lastOrders = { limit: 3 };
