import { getSettings } from "@clientele/db/settings/settings";
import { checkPassword } from "@clientele/domain/sessions/password";
import type { Services } from "../context.ts";
import { isCommonPassword } from "./commonPasswords.ts";

export interface PasswordOwner {
  email: string;
  firstName: string;
  lastName: string;
}

/** Refuses a shopper's new password that is common or says little more than who they are (PWD-3). */
export const judgeNewPassword = async (
  ctx: Pick<Services, "db">,
  password: string,
  { email, firstName, lastName }: PasswordOwner,
): Promise<void> => {
  const { name } = await getSettings(ctx.db);
  checkPassword(password, "shop", { email, names: [firstName, lastName], storeName: name }, isCommonPassword);
};

/** Judges a new password and hashes it; before the transaction, since hashing takes its time. */
export const hashNewPassword = async (
  ctx: Pick<Services, "db" | "passwords">,
  password: string,
  owner: PasswordOwner,
): Promise<string> => {
  await judgeNewPassword(ctx, password, owner);
  return ctx.passwords.hash(password);
};
