import { countOf } from "../text.ts";

/** The catalogue and the page of one product. */
export const catalogueText = {
  title: "All products",
  results: (search: string) => `Results for “${search}”`,
  welcome: (store: string) => `Welcome to ${store.replace(/\.$/, "")}.`,
  welcomeBack: (name: string) => `Welcome back, ${name}.`,
  lead: "Buy as a guest, or with an account that keeps your addresses and orders.",
  leadBack: "The prices you see here are yours.",
  count: (shown: string, n: number) => `${shown} ${n === 1 ? "product" : "products"}`,

  category: "Category",
  allCategories: "Everything",
  sort: "Sort by",
  sorts: {
    "-createdAt": "Newest first",
    title: "Name, A to Z",
    price: "Price, lowest first",
    "-price": "Price, highest first",
  },
  sortHint: "Sorted by the usual price; yours may be lower.",

  noneTitle: "Nothing for sale yet",
  none: "As soon as the store has products, they stand here.",
  noMatchTitle: (search: string | undefined) =>
    search === undefined ? "No product in this category" : `Nothing matches “${search}”`,
  noMatch: "Try another word, or look at everything there is.",
  pageGone: "This page of the list is gone; the address may be old or cut short.",
  toFirst: "Go to the first page",

  soldOut: "Sold out",
  notSold: (region: string) => `Not sold in ${region}`,
  notSoldHere: "Not sold in your region",
  from: "from",
  each: "each",
  usual: "Usual price",
  now: "Your price",

  products: "Products",
  variant: "Choose a version",
  quantityOf: (title: string) => `Quantity of ${title}`,
  fewer: (title: string) => `One less of ${title}`,
  more: (title: string) => `One more of ${title}`,
  add: "Add to cart",
  added: (quantity: number, title: string) => `${quantity.toLocaleString("en")} × ${title} is in your cart.`,
  inCart: (quantity: number) => `${countOf(quantity, "piece", "pieces")} of this in your cart.`,
  toCart: "Go to the cart",
  onlyLeft: (stock: number) => `Only ${stock.toLocaleString("en")} left`,
  inStock: "In stock",
  sku: "Article number",
  steps: "More pieces, lower price",
  stepFrom: "Pieces",
  stepEach: "Price of each",
  stepRange: (from: number, to: number | null) =>
    to === null
      ? `${from.toLocaleString("en")} or more`
      : from === to
        ? from.toLocaleString("en")
        : `${from.toLocaleString("en")} – ${to.toLocaleString("en")}`,
  subtotal: (quantity: number) => `${quantity.toLocaleString("en")} pieces together`,
  taxIncluded: "Tax included",
  taxAdded: "Plus tax",
  goneTitle: "This product is not here",
  goneShort: "Not for sale any more",
  gone: "It is no longer sold, or the address is old. Everything that is for sale stands in the catalogue.",
  backToCatalogue: "See all products",
} as const;
