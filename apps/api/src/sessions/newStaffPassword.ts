import { getSettings } from "@clientele/db/settings/settings";
import { checkPassword } from "@clientele/domain/sessions/password";
import type { Services } from "../context.ts";
import { isCommonPassword } from "./commonPasswords.ts";

interface StaffPasswordOwner {
  email: string;
  name: string;
}

/** Refuses a staff member's new password that is common or says little more than who they are (PWD-3). */
export const judgeNewStaffPassword = async (
  ctx: Pick<Services, "db">,
  password: string,
  { email, name }: StaffPasswordOwner,
): Promise<void> => {
  const { name: storeName } = await getSettings(ctx.db);
  checkPassword(password, "staff", { email, names: [name], storeName }, isCommonPassword);
};

/** Judges a staff member's new password and hashes it; before the transaction, since hashing takes its time. */
export const hashNewStaffPassword = async (
  ctx: Pick<Services, "db" | "passwords">,
  password: string,
  owner: StaffPasswordOwner,
): Promise<string> => {
  await judgeNewStaffPassword(ctx, password, owner);
  return ctx.passwords.hash(password);
};
