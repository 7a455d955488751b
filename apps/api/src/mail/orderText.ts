import type { Letter, MailFacts, OrderFacts, Parcel } from "./letter.ts";

/** The words of an order's lines and sums. */
export const orderWords = {
  pieces: (quantity: number, unit: string) => `${quantity} × ${unit}`,
  subtotal: "Subtotal",
  discount: (name: string, code: string | null) => (code === null ? name : `${name} (${code})`),
  shipping: (name: string) => `Shipping: ${name}`,
  tax: "Tax",
  total: "Total",
  taxIncluded: "Tax in the total",
  refunded: "Given back",
  sent: (quantity: number) => (quantity === 1 ? "1 piece" : `${quantity} pieces`),
  shippingAddress: "Shipped to",
  billingAddress: "Billed to",
} as const;

const paidBy = {
  invoice: "You pay by invoice, which comes with your order.",
  on_delivery: "You pay when the order is delivered.",
} as const;

const hello = ({ name }: MailFacts): string => (name === "" ? "Hello," : `Hello ${name},`);

const kept = "Keep this mail: whoever has its link can see the order.";

/** What a guest can do about an account; nothing where the store or an earlier owner of the address says no. */
const accountWords = ({ order, places }: MailFacts): Pick<Letter, "further"> => {
  if (order === null || !order.isGuest) return {};
  if (order.account === "open") {
    return {
      further: {
        sentence: "This address has an account. You ordered as a guest, so the order does not stand in it.",
        action: { label: "Sign in", link: places.signIn },
      },
    };
  }
  if (order.account === "other") return {};
  return {
    further: {
      sentence:
        order.signUpLink === null
          ? "Would you like to see your orders in one place? Open an account with this address."
          : "Would you like to see your orders in one place? Choose a password, and this order stands in your account. The link works once and for 24 hours.",
      action: { label: "Open an account", link: order.signUpLink ?? places.signUp },
    },
  };
};

const sheetOf = ({ order }: MailFacts): Pick<Letter, "order"> => (order === null ? {} : { order: order.sheet });
const numberOf = (order: OrderFacts | null): string => (order === null ? "" : ` #${order.number}`);

/** What an order was, once it is placed. */
export const orderConfirmation = (facts: MailFacts): Letter => ({
  subject: `Your order${numberOf(facts.order)} at ${facts.storeName}`,
  preview: "Thank you. Here is what you ordered.",
  heading: "Thank you for your order",
  paragraphs: [
    hello(facts),
    `We have received your order${numberOf(facts.order)} and are getting it ready.`,
    ...(facts.order === null ? [] : [paidBy[facts.order.paymentKind]]),
  ],
  ...sheetOf(facts),
  action: { label: "See the order", link: facts.link },
  closing: facts.order?.isGuest === true ? [kept] : [],
  ...accountWords(facts),
});

/** The link to a guest order, for who asked for it by its number and address. */
export const orderLink = (facts: MailFacts): Letter => ({
  subject: `The link to your order${numberOf(facts.order)} at ${facts.storeName}`,
  preview: "It opens the order you placed as a guest.",
  heading: `Your order${numberOf(facts.order)}`,
  paragraphs: [
    hello(facts),
    `Somebody, hopefully you, asked for the link to your order at ${facts.storeName}. Here it is.`,
  ],
  ...sheetOf(facts),
  action: { label: "See the order", link: facts.link },
  closing: [kept, "If this was not you, you can ignore this mail: nothing has changed."],
  ...accountWords(facts),
});

/** Who brings a parcel, and how it is followed. */
const broughtBy = ({ carrier, tracking }: Parcel): string[] => {
  if (carrier === null) return tracking === null ? [] : [`Its tracking number is ${tracking}.`];
  return [tracking === null ? `It comes with ${carrier}.` : `It comes with ${carrier}, tracking number ${tracking}.`];
};

/** What of an order was sent, once it is on its way. */
export const orderSent = (facts: MailFacts): Letter => {
  const parcel = facts.order?.parcel ?? null;
  const what = parcel?.isPart === true ? "A part of your order" : "Your order";
  return {
    subject: `${what}${numberOf(facts.order)} at ${facts.storeName} is on its way`,
    preview: parcel?.isPart === true ? "Here is what was sent; the rest follows." : "Here is what was sent.",
    heading: `${what} is on its way`,
    paragraphs: [
      hello(facts),
      parcel?.isPart === true
        ? `We have sent this part of your order${numberOf(facts.order)}. The rest follows.`
        : `We have sent your order${numberOf(facts.order)}.`,
      ...(parcel === null ? [] : broughtBy(parcel)),
    ],
    ...(parcel === null ? {} : { order: parcel.sheet }),
    action: { label: "See the order", link: facts.link },
    closing: facts.order?.isGuest === true ? [kept] : [],
  };
};

/** That an order was ended before anything of it was sent, and what becomes of its money. */
export const orderCanceled = (facts: MailFacts): Letter => ({
  subject: `Your order${numberOf(facts.order)} at ${facts.storeName} was cancelled`,
  preview: "Nothing of it will be sent.",
  heading: "Your order was cancelled",
  paragraphs: [
    hello(facts),
    `We have cancelled your order${numberOf(facts.order)}. Nothing of it will be sent.`,
    facts.order?.givenBack == null
      ? "You have nothing to pay for it."
      : `We give ${facts.order.givenBack} back to you, the way you paid.`,
  ],
  ...sheetOf(facts),
  action: { label: "See the order", link: facts.link },
  closing: ["If you did not expect this, please get in touch with the store."],
});

/** That money of an order is given back. */
export const orderRefunded = (facts: MailFacts): Letter => {
  const amount = facts.order?.givenBack ?? "money";
  return {
    subject: `A refund for your order${numberOf(facts.order)} at ${facts.storeName}`,
    preview: `We give ${amount} back to you.`,
    heading: "You get money back",
    paragraphs: [
      hello(facts),
      `We give ${amount} of what you paid for your order${numberOf(facts.order)} back to you, the way you paid. It may take a few days to arrive.`,
    ],
    ...sheetOf(facts),
    action: { label: "See the order", link: facts.link },
    closing: facts.order?.isGuest === true ? [kept] : [],
  };
};
