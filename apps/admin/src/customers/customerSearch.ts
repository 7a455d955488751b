import { CustomerStatus } from "@clientele/domain/customers/customerStatus";
import { customerSorts } from "@clientele/domain/customers/customerList";
import { TagName } from "@clientele/domain/customers/tag";
import { idOf } from "@clientele/domain/ids";
import { z } from "zod";
import { startOfDay } from "../days.ts";
import { given } from "../given.ts";
import { choiceParam, countParam, cursorParam, dayParam, listParam, wordParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** The part of the address that says which customers are meant. */
export const CustomerFilterSearch = z.object({
  search: wordParam,
  status: listParam(CustomerStatus),
  groupIds: listParam(idOf("group")),
  tags: listParam(TagName),
  ordersFrom: countParam(1_000_000),
  ordersTo: countParam(1_000_000),
  /** In the minor unit of the store's currency. */
  spentFrom: countParam(1e12),
  spentTo: countParam(1e12),
  /** Days of the viewer's calendar. */
  lastFrom: dayParam,
  lastUntil: dayParam,
});
export type CustomerFilterSearch = z.output<typeof CustomerFilterSearch>;

/** The state of a list of customers in the address. */
export const CustomerSearch = CustomerFilterSearch.extend({ sort: choiceParam(customerSorts), cursor: cursorParam });
export type CustomerSearch = z.output<typeof CustomerSearch>;

export const noFilter = {
  search: undefined,
  status: undefined,
  groupIds: undefined,
  tags: undefined,
  ordersFrom: undefined,
  ordersTo: undefined,
  spentFrom: undefined,
  spentTo: undefined,
  lastFrom: undefined,
  lastUntil: undefined,
} satisfies Record<keyof CustomerFilterSearch, undefined>;

type ListInput = Inputs["customers"]["list"];

/** What the server is asked for; the same part is sent when "all that match" are meant. */
export const filterOf = (filter: CustomerFilterSearch): Inputs["customers"]["count"] => {
  const { search, status, groupIds, tags, ordersFrom, ordersTo, spentFrom, spentTo, lastFrom, lastUntil } = filter;
  return {
    ...given({ search, status, groupIds, tags, ordersFrom, ordersTo, netSpentFrom: spentFrom, netSpentTo: spentTo }),
    ...(lastFrom === undefined ? {} : { lastOrderFrom: startOfDay(lastFrom) }),
    ...(lastUntil === undefined ? {} : { lastOrderUntil: startOfDay(lastUntil, 1) }),
  };
};

export const hasFilter = (filter: CustomerFilterSearch): boolean => Object.keys(filterOf(filter)).length > 0;

/** The page of customers that is shown; as many as a screen holds without scrolling far. */
export const listInput = (search: CustomerSearch): ListInput => ({
  ...filterOf(search),
  ...given({ sort: search.sort, cursor: search.cursor }),
  limit: 25,
});
