import addresses from "email-addresses";
import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { asLine } from "../text.ts";

declare const URL: new (url: string) => { hostname: string };

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const hostName = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/**
 * The one canonical form of an e-mail address (ACC-1): trimmed, local part printable ASCII without quotes and
 * lower-cased, domain lower-cased in punycode. Null when the text is no such address. No dots or plus parts are folded.
 */
export function canonicalEmail(typed: string): string | null {
  const trimmed = typed.trim();
  if (trimmed.length > 254) return null;
  const at = trimmed.lastIndexOf("@");
  if (at < 1) return null;
  // Only ASCII letters change case; what else `toLowerCase` would fold is refused by the pattern.
  const local = trimmed.slice(0, at).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (local.length > 64 || !localPart.test(local)) return null;
  const domain = trimmed.slice(at + 1);
  // Full-width and invisible characters would be mapped away in silence; a domain holds letters, digits, dots, hyphens.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || domain.normalize("NFC") !== domain.normalize("NFKC")) return null;
  let host: string;
  try {
    host = new URL(`http://${domain}/`).hostname;
  } catch {
    return null;
  }
  if (!hostName.test(host) || /^[\d.]+$/.test(host)) return null;
  const email = `${local}@${host}`;
  return email.length <= 254 ? email : null;
}

/** An e-mail address from a caller, answered in its canonical form. */
export const Email = z
  .string()
  .max(320, asField("field.email"))
  .transform((typed, context) => {
    const email = canonicalEmail(typed);
    if (email !== null) return email;
    context.issues.push({
      code: "custom",
      input: typed,
      ...asField(typed.trim() === "" ? "field.required" : "field.email"),
    });
    return z.NEVER;
  });

/** Hides most of an address: `a•••@example.com`. */
export const maskedEmail = (email: string): string => {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
};

/** The longest name that may be written beside a pasted address. */
export const mostOfName = 200;

export interface PastedEmails {
  /** Canonical addresses, each once, in the order they were pasted, with the name written beside them. */
  emails: { email: string; name: string }[];
  /** How often an address came again. */
  doubles: number;
  /** What could not be read as an address, as pasted, at most 200 characters each. */
  invalid: string[];
}

const isAround = (sign: string | undefined): boolean => sign !== undefined && /["'\s]/.test(sign);

/** Without the quotes and blanks around it. A pattern that looks for the end would begin anew at each of a million blanks. */
const bare = (text: string): string => {
  let from = 0;
  let to = text.length;
  while (from < to && isAround(text[from])) from += 1;
  while (to > from && isAround(text[to - 1])) to -= 1;
  return text.slice(from, to);
};

const looksLikeAddress = (piece: string): boolean => piece.includes("@");

/** What is neither an address nor `Name <mail>` is given to the parser of all that is allowed; it is slow, so not for ever. */
const mostParsed = 20;
/** Longer than any name with its address: the parser would go too deep. */
const longestParsed = 600;

/**
 * Reads a pasted list of addresses: lines, commas, semicolons, tabs, `Name <mail>`, or the rows of a CSV file whose
 * other columns are ignored. Doubles and case are folded.
 */
export function parsePastedEmails(text: string): PastedEmails {
  const found = new Map<string, string>();
  const invalid: string[] = [];
  let doubles = 0;
  let parsed = 0;
  const keep = (typed: string, name: string): boolean => {
    const email = canonicalEmail(bare(typed));
    if (email === null) return false;
    if (found.has(email)) doubles += 1;
    else found.set(email, asLine(bare(name), mostOfName));
    return true;
  };
  for (const row of text.split(/\r?\n/)) {
    if (row.trim() === "") continue;
    // What stands in quotes is one piece, as in `"Lin, Maya" <maya@example.com>`.
    const pieces = (row.match(/(?:"[^"@]*"|[^,;\t])+/g) ?? []).filter((piece) => piece.trim() !== "");
    const addressPieces = pieces.filter(looksLikeAddress);
    if (addressPieces.length === 0) {
      // A heading such as "E-mail" stands on the first row of a CSV column; it is no address and no mistake.
      const heading = found.size === 0 && invalid.length === 0 && /e-?mail|address/i.test(row);
      if (!heading) invalid.push(row.trim().slice(0, 200));
      continue;
    }
    for (const piece of addressPieces) {
      const bracket = /<([^<>]*)>/.exec(piece)?.[1];
      let kept = bracket === undefined ? keep(piece, "") : keep(bracket, piece.slice(0, piece.indexOf("<")));
      if (!kept && piece.length <= longestParsed && parsed < mostParsed) {
        parsed += 1;
        const found = addresses.parseOneAddress(piece.trim());
        kept = found?.type === "mailbox" && keep(found.address, found.name ?? "");
      }
      if (!kept) invalid.push(piece.trim().slice(0, 200));
    }
  }
  return { emails: [...found].map(([email, name]) => ({ email, name })), doubles, invalid };
}
