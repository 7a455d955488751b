import type { discountStates } from "@clientele/domain/pricing/discount";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import type { Tone } from "@clientele/ui/tokens.ts";
import { discountsText } from "../text/discounts.ts";

const tones = {
  coming: "info",
  live: "good",
  ended: "neutral",
  used_up: "neutral",
  disabled: "warn",
  archived: "neutral",
} as const satisfies Record<(typeof discountStates)[number], Tone>;

/** Where a discount stands now. */
export function DiscountState({ state }: { state: keyof typeof tones }) {
  return <ToneBadge tone={tones[state]}>{discountsText.state[state]}</ToneBadge>;
}
