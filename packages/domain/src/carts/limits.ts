// Apart from the schemas of the cart: a page that shows a product checks none of them.

export const mostLines = 100;
export const mostQuantity = 1_000;
/** The most that a line can come to, so that every sum of a cart stays an exact number. */
export const mostLineAmount = 10_000_000_000_000;
/** Typed codes that a cart remembers, fitting or not. */
export const mostCodes = 5;

export const paymentKinds = ["invoice", "on_delivery"] as const;
