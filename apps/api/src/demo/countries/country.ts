import type { locales } from "@clientele/domain/customers/customer";

/** A town with its postal code, in which each `#` stands for a digit. */
export interface Place {
  city: string;
  postalCode: string;
  province?: string;
}

/** What people of one country are called and how they live, so that invented customers look like real ones. */
export interface Country {
  code: string;
  /** How many of a thousand customers live there. */
  weight: number;
  locale: (typeof locales)[number] | null;
  /** As written there, and after a bar in the letters that e-mail addresses are made of. */
  firstNames: readonly string[];
  lastNames: readonly string[];
  /** Names that test every column's width. */
  longNames?: readonly { first: string; last: string }[];
  /** `{street}` and `{number}` in the order that the country writes them. */
  line1: string;
  streets: readonly string[];
  secondLines: readonly string[];
  places: readonly Place[];
  /** In E.164, with `#` for a digit; ranges that no one is called under wherever a country keeps such. */
  phones: readonly string[];
  taxId: string;
  /** `{last}` stands for the family name. */
  companies: readonly string[];
  /** Where mail is kept there; all under names that are reserved for examples, so no mail ever reaches a stranger. */
  mailHosts: readonly string[];
}

/** The entries of a list written in one piece. */
export const list = (text: string): string[] => text.split(",").map((entry) => entry.trim());
