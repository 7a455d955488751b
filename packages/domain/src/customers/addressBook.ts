import { DomainError } from "../errors.ts";
import { type Address, heirOf, mostAddresses } from "./address.ts";

export type AddressUse = "shipping" | "billing";

/** What the rules of defaults look at. */
export type Shelved = Pick<Address, "id" | "createdAt" | "isDefaultShipping" | "isDefaultBilling">;

/** Which uses a caller asks a new address to be the default of. */
export interface AskedDefaults {
  shipping: boolean;
  billing: boolean;
}

const flags = { shipping: "isDefaultShipping", billing: "isDefaultBilling" } as const satisfies Record<
  AddressUse,
  keyof Shelved
>;
export const addressUses: readonly AddressUse[] = ["shipping", "billing"];

/** Whether the address is the default for the use. */
export const isDefaultFor = (address: Shelved, use: AddressUse): boolean => address[flags[use]];

/** The book with one address as the default for a use, which takes it from any other (`domain` 1). */
export const withDefault = <A extends Shelved>(book: readonly A[], id: string, use: AddressUse): A[] =>
  book.map((address) => {
    const wanted = address.id === id;
    return address[flags[use]] === wanted ? address : { ...address, [flags[use]]: wanted };
  });

/** The book with the defaults that were asked for one of its addresses. */
export const withDefaults = <A extends Shelved>(book: readonly A[], id: string, asked: AskedDefaults): A[] =>
  addressUses.reduce<A[]>((shelved, use) => (asked[use] ? withDefault(shelved, id, use) : shelved), [...book]);

/** The book with one address more; the first one becomes both defaults. Throws `address.too_many` at the 51st. */
export function withAddress<A extends Shelved>(book: readonly A[], address: A, asked: AskedDefaults): A[] {
  if (book.length >= mostAddresses) throw new DomainError("address.too_many", { most: mostAddresses });
  const first = book.length === 0;
  const shelved = [...book, { ...address, isDefaultShipping: false, isDefaultBilling: false }];
  return withDefaults(shelved, address.id, { shipping: first || asked.shipping, billing: first || asked.billing });
}

/** The book without an address; each default it was goes to the newest other one. */
export function withoutAddress<A extends Shelved>(book: readonly A[], id: string): A[] {
  const gone = book.find((address) => address.id === id);
  const rest = book.filter((address) => address.id !== id);
  const heir = heirOf(rest, id);
  if (gone === undefined || heir === null) return rest;
  return withDefaults(rest, heir.id, { shipping: gone.isDefaultShipping, billing: gone.isDefaultBilling });
}

/** The addresses whose defaults differ between two states of a book, as they are in the later one. */
export const movedDefaults = <A extends Shelved>(before: readonly A[], after: readonly A[]): A[] => {
  const earlier = new Map(before.map((address) => [address.id, address]));
  return after.filter((address) => {
    const was = earlier.get(address.id);
    return was !== undefined && addressUses.some((use) => was[flags[use]] !== address[flags[use]]);
  });
};
