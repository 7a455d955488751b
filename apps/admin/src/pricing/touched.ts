/** A list that begins or ends changes what customers pay, and what names their groups. */
export const touchedLists = { meta: { invalidates: ["priceLists", "groups", "customers"] } };
/** So does a discount. */
export const touchedDiscounts = { meta: { invalidates: ["discounts", "groups"] } };
