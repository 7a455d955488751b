import type { Columns } from "../columns/postgres.ts";
import { cartTables } from "./carts.ts";
import { catalogueTables } from "./catalogue.ts";
import { customerTables } from "./customers.ts";
import { eventTables } from "./events.ts";
import { groupTables } from "./groups.ts";
import { orderTables } from "./orders.ts";
import { pricingTables } from "./pricing.ts";
import { sessionTables } from "./sessions.ts";
import { settingsTables } from "./settings.ts";
import { staffTables } from "./staff.ts";

/** The whole schema, written once; each kit makes its dialect's tables of it. */
export const tables = (c: Columns) => {
  const customers = customerTables(c);
  const staff = staffTables(c);
  const groups = groupTables(c, customers);
  const catalogue = catalogueTables(c);
  return {
    ...settingsTables(c),
    ...customers,
    ...groups,
    ...catalogue,
    ...pricingTables(c, customers, groups, catalogue),
    ...cartTables(c, customers, catalogue),
    ...orderTables(c, customers, catalogue),
    ...staff,
    ...sessionTables(c, customers, staff),
    ...eventTables(c),
  };
};

export type Tables = ReturnType<typeof tables>;
