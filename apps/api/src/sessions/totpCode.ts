import { createHash, randomInt } from "node:crypto";
import type { Tx } from "@clientele/db";
import { takeRecoveryCode, takeTotpStep } from "@clientele/db/staff/totp";
import type { Staff } from "@clientele/domain/staff/staff";
import { Secret, TOTP } from "otpauth";
import type { Services } from "../context.ts";

const period = 30;
const recoveryCodeCount = 10;
// Letters and digits that cannot be taken for one another; sixteen of them hold 80 bits.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const recoveryCodeLength = 16;

const totpOf = (seed: string): TOTP =>
  new TOTP({ secret: Secret.fromBase32(seed), algorithm: "SHA1", digits: 6, period });

/** A new seed, as text and as the address that a QR code for an authenticator app holds. */
export const newTotpSeed = (issuer: string, label: string): { secret: string; uri: string } => {
  const secret = new Secret({ size: 20 });
  const totp = new TOTP({ issuer, label, secret, algorithm: "SHA1", digits: 6, period });
  return { secret: secret.base32, uri: totp.toString() };
};

/** The time step whose code this is, one step early or late allowed; null when it is no code of these three. */
const stepOf = (seed: string, code: string, now: Date): number | null => {
  const timestamp = now.getTime();
  const delta = totpOf(seed).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
};

/** Takes a time code's one use; false when it is wrong or its step was taken already. */
export const takeTimeCode = async (
  tx: Tx,
  ctx: Pick<Services, "now" | "vault">,
  staff: Staff,
  code: string,
): Promise<boolean> => {
  if (staff.totpSeed === null || !/^\d{6}$/.test(code)) return false;
  const step = stepOf(ctx.vault.open(staff.totpSeed), code, ctx.now());
  return step !== null && takeTotpStep(tx, staff.id, step);
};

const plain = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");

const hashOf = (staffId: string, code: string): string =>
  createHash("sha256")
    .update(`clientele recovery code ${staffId}\n${plain(code)}`)
    .digest("base64url");

/** Takes the one use of a time code or of a recovery code; answers which it was, or null when it was neither. */
export const takeCode = async (
  tx: Tx,
  ctx: Pick<Services, "now" | "vault">,
  staff: Staff,
  code: string,
): Promise<"time" | "recovery" | null> => {
  const typed = code.replace(/\s/g, "");
  if (/^\d{6}$/.test(typed)) return (await takeTimeCode(tx, ctx, staff, typed)) ? "time" : null;
  if (plain(code).length !== recoveryCodeLength) return null;
  return (await takeRecoveryCode(tx, staff.id, hashOf(staff.id, code), ctx.now())) ? "recovery" : null;
};

/** Ten new recovery codes as they are shown once, and the hashes that are kept. */
export const newCodes = (staffId: string): { codes: string[]; hashes: string[] } => {
  const newCode = (): string => {
    const signs = Array.from({ length: recoveryCodeLength }, () => alphabet[randomInt(alphabet.length)]).join("");
    return signs.replace(/(.{4})(?=.)/g, "$1-");
  };
  const codes = Array.from({ length: recoveryCodeCount }, newCode);
  return { codes, hashes: codes.map((code) => hashOf(staffId, code)) };
};
