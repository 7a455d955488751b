import { checkPassword } from "@clientele/domain/sessions/password";
import type { Services } from "../context.ts";
import { getSettings } from "../settings/store.ts";
import { isCommonPassword } from "./commonPasswords.ts";

/** Judges a staff member's new password and hashes it; before the transaction, since hashing takes its time. */
export const hashNewStaffPassword = async (
  ctx: Pick<Services, "db" | "passwords">,
  password: string,
  { email, name }: { email: string; name: string },
): Promise<string> => {
  const { name: storeName } = await getSettings(ctx.db);
  checkPassword(password, "staff", { email, names: [name], storeName }, isCommonPassword);
  return ctx.passwords.hash(password);
};
