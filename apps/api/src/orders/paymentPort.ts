import type { Tx } from "@clientele/db";
import type { paymentKinds } from "@clientele/domain/carts/limits";

export type PaymentKind = (typeof paymentKinds)[number];

/** Money of an order that a provider is to move, in the order's currency. */
export interface Payment {
  orderId: string;
  amount: number;
  currency: string;
}

/**
 * What moves the money of orders (`domain` 8). It is called in the transaction that records what it did, so it touches
 * nothing but `tx`: a provider on the network would put its calls into a queue there, as mails are, and no order waits.
 */
export interface PaymentPort {
  /** Asks for the money of a new order: it is held for the store at once, or awaited. */
  authorize(tx: Tx, payment: Payment): Promise<"awaiting" | "authorized">;
  /** Takes money that was held or awaited. */
  capture(tx: Tx, payment: Payment): Promise<void>;
  /** Lets go of what was never taken. */
  void(tx: Tx, payment: Payment): Promise<void>;
  /** Gives back what was taken. */
  refund(tx: Tx, payment: Payment): Promise<void>;
}

/** Invoice and payment on delivery: people move the money, and staff record what they see of it. */
const manual: PaymentPort = {
  authorize: async () => "awaiting",
  capture: async () => {},
  void: async () => {},
  refund: async () => {},
};

const ports: Readonly<Record<PaymentKind, PaymentPort>> = { invoice: manual, on_delivery: manual };

/** The provider that an order's way of paying goes to. */
export const paymentPortOf = (kind: PaymentKind): PaymentPort => ports[kind];
