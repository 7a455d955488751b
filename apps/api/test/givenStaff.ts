import type { Database } from "@clientele/db";
import { saveStaffPassword } from "@clientele/db/staff/passwords";
import { insertStaff } from "@clientele/db/staff/staff";
import type { Staff } from "@clientele/domain/staff/staff";
import type { Services } from "../src/context.ts";

/** A password that is long enough, not common and nobody's name. */
export const staffPassword = "seven quiet harbours";

/** A staff member in the database, with `staffPassword`; what a test cares for is said. */
export const givenStaff = async (
  { db, services }: { db: Database; services: Services },
  given: Partial<Staff> = {},
): Promise<Staff> => {
  const id = services.newId("staff");
  const at = services.now();
  const staff: Staff = {
    id,
    email: `${id.toLowerCase().replace("_", ".")}@staff.example.com`,
    name: "Sam Keeper",
    role: "owner",
    status: "active",
    totpSeed: null,
    totpEnabledAt: null,
    totpLastStep: 0,
    lastSignInAt: null,
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...given,
  };
  const hash = await services.passwords.hash(staffPassword);
  await db.transaction(async (tx) => {
    await insertStaff(tx, staff);
    if (staff.status !== "invited") await saveStaffPassword(tx, id, hash, at);
  });
  return staff;
};
