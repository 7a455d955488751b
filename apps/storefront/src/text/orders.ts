import type { Outputs } from "../trpc.ts";

type Order = Outputs["orders"]["get"];

/** Orders: the list of an account, one order, and the way back to one without an account. */
export const ordersText = {
  title: "Orders",
  description: "Everything you have ordered with this account.",
  orderTitle: (number: number) => `Order #${number}`,
  placed: "Placed",
  pieces: (n: number) => `${n.toLocaleString("en")} ${n === 1 ? "piece" : "pieces"}`,
  morePictures: (n: number) => `+${n}`,
  list: "Your orders",

  status: "Status",
  anyStatus: "Any status",
  statuses: { pending: "Under way", completed: "Completed", canceled: "Cancelled" } satisfies Record<
    Order["status"],
    string
  >,
  year: "Year",
  anyYear: "All years",
  search: "Search by number",
  searchHint: "Order number, such as #1001",
  noneTitle: "No orders yet",
  none: "What you order while signed in stands here, with its parcels and bills.",
  toCatalogue: "See all products",
  noMatchTitle: "No order matches",
  noMatch: "Look for another number, or clear the filters.",
  pageGone: "This page of the list is gone; the address may be old or cut short.",
  toNewest: "Show the newest",

  fulfilments: {
    not_fulfilled: "Being prepared",
    partially_fulfilled: "Partly on its way",
    fulfilled: "On its way",
    delivered: "Delivered",
    partially_returned: "Partly returned",
    returned: "Returned",
  } satisfies Record<Order["fulfilment"], string>,
  payments: {
    awaiting: "Not paid yet",
    authorized: "Payment reserved",
    captured: "Paid",
    partially_refunded: "Paid, partly refunded",
    refunded: "Refunded",
    voided: "Nothing to pay",
  } satisfies Record<Order["payment"], string>,
  kinds: { invoice: "By invoice", on_delivery: "On delivery" } satisfies Record<Order["paymentKind"], string>,

  lines: "What was ordered",
  quantity: (n: number) => `${n.toLocaleString("en")} ×`,
  usual: "Usual price",
  sums: "Amounts",
  refunded: "Refunded",
  shippingTo: "Goes to",
  billTo: "Bill to",
  payment: "Payment",
  shipping: "Sent by",
  erased: "The address has been erased.",
  canceled: "This order was cancelled",
  sentOn: "Sent",
  deliveredOn: "Delivered",
  parcel: (n: number) => `Parcel ${n}`,
  parcels: "Parcels",
  noParcels: "Nothing has been sent yet. We write to you when it is.",
  carrier: "With",
  tracking: "Tracking number",
  copyTracking: "Copy tracking number",
  backToOrders: "All orders",

  recent: "Last orders",
  all: "All orders",

  guest: {
    checking: "Opening your order",
    missingTitle: "Open the link in your mail",
    missing:
      "This page works only when it is opened by the link of a mail. Open the mail once more and follow the link.",
    goneTitle: "This link no longer opens an order",
    gone: "It may be old, or the order now belongs to an account. Sign in to see the orders of your account, or ask for a new link.",
    newLink: "Ask for a new link",
  },

  find: {
    title: "Find my order",
    body: "Tell us the number of the order and the e-mail it was placed with. We mail you a link that opens it.",
    number: "Order number",
    numberHint: "It stands in the confirmation, such as #1001.",
    email: "E-mail",
    submit: "Send the link",
    sentTitle: "Check your mail",
    sent: (number: string, email: string) =>
      `If ${number} was placed with ${email} and is not in an account, a link is on its way to that address.`,
    hint: "Nothing there after a few minutes? Look in the spam folder, and check number and address.",
    again: "Ask again",
    haveAccount: "Ordered with an account?",
  },
} as const;
