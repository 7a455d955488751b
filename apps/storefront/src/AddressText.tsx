import { addressLines } from "@clientele/domain/customers/addressLines";
import { countryName } from "@clientele/domain/customers/countryName";
import { readablePhone } from "@clientele/domain/customers/phone";
import { Text } from "@mantine/core";
import type { Outputs } from "./trpc.ts";

export type Address = Outputs["addresses"]["list"][number];

/** What the owner calls the address, else its street. */
export const addressName = ({ label, line1 }: Pick<Address, "label" | "line1">): string =>
  label === "" ? line1 : label;

type Place = Pick<
  Address,
  | "firstName"
  | "lastName"
  | "company"
  | "line1"
  | "line2"
  | "city"
  | "province"
  | "postalCode"
  | "countryCode"
  | "phone"
>;

/** An address as the post of its country writes it. */
export function AddressText({ address }: { address: Place }) {
  const lines = [...addressLines(address), countryName(address.countryCode, "en")];
  return (
    <Text component="address" size="sm" style={{ fontStyle: "normal", overflowWrap: "anywhere" }}>
      {/* Each line finds its own direction. */}
      <div style={{ whiteSpace: "pre-line", unicodeBidi: "plaintext", textAlign: "left" }}>{lines.join("\n")}</div>
      {address.phone !== null && <div className="figures">{readablePhone(address.phone)}</div>}
    </Text>
  );
}
