import type { Staff } from "@clientele/domain/staff/staff";
import { saveStaffPassword } from "@clientele/db/staff/passwords";
import type { Services } from "../src/context.ts";
import { givenStaff } from "./people.ts";

/** A password that is long enough, not common and nobody's name. */
export const staffPassword = "seven quiet harbours";

/** An owner, or whatever the overrides make of one, who signs in with `staffPassword`. */
export const staffWithPassword = async (
  { services }: { services: Services },
  overrides: Partial<Staff> = {},
): Promise<Staff> => {
  const { db } = services;
  const hash = await services.passwords.hash(staffPassword);
  const staff = await givenStaff(services, { name: "Sam Keeper", role: "owner", ...overrides });
  await db.transaction((tx) => saveStaffPassword(tx, staff.id, hash, services.now()));
  return staff;
};
