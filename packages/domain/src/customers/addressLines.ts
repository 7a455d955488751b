import { formatAddress } from "localized-address-format";
import type { Address } from "./address.ts";

type Parts = Pick<
  Address,
  "firstName" | "lastName" | "company" | "line1" | "line2" | "city" | "province" | "postalCode" | "countryCode"
>;

/**
 * The address as the post of its country writes it, line by line, without the country's name. Apart from the rules of
 * addresses, so that who only shows one does not load every country's postal codes and phone numbers.
 */
export const addressLines = (address: Parts): string[] =>
  formatAddress({
    postalCountry: address.countryCode,
    name: `${address.firstName} ${address.lastName}`.trim(),
    addressLines: [address.line1, ...(address.line2 === null ? [] : [address.line2])],
    locality: address.city,
    postalCode: address.postalCode,
    ...(address.company === null ? {} : { organization: address.company }),
    ...(address.province === null ? {} : { administrativeArea: address.province }),
  });
