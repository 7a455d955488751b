import { findCustomerByEmail } from "@clientele/db/customers/customers";
import { isEmptyStore } from "@clientele/db/demo/fill";
import { findStaffByEmail } from "@clientele/db/staff/staff";
import type { Services } from "../context.ts";
import { fillDemo } from "./fillDemo.ts";
import { type DemoAccount, type DemoSignIn, keptSignIns } from "./signIns.ts";

export type PrintedSignIns = Record<DemoAccount, DemoSignIn | null>;

/**
 * The sign-ins to print at the start of a demo: a first start makes the store and both of them, a later one reads them
 * from the data folder. What was kept for another database than this one is left out.
 */
export const demoSignIns = async (services: Services, dataDir: string): Promise<PrintedSignIns> => {
  const { db } = services;
  if (await isEmptyStore(db)) return fillDemo(services, { dataDir });
  const { owner, shopper } = keptSignIns(dataDir);
  const isStaff = owner !== null && (await findStaffByEmail(db, owner.email)) !== null;
  const isCustomer = shopper !== null && (await findCustomerByEmail(db, shopper.email)) !== null;
  return { owner: isStaff ? owner : null, shopper: isCustomer ? shopper : null };
};
