import type { Database } from "@clientele/db";
import { findCustomerByEmail } from "@clientele/db/customers/customers";
import { isEmptyStore } from "@clientele/db/demo/fill";
import { findStaffByEmail } from "@clientele/db/staff/staff";
import { type DemoAccount, type DemoSignIn, keptSignIns } from "./signIns.ts";

export type PrintedSignIns = Record<DemoAccount, DemoSignIn | null>;

/**
 * The sign-ins to print at the start of a demo, read from the data folder; `fill` is asked first to make the store and
 * keep both of them where nobody has used the database. What was kept for another database than this one is left out.
 */
export const demoSignIns = async (
  db: Database,
  dataDir: string,
  fill: () => Promise<void>,
): Promise<PrintedSignIns> => {
  if (await isEmptyStore(db)) await fill();
  const { owner, shopper } = keptSignIns(dataDir);
  const isStaff = owner !== null && (await findStaffByEmail(db, owner.email)) !== null;
  const isCustomer = shopper !== null && (await findCustomerByEmail(db, shopper.email)) !== null;
  return { owner: isStaff ? owner : null, shopper: isCustomer ? shopper : null };
};
