import { Email } from "@clientele/domain/customers/email";
import { countries } from "./countries/countries.ts";
import type { Country, Place } from "./countries/country.ts";
import type { Random } from "./random.ts";

/** Somebody who could be a customer; what of this the store comes to know is their own story. */
export interface Person {
  country: Country;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  companyName: string | null;
  taxId: string | null;
}

/** A pattern with every `#` turned into a digit. */
export const withDigits = (random: Random, pattern: string): string =>
  pattern.replaceAll("#", () => String(random.int(0, 9)));

const germanLetters: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const otherLetters: Readonly<Record<string, string>> = { ł: "l", ı: "i", ø: "o", æ: "ae", đ: "d", ß: "ss" };

/** The letters that an e-mail address may have, other characters as dots. */
const asciiOf = (text: string, code: string): string => {
  const german = code === "DE" || code === "AT";
  return [...text.toLowerCase()]
    .map((letter) => (german ? germanLetters[letter] : undefined) ?? otherLetters[letter] ?? letter)
    .join("")
    .normalize("NFKD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .replaceAll(/[^a-z0-9]+/g, ".")
    .replaceAll(/^\.|\.$/g, "");
};

const short = (text: string): string => text.slice(0, 24).replace(/\.$/, "");

const localPart = (random: Random, first: string, last: string): string => {
  const styles = [
    `${first}.${last}`,
    `${first}.${last}`,
    `${first.slice(0, 1)}.${last}`,
    `${last}.${first}`,
    `${first}${random.int(61, 99)}`,
    `${first}_${last}`,
  ];
  return random.pick(last === "" ? [first, `${first}${random.int(1, 99)}`] : styles);
};

const [native, latin] = [0, 1] as const;
const spelling = (name: string, which: 0 | 1): string => name.split("|")[which] ?? name;

const countryBy = (random: Random): Country => {
  const all = countries.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.next() * all;
  for (const country of countries) {
    left -= country.weight;
    if (left < 0) return country;
  }
  return random.pick(countries);
};

interface Wanted {
  company?: boolean;
  name?: { first: string; last: string };
  country?: Country;
}

/** Invents people; no two of one inventor share an e-mail address. */
export const inventor = (random: Random) => {
  const taken = new Set<string>();

  const free = (local: string, host: string): string => {
    for (let number = 1; ; number += 1) {
      const email = Email.parse(`${number === 1 ? local : `${local}${number}`}@${host}`);
      if (!taken.has(email)) {
        taken.add(email);
        return email;
      }
    }
  };

  const nameIn = (country: Country): { first: string; last: string } => {
    const longNames = country.longNames ?? [];
    if (longNames.length > 0 && random.chance(0.02)) return random.pick(longNames);
    // Some people have one name, and some give only their first.
    const last = random.chance(0.02) ? "" : random.pick(country.lastNames);
    const doubled = last !== "" && !last.includes("-") && country.code === "DE" && random.chance(0.06);
    return {
      first: random.pick(country.firstNames),
      last: doubled ? `${last}-${random.pick(country.lastNames.filter((other) => other !== last))}` : last,
    };
  };

  return (wanted: Wanted = {}): Person => {
    const country = wanted.country ?? countryBy(random);
    const { first, last } = wanted.name ?? nameIn(country);
    const hasCompany = wanted.company ?? random.chance(0.12);
    const pattern = random.pick(country.companies);
    const companyName = hasCompany ? pattern.replace("{last}", spelling(last || first, native)) : null;
    const [asciiFirst, asciiLast] = [first, last].map((name) => short(asciiOf(spelling(name, latin), country.code)));
    const ownHost = short(asciiOf(companyName ?? "", country.code)).replaceAll(".", "-");
    const host =
      companyName !== null && ownHost.length >= 6 && random.chance(0.6)
        ? `${ownHost}.example`
        : random.pick(country.mailHosts);
    return {
      country,
      firstName: spelling(first, native),
      lastName: spelling(last, native),
      email: free(localPart(random, asciiFirst ?? "", asciiLast ?? ""), host),
      phone: withDigits(random, random.pick(country.phones)),
      companyName,
      taxId: hasCompany ? withDigits(random, country.taxId) : null,
    };
  };
};
export type Inventor = ReturnType<typeof inventor>;

/** Where somebody of a country may live, as they would type it. */
export const homeIn = (random: Random, country: Country) => {
  const place: Place = random.pick(country.places);
  return {
    line1: country.line1
      .replace("{street}", random.pick(country.streets))
      .replace("{number}", String(random.int(1, 148))),
    line2: random.chance(0.25) ? random.pick(country.secondLines) : null,
    city: place.city,
    province: place.province ?? null,
    postalCode: withDigits(random, place.postalCode),
    countryCode: country.code,
  };
};
