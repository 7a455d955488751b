/** From the cart to the order. */
export const checkoutText = {
  title: "Checkout",
  backToCart: "Back to the cart",
  emptyTitle: "There is nothing to order",
  empty: "Your cart is empty. If you have just ordered, the order is on its way to your mailbox.",

  contact: "Contact",
  email: "E-mail",
  emailHint: "The confirmation of your order goes there.",
  signedInAs: (email: string) => `You are signed in as ${email}. The confirmation of your order goes there.`,
  haveAccount: "Do you have an account?",

  shippingAddress: "Where should it go?",
  otherAddress: "Another address",
  allAddresses: (n: number) => `Show all ${n.toLocaleString("en")} addresses`,
  notServed: "Outside of this region",
  region: (name: string) => `You are buying in the region ${name}; another one can be chosen at the foot of the page.`,
  billing: "Address on the bill",
  billingSame: "The same address",
  billingOther: "Another address",

  shipping: "How should it be sent?",
  shippingOpen: "not chosen yet",
  noShipping:
    "Nothing can be sent to this region at the moment. Choose another region at the foot of the page, or write to the store.",
  shippingNeeded: "Choose how it should be sent.",
  free: "Free",

  payment: "How would you like to pay?",
  payments: {
    invoice: { name: "By invoice", description: "You get a bill and pay by bank transfer." },
    on_delivery: { name: "On delivery", description: "You pay when the parcel is handed over." },
  },

  summary: "Your order",
  edit: "Change in the cart",
  quantity: (n: number) => `${n.toLocaleString("en")} ×`,
  place: (total: string) => `Place order · ${total}`,
  agree: "With your order these apply:",
  changedTitle: "The total has changed",
  changed: (seen: string, total: string) =>
    `It was ${seen} and is now ${total}. Nothing was ordered yet. Look it over; if it suits you, place the order again.`,
  toCart: "Go to the cart",
  failedTitle: "The order was not placed",
  lostTitle: "We do not know yet whether the order was placed",
  lost: "The answer got lost on the way. Place the order again: if it arrived the first time, you get the same order and not a second one.",

  thanks: "Thank you for your order",
  yourOrder: "Your order",
  thanksNumber: (number: number) => `Order #${number}`,
  mailed: (email: string) => `We have mailed a confirmation to ${email}.`,
  mailedLink: (email: string) => `We have mailed a confirmation to ${email}. Its link opens the order at any time.`,
  mailedUnknown: "The confirmation is in your mailbox. For an order without an account it holds a link to the order.",
  lostLink: "Nothing there? Look in the spam folder, or ask for the link once more.",
  toOrders: "See your orders",
  goOn: "Go on shopping",
  account: {
    title: "Keep this order in an account",
    body: (email: string) =>
      `We send ${email} a link. Behind it you choose a password, and this order is in your account.`,
    submit: "Open an account",
    sentTitle: "Check your mail",
    sent: (email: string) =>
      `If ${email} can open an account here, a link is on its way. It works for 24 hours. If you already have an account, the mail says so.`,
  },
} as const;
