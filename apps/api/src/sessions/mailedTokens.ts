import { createHash, timingSafeEqual } from "node:crypto";
import type { Reader, Tx } from "@clientele/db";
import { findTokenSecret, insertToken, takeToken, voidTokens, type TokenRow } from "@clientele/db/sessions/tokens";
import { DomainError } from "@clientele/domain/errors";
import { tokenPurposes, type TokenPurpose } from "@clientele/domain/sessions/token";
import { later } from "@clientele/domain/time";
import type { Services } from "../context.ts";
import type { Vault } from "./vault.ts";

export interface NewToken {
  purpose: TokenPurpose;
  customerId?: string | undefined;
  staffId?: string | undefined;
  /** The address it is mailed to; empty when it is printed. */
  email: string;
  /** The handle of the session that asks, where it must be known again later. */
  askedBy?: string | undefined;
  /** The order it opens, or claims with a sign-up. */
  orderId?: string | undefined;
  /** Voids the unused ones of the same purpose and subject; only left out where several may live. */
  voidOlder?: boolean | undefined;
}

/**
 * Tokens that are mailed. A secret is made from the token's id and the server's own, so the mail can be rendered again for
 * a retry while the database holds nothing that opens anything (`domain` 9).
 */
export interface MailedTokens {
  issue(tx: Tx, ctx: Pick<Services, "now" | "newId">, token: NewToken): Promise<{ id: string; expiresAt: Date }>;
  /** The token as it stands in a link: only for rendering a mail, or for printing the first owner's. */
  textOf(tokenId: string): string;
}

const shape = /^(tok_[0-7][0-9A-HJKMNP-TV-Z]{25})\.([A-Za-z0-9_-]{43})$/;

// Purpose and realm are part of the hash, so a row that was tampered with does not make the link good for something else.
const hashOf = (secret: string, purpose: TokenPurpose): Buffer =>
  createHash("sha256").update(`clientele token ${tokenPurposes[purpose].realm} ${purpose}\n${secret}`).digest();

/** Mailed tokens over the server's secret. */
export const mailedTokensOf = (vault: Vault): MailedTokens => {
  const secretOf = (tokenId: string): string => vault.mac("mailed token", tokenId);
  return {
    issue: async (tx, ctx, { purpose, customerId, staffId, email, askedBy, orderId, voidOlder = true }) => {
      const id = ctx.newId("token");
      const now = ctx.now();
      const expiresAt = later(now, tokenPurposes[purpose].lasts);
      if (voidOlder) {
        const subject = customerId ?? staffId;
        const about = subject === undefined ? { email } : { customerId, staffId };
        await voidTokens(tx, { ...about, purposes: [purpose] }, now);
      }
      await insertToken(tx, {
        id,
        secretHash: hashOf(secretOf(id), purpose),
        purpose,
        customerId: customerId ?? null,
        staffId: staffId ?? null,
        email,
        askedBy: askedBy ?? null,
        orderId: orderId ?? null,
        createdAt: now,
        expiresAt,
      });
      return { id, expiresAt };
    },
    textOf: (tokenId) => `${tokenId}.${secretOf(tokenId)}`,
  };
};

export interface PeekedToken {
  row: TokenRow;
  state: "valid" | "used" | "expired";
}

const stateOf = (row: TokenRow, now: Date): PeekedToken["state"] => {
  if (row.usedAt !== null) return "used";
  return row.voidedAt !== null || row.expiresAt.getTime() <= now.getTime() ? "expired" : "valid";
};

/** What a presented token is, without using it; null when its secret is wrong or it never was (TOK-6). */
export const peekToken = async (db: Reader, ctx: Pick<Services, "now">, token: string): Promise<PeekedToken | null> => {
  const [, id, secret] = shape.exec(token) ?? [];
  if (id === undefined || secret === undefined) return null;
  const found = await findTokenSecret(db, id);
  const given = hashOf(secret, found?.row.purpose ?? "sign_up");
  const right = timingSafeEqual(given, found?.secretHash.length === 32 ? found.secretHash : Buffer.alloc(32));
  return found === null || !right ? null : { row: found.row, state: stateOf(found.row, ctx.now()) };
};

/**
 * Takes a token's one use in the transaction of what it allows, so that of two at once one fails (TOK-2). Throws
 * `link.expired` whatever is wrong with it.
 */
export const useToken = async (
  tx: Tx,
  ctx: Pick<Services, "now">,
  token: string,
  purposes: readonly TokenPurpose[],
): Promise<TokenRow> => {
  const found = await peekToken(tx, ctx, token);
  if (found === null || found.state !== "valid" || !purposes.includes(found.row.purpose)) {
    throw new DomainError("link.expired");
  }
  if (!(await takeToken(tx, found.row.id, ctx.now()))) throw new DomainError("link.expired");
  return found.row;
};

export { voidTokens };
