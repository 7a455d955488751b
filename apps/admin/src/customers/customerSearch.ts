import { CustomerStatus } from "@clientele/domain/customers/customerStatus";
import { customerSorts } from "@clientele/domain/customers/customerList";
import { TagName } from "@clientele/domain/customers/tag";
import { idOf } from "@clientele/domain/ids";
import { z } from "zod";
import { choiceParam, cursorParam, listParam, wordParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** The part of the address that says which customers are meant. */
export const CustomerFilterSearch = z.object({
  search: wordParam,
  status: listParam(CustomerStatus),
  groupIds: listParam(idOf("group")),
  tags: listParam(TagName),
});
export type CustomerFilterSearch = z.output<typeof CustomerFilterSearch>;

/** The state of a list of customers in the address. */
export const CustomerSearch = CustomerFilterSearch.extend({ sort: choiceParam(customerSorts), cursor: cursorParam });
export type CustomerSearch = z.output<typeof CustomerSearch>;

export const hasFilter = ({ search, status, groupIds, tags }: CustomerFilterSearch): boolean =>
  (search ?? "") !== "" || status !== undefined || groupIds !== undefined || tags !== undefined;

export const noFilter = { search: undefined, status: undefined, groupIds: undefined, tags: undefined };

type ListInput = Inputs["customers"]["list"];

/** What the server is asked for; the same part is sent when "all that match" are meant. */
export const filterOf = ({ search, status, groupIds, tags }: CustomerFilterSearch): Inputs["customers"]["count"] => ({
  ...(search === undefined || search === "" ? {} : { search }),
  ...(status === undefined ? {} : { status }),
  ...(groupIds === undefined ? {} : { groupIds }),
  ...(tags === undefined ? {} : { tags }),
});

/** The page of customers that is shown; as many as a screen holds without scrolling far. */
export const listInput = (search: CustomerSearch): ListInput => ({
  ...filterOf(search),
  ...(search.sort === undefined ? {} : { sort: search.sort }),
  ...(search.cursor === undefined ? {} : { cursor: search.cursor }),
  limit: 25,
});
