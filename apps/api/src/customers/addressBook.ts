import type { Tx } from "@clientele/db";
import {
  getAddress,
  insertAddress,
  listAddresses,
  removeAddress,
  saveAddress,
  saveDefaults,
} from "@clientele/db/customers/addresses";
import {
  type Address,
  addressKey,
  type CreateAddress,
  type SetDefaultAddress,
  type UpdateAddress,
} from "@clientele/domain/customers/address";
import {
  type AddressUse,
  type AskedDefaults,
  isDefaultFor,
  movedDefaults,
  withAddress,
  withDefault,
  withDefaults,
  withoutAddress,
} from "@clientele/domain/customers/addressBook";
import { DomainError } from "@clientele/domain/errors";
import type { CustomerContext, StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";

// One address book behind both doors: the callers have checked who may write in it, and name its owner to every store
// function, so that another customer's address is simply not there (AUZ-4, AUZ-5).

type Ctx = CustomerContext | StaffContext;

/** What two parallel calls may both make; whoever comes second looks again and finds the other's. */
export const racedRules = [
  "addresses_same_key",
  "addresses_default_shipping_key",
  "addresses_default_billing_key",
  "idempotency_keys_pkey",
];

/** Adds an address and answers its id; an equal one is there already and only takes the asked defaults. */
export const addToBook = async (tx: Tx, ctx: Ctx, customerId: string, input: CreateAddress): Promise<string> => {
  const { isDefaultShipping = false, isDefaultBilling = false, idempotencyKey: _, ...parts } = input;
  const asked: AskedDefaults = { shipping: isDefaultShipping, billing: isDefaultBilling };
  const book = await listAddresses(tx, customerId);
  const key = addressKey(parts);
  const equal = book.find((address) => addressKey(address) === key);
  if (equal !== undefined) {
    await moveDefaults(tx, ctx, customerId, book, withDefaults(book, equal.id, asked), equal.id);
    return equal.id;
  }
  const now = ctx.now();
  const address: Address = {
    ...parts,
    id: ctx.newId("address"),
    isDefaultShipping: false,
    isDefaultBilling: false,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  const shelved = withAddress(book, address, asked);
  await saveDefaults(tx, customerId, movedDefaults(book, shelved));
  await insertAddress(tx, customerId, shelved.find(({ id }) => id === address.id) ?? address);
  await recordEvent(tx, ctx, { type: "address.created", customerId, data: { addressId: address.id } });
  return address.id;
};

const partNames = [
  "label",
  "firstName",
  "lastName",
  "company",
  "line1",
  "line2",
  "city",
  "province",
  "postalCode",
  "countryCode",
  "phone",
] as const satisfies readonly (keyof Address & keyof UpdateAddress)[];

/** Changes all parts of an address at once; its defaults stay. Equal parts change nothing. */
export const changeInBook = async (tx: Tx, ctx: Ctx, customerId: string, input: UpdateAddress): Promise<Address> => {
  const present = await getAddress(tx, customerId, input.id);
  if (present.version !== input.version) {
    throw new DomainError("address.changed_meanwhile", { version: present.version });
  }
  const fields = partNames.filter((name) => present[name] !== input[name]);
  if (fields.length === 0) return present;
  const changed: Address = { ...present, ...input, updatedAt: ctx.now(), version: present.version + 1 };
  const key = addressKey(changed);
  const book = await listAddresses(tx, customerId);
  if (book.some((address) => address.id !== changed.id && addressKey(address) === key)) {
    throw new DomainError("input.invalid", {}, { line1: { code: "field.duplicate", params: {} } });
  }
  await saveAddress(tx, customerId, changed, input.version);
  await recordEvent(tx, ctx, { type: "address.updated", customerId, data: { addressId: changed.id, fields } });
  return changed;
};

/** Takes an address away; a default it was goes to the newest other one. */
export const removeFromBook = async (tx: Tx, ctx: Ctx, customerId: string, id: string): Promise<void> => {
  const book = await listAddresses(tx, customerId);
  if (!book.some((address) => address.id === id)) throw new DomainError("address.not_found");
  const rest = withoutAddress(book, id);
  await removeAddress(tx, customerId, id);
  await saveDefaults(tx, customerId, movedDefaults(book, rest));
  await recordEvent(tx, ctx, { type: "address.removed", customerId, data: { addressId: id } });
};

/** Makes an address the default for a use, which takes it from the other one, and answers the whole book. */
export const setDefaultInBook = async (
  tx: Tx,
  ctx: Ctx,
  customerId: string,
  { id, use, version }: SetDefaultAddress,
): Promise<Address[]> => {
  const book = await listAddresses(tx, customerId);
  const address = book.find((one) => one.id === id);
  if (address === undefined) throw new DomainError("address.not_found");
  if (version !== undefined && version !== address.version) {
    throw new DomainError("address.changed_meanwhile", { version: address.version });
  }
  const shelved = withDefault(book, id, use);
  await moveDefaults(tx, ctx, customerId, book, shelved, id);
  return shelved;
};

/** Writes what moved and records it for the address that gained; nothing moved, nothing is recorded. */
const moveDefaults = async (
  tx: Tx,
  ctx: Ctx,
  customerId: string,
  before: readonly Address[],
  after: readonly Address[],
  gainedId: string,
): Promise<void> => {
  const moved = movedDefaults(before, after);
  if (moved.length === 0) return;
  await saveDefaults(tx, customerId, moved);
  const was = before.find(({ id }) => id === gainedId);
  const is = after.find(({ id }) => id === gainedId);
  const gained = (use: AddressUse): boolean =>
    was !== undefined && is !== undefined && isDefaultFor(is, use) && !isDefaultFor(was, use);
  await recordEvent(tx, ctx, {
    type: "address.default_set",
    customerId,
    data: { addressId: gainedId, uses: (["shipping", "billing"] as const).filter(gained) },
  });
};
