import Bowser from "bowser";
import ipaddr from "ipaddr.js";
import type { Caller } from "./context.ts";

/** The network an address belongs to: its last part left out, so that a list of sessions tells where but not who. */
export const placeOf = (address: string): string | null => {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed.range() === "loopback") return "this machine";
  const [length, network] =
    parsed.kind() === "ipv4"
      ? [24, ipaddr.IPv4.networkAddressFromCIDR(`${parsed.toString()}/24`)]
      : [48, ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/48`)];
  return `${network.toString()}/${length}`;
};

// The words come from a header that anyone can write, and they are shown and logged.
const tame = (word: string | undefined): string | null => {
  const kept = word
    ?.replaceAll(/[^\p{L}\p{N} .+-]/gu, "")
    .trim()
    .slice(0, 40);
  return kept === undefined || kept === "" ? null : kept;
};

/** "Chrome on Windows", as much of it as the browser tells; null when it tells nothing. */
const deviceOf = (userAgent: string | undefined): string | null => {
  if (userAgent === undefined || userAgent === "") return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, 400));
  const program = tame(browser.name);
  const system = tame(os.name);
  if (program === null) return system;
  return system === null ? program : `${program} on ${system}`;
};

/** Where a request came from; the address is the one that the trusted proxies tell. */
export const callerOf = (requestId: string, address: string, userAgent: string | undefined): Caller => ({
  requestId,
  address,
  place: placeOf(address),
  device: deviceOf(userAgent),
});
