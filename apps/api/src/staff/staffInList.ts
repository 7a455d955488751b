import type { Reader } from "@clientele/db";
import { staffInvitations } from "@clientele/db/staff/invitations";
import type { Staff, StaffInList } from "@clientele/domain/staff/staff";

/** Staff as the list of staff shows them, with the invitations of those who have not come yet; one statement for all. */
export const staffInList = async (db: Reader, staff: readonly Staff[]): Promise<StaffInList[]> => {
  const invited = staff.filter(({ status }) => status === "invited").map(({ id }) => id);
  const invitations = await staffInvitations(db, invited);
  return staff.map(({ id, email, name, role, status, totpEnabledAt, lastSignInAt, createdAt, updatedAt, version }) => ({
    id,
    email,
    name,
    role,
    status,
    totp: totpEnabledAt !== null,
    lastSignInAt,
    createdAt,
    updatedAt,
    version,
    invitation: invitations.get(id) ?? null,
  }));
};

/** One staff member as the list shows them. */
export const oneInList = async (db: Reader, staff: Staff): Promise<StaffInList> => {
  const [row] = await staffInList(db, [staff]);
  if (row === undefined) throw new Error("one staff member made no row");
  return row;
};
