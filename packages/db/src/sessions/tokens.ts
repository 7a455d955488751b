import { and, desc, eq, gt, isNull, inArray, lt, type SQL } from "drizzle-orm";
import type { TokenPurpose } from "@clientele/domain/sessions/token";
import type { Reader, Tx } from "../database.ts";

/** A mailed token without its secret's hash. */
export interface TokenRow {
  id: string;
  purpose: TokenPurpose;
  customerId: string | null;
  staffId: string | null;
  /** The address it was mailed to; empty for the first owner's, which is printed. */
  email: string;
  /** The handle of the session that asked for an e-mail change; it alone outlives the change. */
  askedBy: string | null;
  /** The order it opens, or claims with a sign-up. */
  orderId: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  voidedAt: Date | null;
}

const columns = ({ tables: { tokens: t } }: Reader) => ({
  id: t.id,
  purpose: t.purpose,
  customerId: t.customerId,
  staffId: t.staffId,
  email: t.email,
  askedBy: t.askedBy,
  orderId: t.orderId,
  createdAt: t.createdAt,
  expiresAt: t.expiresAt,
  usedAt: t.usedAt,
  voidedAt: t.voidedAt,
});

export const insertToken = async (
  tx: Tx,
  token: Omit<TokenRow, "usedAt" | "voidedAt"> & { secretHash: Buffer },
): Promise<void> => {
  await tx.insert(tx.tables.tokens).values(token);
};

export const findToken = async (db: Reader, id: string): Promise<TokenRow | null> => {
  const { tokens } = db.tables;
  const [row] = await db.select(columns(db)).from(tokens).where(eq(tokens.id, id));
  return row ?? null;
};

/** The token with the hash its secret is compared with. */
export const findTokenSecret = async (
  db: Reader,
  id: string,
): Promise<{ row: TokenRow; secretHash: Uint8Array } | null> => {
  const { tokens } = db.tables;
  const [found] = await db
    .select({ row: columns(db), secretHash: tokens.secretHash })
    .from(tokens)
    .where(eq(tokens.id, id));
  return found ?? null;
};

/** Takes the token's one use, or answers false when it was used, voided or has ended meanwhile. */
export const takeToken = async (tx: Tx, id: string, now: Date): Promise<boolean> => {
  const { tokens } = tx.tables;
  const taken = await tx
    .update(tokens)
    .set({ usedAt: now })
    .where(and(eq(tokens.id, id), isNull(tokens.usedAt), isNull(tokens.voidedAt), gt(tokens.expiresAt, now)))
    .returning({ id: tokens.id });
  return taken.length === 1;
};

/** The newest sign-up link that takes an order along, for the mail that confirms the order. */
export const findSignUpWith = async (db: Reader, orderId: string): Promise<TokenRow | null> => {
  const { tokens: t } = db.tables;
  const [row] = await db
    .select(columns(db))
    .from(t)
    .where(and(eq(t.orderId, orderId), eq(t.purpose, "sign_up")))
    .orderBy(desc(t.id))
    .limit(1);
  return row ?? null;
};

export interface TokenSubject {
  customerId?: string | undefined;
  staffId?: string | undefined;
  email?: string | undefined;
  orderId?: string | undefined;
  /** All purposes when left out. */
  purposes?: readonly TokenPurpose[] | undefined;
}

/** Makes unused tokens of the subject worthless; at least one of customer, staff member, address and order must be named. */
export const voidTokens = async (tx: Tx, subject: TokenSubject, now: Date): Promise<void> => {
  const { tokens } = tx.tables;
  const about: (SQL | undefined)[] = [
    subject.customerId === undefined ? undefined : eq(tokens.customerId, subject.customerId),
    subject.staffId === undefined ? undefined : eq(tokens.staffId, subject.staffId),
    subject.email === undefined ? undefined : eq(tokens.email, subject.email),
    subject.orderId === undefined ? undefined : eq(tokens.orderId, subject.orderId),
  ];
  if (about.every((condition) => condition === undefined)) throw new Error("voiding tokens needs a subject");
  await tx
    .update(tokens)
    .set({ voidedAt: now })
    .where(
      and(
        ...about,
        subject.purposes === undefined ? undefined : inArray(tokens.purpose, [...subject.purposes]),
        isNull(tokens.usedAt),
        isNull(tokens.voidedAt),
      ),
    );
};

/** Forgets tokens that ended before the instant; no page tells of them any more. */
export const removeEndedTokens = async (tx: Tx, before: Date): Promise<number> => {
  const { tokens } = tx.tables;
  const removed = await tx.delete(tokens).where(lt(tokens.expiresAt, before)).returning({ id: tokens.id });
  return removed.length;
};
