import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf } from "../ids.ts";
import { pageInput } from "../page.ts";
import { line } from "../text.ts";
import { Instant } from "../time.ts";
import { CustomerStatus } from "./customerStatus.ts";
import { TagName } from "./tag.ts";

export const customerSorts = [
  "-createdAt",
  "createdAt",
  "name",
  "-name",
  "email",
  "-email",
  "-updatedAt",
  "updatedAt",
  "-orders",
  "orders",
  "-netSpent",
  "netSpent",
  "-lastOrder",
  "lastOrder",
] as const;
export type CustomerSort = (typeof customerSorts)[number];

const several = <T extends z.ZodType>(one: T) =>
  z.union([one, z.array(one).max(50)], asField("field.choice")).transform((value) => [value].flat() as z.output<T>[]);

/** Which customers a list, a count or "all that match" means; parts left out say nothing, all given ones must hold. */
export const customerFilter = {
  search: line(200).optional(),
  /** Erased rows are hidden unless asked for. */
  status: several(CustomerStatus).optional(),
  /** Effective members of any of these groups. */
  groupIds: z.array(idOf("group")).max(50).optional(),
  /** Bearing all of these tags, by name. */
  tags: z.array(TagName).max(50).optional(),
  /** Orders in all currencies. */
  ordersFrom: z.int().min(0).max(1_000_000).optional(),
  ordersTo: z.int().min(0).max(1_000_000).optional(),
  /** Net spend in the store's currency, in its minor unit. */
  netSpentFrom: z.int().min(0).max(1e12).optional(),
  netSpentTo: z.int().min(0).max(1e12).optional(),
  lastOrderFrom: Instant.optional(),
  lastOrderUntil: Instant.optional(),
};
export const CustomerFilter = z.strictObject(customerFilter);
export type CustomerFilter = z.output<typeof CustomerFilter>;

/** The admin's list of customers; the same object is the state in its address. */
export const ListCustomers = z.strictObject({
  ...customerFilter,
  sort: z.enum(customerSorts, asField("field.choice")).default("-createdAt"),
  ...pageInput,
});
export type ListCustomers = z.output<typeof ListCustomers>;
