import type { Choice } from "@clientele/ui/Field.tsx";

/** Every time zone the platform knows, to choose from, and the one that is chosen: "America/New York". */
export function timeZoneOptions(chosen: string): Choice[] {
  // Platforms differ in the names they list of one zone, and list no UTC.
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", chosen]);
  return [...zones].toSorted().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
