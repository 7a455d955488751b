import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { DomainError } from "../errors.ts";
import { foldText } from "../text.ts";

/** The fewest and most code points of a password (PWD-1): a shopper's may be shorter than a staff member's. */
export const passwordLeast = { shop: 12, staff: 15 } as const;
export const passwordMost = 256;

/** A password as typed: never trimmed, cut or folded; its length and strength are judged by `checkPassword`. */
const PasswordText = z
  .string()
  .min(1)
  .max(passwordMost * 2, asField("field.too_long", { most: passwordMost }));

/** A password that is only compared, never stored. */
export const PresentedPassword = PasswordText;

/** A new password with its length judged; the same rule runs in the form and on the server. */
export const newPassword = (realm: keyof typeof passwordLeast) =>
  PasswordText.refine(
    (value) => [...value].length >= passwordLeast[realm],
    asField("field.too_short", { least: passwordLeast[realm] }),
  ).refine((value) => [...value].length <= passwordMost, asField("field.too_long", { most: passwordMost }));

/** What about a person must not be their password, nor most of it. */
export interface PasswordContext {
  email: string;
  names: readonly string[];
  storeName: string;
}

const squash = (value: string): string => foldText(value).replaceAll(" ", "");

/** A name as a whole and word by word: of "Clientele & Co." or "Ann-Sophie Lee" people type one word. */
const namesIn = (value: string): string[] => [squash(value), ...foldText(value).split(" ")];

/** A common password padded with digits or marks, or one written twice, is still a common one. */
function isCommonAtHeart(plain: string, isCommon: (lowerCased: string) => boolean): boolean {
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const half = plain.slice(0, plain.length / 2);
  return isCommon(plain) || (core.length >= 4 && isCommon(core)) || (plain === half + half && isCommon(half));
}

/**
 * Refuses a password that is on the list of common ones or that is little more than the person's e-mail, name or the
 * store's name (PWD-3). Throws `password.too_short`, `.too_long`, `.common` or `.personal`.
 */
export function checkPassword(
  password: string,
  realm: keyof typeof passwordLeast,
  context: PasswordContext,
  isCommon: (lowerCased: string) => boolean,
): void {
  const length = [...password].length;
  if (length < passwordLeast[realm]) throw new DomainError("password.too_short", { least: passwordLeast[realm] });
  if (length > passwordMost) throw new DomainError("password.too_long", { most: passwordMost });
  const plain = password.toLowerCase();
  const single = new Set(plain).size < 4;
  if (single || [plain, plain.replace(/\s+/gu, "")].some((form) => isCommonAtHeart(form, isCommon))) {
    throw new DomainError("password.common");
  }
  const squashed = squash(password);
  const personal = [context.email, context.email.split("@")[0] ?? "", context.storeName, ...context.names]
    .flatMap(namesIn)
    .filter((word) => word.length >= 4)
    .toSorted((one, other) => other.length - one.length);
  const rest = personal.reduce((left, word) => left.replaceAll(word, ""), squashed);
  if (rest.length < squashed.length && [...rest].filter((letter) => /\p{L}/u.test(letter)).length < 4) {
    throw new DomainError("password.personal");
  }
}
