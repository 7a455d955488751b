import fieldNames from "postal-address-field-names";
import { postcodeValidator, postcodeValidatorExistsForCountry } from "postcode-validator";

declare const Intl: typeof globalThis.Intl;

export interface AddressPart {
  /** Whether addresses of the country have this part at all. */
  used: boolean;
  required: boolean;
  /** The country's own word for it, in English: "ZIP code", "Prefecture". */
  label: string;
}

export interface AddressRules {
  fields: Record<"line2" | "city" | "province" | "postalCode", AddressPart>;
}

// The package is CommonJS: Node and the bundlers hand over its exports, the test runner their default.
const listed = <T>(exported: T[] | { default: T[] }): T[] => (Array.isArray(exported) ? exported : exported.default);
const byCountry = new Map(listed(fieldNames).map((country) => [country.iso, country.fields]));

/** Every country an address may lie in, by ISO 3166-1 alpha-2. */
export const countryCodes: readonly string[] = [...byCountry.keys()].filter((code) => /^[A-Z]{2}$/.test(code)).sort();

/** True for an ISO 3166-1 alpha-2 code an address may have. */
export const isCountry = (code: string): boolean => byCountry.has(code);

// A county names a place more fully, but post arrives without it; an Eircode is not asked for by Irish post.
const optionalProvince = /county|region|department|district|island|area/i;
const optionalPostalCode = new Set(["IE"]);

/** Which parts an address of the country has, which of them must be filled, and what the country calls them. */
export function addressRules(countryCode: string): AddressRules {
  const fields = byCountry.get(countryCode);
  const part = (label: string | undefined, required: boolean, fallback: string): AddressPart => ({
    used: label !== undefined,
    required: label !== undefined && required,
    label: label ?? fallback,
  });
  const hasPattern = postcodeValidatorExistsForCountry(countryCode);
  // "Address 2", as most countries are listed, tells nobody what to write there.
  const line2 = fields?.addressLine2 === "Address 2" ? undefined : fields?.addressLine2;
  return {
    fields: {
      line2: part(line2 ?? "Apartment, floor, building", false, "Apartment, floor, building"),
      city: part(fields?.locality, true, "City"),
      province: part(fields?.administrativeArea, !optionalProvince.test(fields?.administrativeArea ?? ""), "Province"),
      postalCode: part(fields?.postalCode, hasPattern && !optionalPostalCode.has(countryCode), "Postal code"),
    },
  };
}

/** Whether the postal code has the country's pattern; true where the country has none. */
export const isPostalCode = (code: string, countryCode: string): boolean =>
  !postcodeValidatorExistsForCountry(countryCode) || postcodeValidator(code.trim(), countryCode);

/** All countries with their names in the locale, sorted by name. */
export function countries(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale, "en"], { type: "region", fallback: "none" });
  return countryCodes
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .sort((one, other) => one.name.localeCompare(other.name, locale));
}
