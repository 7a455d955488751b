import type { priceListStates } from "@clientele/domain/pricing/priceList";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import type { Tone } from "@clientele/ui/tokens.ts";
import { pricingText } from "../text/pricing.ts";

const tones = {
  draft: "neutral",
  coming: "info",
  live: "good",
  ended: "neutral",
  archived: "neutral",
} as const satisfies Record<(typeof priceListStates)[number], Tone>;

/** Where a price list stands now. */
export function StateBadge({ state }: { state: keyof typeof tones }) {
  return <ToneBadge tone={tones[state]}>{pricingText.state[state]}</ToneBadge>;
}
