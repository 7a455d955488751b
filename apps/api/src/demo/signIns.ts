import { randomInt } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const SignIn = z.object({ email: z.string(), password: z.string() });
/** What opens one of the demo's two accounts. */
export type DemoSignIn = z.infer<typeof SignIn>;

const files = { owner: "demo-owner.json", shopper: "demo-shopper.json" } as const;
export type DemoAccount = keyof typeof files;
export type DemoSignIns = Record<DemoAccount, DemoSignIn>;

// Letters and digits that nobody takes for one another.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const letters = (count: number): string =>
  Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join("");

/** A password of this machine alone: 99 random bits, easy to copy by hand. */
export const newDemoPassword = (): string => [letters(5), letters(5), letters(5), letters(5)].join("-");

/** Keeps the sign-ins where only the owner of the data folder can read them; each file appears whole or not at all. */
export const keepSignIns = (folder: string, signIns: DemoSignIns): void => {
  for (const account of ["owner", "shopper"] as const) {
    const file = join(folder, files[account]);
    const { email, password } = signIns[account];
    writeFileSync(`${file}.new`, `${JSON.stringify({ email, password }, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
};

/** The sign-in kept for an account, or null where none is. */
const keptSignIn = (folder: string, account: DemoAccount): DemoSignIn | null => {
  const file = join(folder, files[account]);
  return existsSync(file) ? SignIn.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
};

export const keptSignIns = (folder: string): Record<DemoAccount, DemoSignIn | null> => ({
  owner: keptSignIn(folder, "owner"),
  shopper: keptSignIn(folder, "shopper"),
});
