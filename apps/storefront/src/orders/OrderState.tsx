import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import type { ComponentProps } from "react";
import { ordersText } from "../text/orders.ts";
import type { Outputs } from "../trpc.ts";

type States = Pick<Outputs["orders"]["get"], "status" | "fulfilment">;
type Tone = ComponentProps<typeof ToneBadge>["tone"];

const tones = {
  not_fulfilled: "info",
  partially_fulfilled: "info",
  fulfilled: "info",
  delivered: "good",
  partially_returned: "neutral",
  returned: "neutral",
} as const satisfies Record<States["fulfilment"], Tone>;

/** Where an order stands, in the one word that matters most to whoever waits for it. */
export function OrderState({ order: { status, fulfilment } }: { order: States }) {
  if (status === "canceled") return <ToneBadge tone="neutral">{ordersText.statuses.canceled}</ToneBadge>;
  return <ToneBadge tone={tones[fulfilment]}>{ordersText.fulfilments[fulfilment]}</ToneBadge>;
}
