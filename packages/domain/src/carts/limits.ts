// Apart from the schemas of the cart: a page that shows a product checks none of them.

export const mostLines = 100;
export const mostQuantity = 1_000;
/** Typed codes that a cart remembers, fitting or not. */
export const mostCodes = 5;
