import { TRPCError } from "@trpc/server";
import type { Database } from "@clientele/db";
import { insertCustomer } from "@clientele/db/customers/customers";
import { setPassword } from "@clientele/db/sessions/passwords";
import type { Customer } from "@clientele/domain/customers/customer";
import type { Problem } from "@clientele/domain/errors";
import { buildCustomer } from "@clientele/testing/customers";
import { problemOf } from "../src/errors.ts";
import type { PasswordHasher } from "../src/sessions/passwordHasher.ts";
import { limits, type Limits } from "../src/throttle/limits.ts";
import { type Harness, type Jar, tokenIn, type Visit } from "./caller.ts";

/** A password that every rule accepts. */
export const goodPassword = "seven green kettles";

/** For tests that are about something else than limits. */
export const roomyLimits: Limits = {
  ...limits,
  passwordPerAccount: { ...limits.passwordPerAccount, most: 10_000 },
  passwordPerAddress: { ...limits.passwordPerAddress, most: 10_000 },
  mailPerRecipientHour: { ...limits.mailPerRecipientHour, most: 10_000 },
  mailPerRecipientDay: { ...limits.mailPerRecipientDay, most: 10_000 },
  mailPerAddress: { ...limits.mailPerAddress, most: 10_000 },
  tokenPerAddress: { ...limits.tokenPerAddress, most: 10_000 },
  codePerCart: { ...limits.codePerCart, most: 10_000 },
  codePerAddress: { ...limits.codePerAddress, most: 10_000 },
  guestOrderPerRecipient: { ...limits.guestOrderPerRecipient, most: 10_000 },
  guestOrderPerAddress: { ...limits.guestOrderPerAddress, most: 10_000 },
};

/** The problem a call was refused with; fails when it was not, or with anything else. */
export const refusalOf = async (call: Promise<unknown>): Promise<Problem> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof TRPCError) return problemOf(error, "");
    throw error;
  }
  throw new Error("the call was not refused");
};

/** The code a call was refused with. */
export const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).code;

/** Input as anybody could send it, whatever our types say. */
export const asSent = <T>(input: unknown): T => {
  const sent: unknown = JSON.parse(JSON.stringify(input));
  return sent as T;
};

/** Counts from now on how often the hasher is asked to hash or compare. */
export const watchHashes = ({ services: { passwords } }: Harness): { count: number } => {
  const plain: PasswordHasher = { ...passwords };
  const watched = { count: 0 };
  passwords.verify = (...given) => {
    watched.count += 1;
    return plain.verify(...given);
  };
  passwords.hash = (...given) => {
    watched.count += 1;
    return plain.hash(...given);
  };
  return watched;
};

/** A customer's row as staff or an earlier time would have left it, with a password where one is given. */
export const givenCustomer = async (
  { db, services }: Harness,
  { password, ...fields }: Partial<Customer> & { password?: string } = {},
): Promise<Customer> => {
  const customer = buildCustomer(services.newId, { createdAt: services.now(), updatedAt: services.now(), ...fields });
  const hash = password === undefined ? null : await services.passwords.hash(password);
  await db.transaction(async (tx) => {
    await insertCustomer(tx, customer);
    if (hash !== null) await setPassword(tx, customer.id, hash, services.now());
  });
  return customer;
};

/** The e-mail of a built customer, which always has one unless it was taken away. */
export const emailOf = ({ email }: { email: string | null }): string => {
  if (email === null) throw new Error("the customer has no e-mail");
  return email;
};

/** Opens an account the way a shopper does: asks, follows the mailed link, chooses a password. */
export const openAccount = async (
  h: Harness,
  email: string,
  { jar = { token: null }, firstName = "Ann", password = goodPassword }: Partial<OpenedAccount> = {},
): Promise<{ jar: Jar; id: string }> => {
  const browser = h.asAnyone({ jar });
  await browser.account.requestSignUp({ email });
  const token = tokenIn((await h.mails(email)).at(-1));
  await browser.account.completeSignUp({ token, password, firstName });
  const me = await browser.account.me();
  if (me === null) throw new Error("the account was opened but nobody is signed in");
  return { jar, id: me.id };
};

interface OpenedAccount {
  jar: Jar;
  firstName: string;
  password: string;
}

/** A browser that has signed in with the password. */
export const signedIn = async (h: Harness, email: string, password = goodPassword, visit: Visit = {}): Promise<Jar> => {
  const jar = visit.jar ?? { token: null };
  await h.asAnyone({ ...visit, jar }).account.signIn({ email, password });
  return jar;
};

/** Whether the browser's cookie still opens a session; a copy, so that looking changes nothing of it. */
export const isSignedIn = async (h: Harness, jar: Jar): Promise<boolean> =>
  (await h.asAnyone({ jar: { token: jar.token } }).account.me()) !== null;

/** How many rows each table holds. */
const rowCounts = async (db: Database): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const [name, table] of Object.entries(db.tables)) counts[name] = await db.$count(table);
  return counts;
};

/** By how much each table grew while the work ran. */
export const grownBy = async (db: Database, work: () => Promise<unknown>): Promise<Record<string, number>> => {
  const before = await rowCounts(db);
  await work();
  const after = await rowCounts(db);
  return Object.fromEntries(
    Object.entries(after).flatMap(([name, count]) =>
      count === before[name] ? [] : [[name, count - (before[name] ?? 0)]],
    ),
  );
};

/** The types of all events, oldest first. */
export const eventTypesIn = async (db: Database): Promise<string[]> => {
  const rows = await db.select({ id: db.tables.events.id, type: db.tables.events.type }).from(db.tables.events);
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(({ type }) => type);
};
