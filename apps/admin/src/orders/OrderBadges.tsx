import type { FulfilmentState, OrderStatus, PaymentState } from "@clientele/domain/orders/transitions";
import { type Tone, tones } from "@clientele/ui/tokens.ts";
import { Badge } from "@mantine/core";
import {
  type Icon,
  IconArrowBackUp,
  IconBan,
  IconCash,
  IconCircleCheck,
  IconClock,
  IconCoinOff,
  IconCoins,
  IconHomeCheck,
  IconPackage,
  IconPackages,
  IconPackageOff,
  IconTruck,
} from "@tabler/icons-react";
import { ordersText } from "../text/orders.ts";

const t = ordersText;
type Look = readonly [tone: Tone, symbol: Icon];

const statusLooks = {
  pending: ["info", IconClock],
  completed: ["good", IconCircleCheck],
  canceled: ["neutral", IconBan],
} as const satisfies Record<OrderStatus, Look>;
const paymentLooks = {
  awaiting: ["warn", IconClock],
  authorized: ["info", IconCash],
  captured: ["good", IconCash],
  partially_refunded: ["neutral", IconCoins],
  refunded: ["neutral", IconArrowBackUp],
  voided: ["neutral", IconCoinOff],
} as const satisfies Record<PaymentState, Look>;
const fulfilmentLooks = {
  not_fulfilled: ["warn", IconPackage],
  partially_fulfilled: ["warn", IconPackages],
  fulfilled: ["info", IconTruck],
  delivered: ["good", IconHomeCheck],
  partially_returned: ["neutral", IconPackageOff],
  returned: ["neutral", IconPackageOff],
} as const satisfies Record<FulfilmentState, Look>;

function StateBadge({ look: [tone, Symbol], words }: { look: Look; words: string }) {
  return (
    <Badge color={tones[tone]} leftSection={<Symbol size={12} stroke={1.8} aria-hidden />} maw="100%">
      {words}
    </Badge>
  );
}

export const OrderStatusBadge = ({ status }: { status: OrderStatus }) => (
  <StateBadge look={statusLooks[status]} words={t.status[status]} />
);
export const PaymentBadge = ({ payment }: { payment: PaymentState }) => (
  <StateBadge look={paymentLooks[payment]} words={t.payment[payment]} />
);
/** Whether anything is to be sent says nothing about an order that was cancelled. */
export const FulfilmentBadge = ({ status, fulfilment }: { status: OrderStatus; fulfilment: FulfilmentState }) => (
  <StateBadge
    look={status === "canceled" ? ["neutral", fulfilmentLooks[fulfilment][1]] : fulfilmentLooks[fulfilment]}
    words={t.fulfilment[fulfilment]}
  />
);
