import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Keeps what must be read back, and signs what must not be forged, under the server's secret. */
export interface Vault {
  seal(text: string): string;
  /** Throws when the text was altered or sealed under another secret. */
  open(sealed: string): string;
  /** A keyed fingerprint, base64url; different purposes never share one. */
  mac(purpose: string, text: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** Derives one key for sealing and one for fingerprints, so that neither use tells anything of the other. */
export const vaultOf = (secret: string): Vault => {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "clientele", use, 32));
  const sealingKey = derive("seal");
  const macKey = derive("mac");
  return {
    seal: (text) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", sealingKey, nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, "base64url");
      const decipher = createDecipheriv("aes-256-gcm", sealingKey, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const body = decipher.update(bytes.subarray(nonceBytes + tagBytes));
      return Buffer.concat([body, decipher.final()]).toString("utf8");
    },
    mac: (purpose, text) => createHmac("sha256", macKey).update(`${purpose}\n${text}`).digest("base64url"),
  };
};
