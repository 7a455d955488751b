import { createHash, randomBytes } from "node:crypto";

const shape = /^[A-Za-z0-9_-]{43}$/;

/** What a browser's cart is found by; the text stands in its cookie only. */
interface CartToken {
  text: string;
  hash: Buffer;
}

// What is hashed says what it is for, so that no other kind of secret is ever good for a cart.
const hashOf = (text: string): Buffer => createHash("sha256").update(`clientele cart\n${text}`).digest();

export const newCartToken = (): CartToken => {
  const text = randomBytes(32).toString("base64url");
  return { text, hash: hashOf(text) };
};

/** The hash of what a browser sent; null unless it has exactly the shape of a token. */
export const hashOfSent = (text: string | null): Buffer | null =>
  text !== null && shape.test(text) ? hashOf(text) : null;
