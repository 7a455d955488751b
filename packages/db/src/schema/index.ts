import type { Columns } from "../columns/postgres.ts";
import { customerTables } from "./customers.ts";
import { eventTables } from "./events.ts";
import { groupTables } from "./groups.ts";
import { sessionTables } from "./sessions.ts";
import { settingsTables } from "./settings.ts";
import { staffTables } from "./staff.ts";

/** The whole schema, written once; each kit makes its dialect's tables of it. */
export const tables = (c: Columns) => {
  const customers = customerTables(c);
  const staff = staffTables(c);
  return {
    ...settingsTables(c),
    ...customers,
    ...groupTables(c, customers),
    ...staff,
    ...sessionTables(c, customers, staff),
    ...eventTables(c),
  };
};

export type Tables = ReturnType<typeof tables>;
