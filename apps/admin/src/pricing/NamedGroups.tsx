import { audienceParts } from "@clientele/domain/pricing/audience";
import { useGroupNames } from "../GroupPicker.tsx";
import { pricingText } from "../text/pricing.ts";
import type { AudienceForm } from "./audienceForm.ts";

/** An audience that is known by the ids of its groups only, as a sentence with their names. */
export function NamedGroups({ audience }: { audience: AudienceForm }) {
  const names = useGroupNames(audienceParts.flatMap((part) => audience[part]));
  const named = (ids: readonly string[]) => ids.map((id) => names[id] ?? "…");
  const { kind, anyOf, allOf, noneOf } = audience;
  return (
    <bdi>
      {pricingText.audience.sentence({ kind, anyOf: named(anyOf), allOf: named(allOf), noneOf: named(noneOf) })}
    </bdi>
  );
}
