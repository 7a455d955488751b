import type { Tx } from "@clientele/db";
import { getAddress, listAddresses } from "@clientele/db/customers/addresses";
import { getActiveCustomer } from "@clientele/db/customers/customers";
import type { Address, CreateAddress, SetDefaultAddress, UpdateAddress } from "@clientele/domain/customers/address";
import { done, type Done } from "@clientele/domain/page";
import type { CustomerContext } from "../context.ts";
import { once } from "../idempotency.ts";
import { againAfterRace } from "../raced.ts";
import { addToBook, changeInBook, racedRules, removeFromBook, setDefaultInBook } from "./addressBook.ts";

/** Runs a change of the shopper's own book in one transaction; a closed account changes nothing any more. */
const inOwnBook = <T>(ctx: CustomerContext, work: (tx: Tx, customerId: string) => Promise<T>): Promise<T> =>
  againAfterRace(racedRules, () =>
    ctx.db.transaction(async (tx) => {
      const { id } = await getActiveCustomer(tx, ctx.actor.customerId);
      return work(tx, id);
    }),
  );

/** The shopper's address book, newest first. */
export const listOwnAddresses = (ctx: CustomerContext): Promise<Address[]> =>
  listAddresses(ctx.db, ctx.actor.customerId);

/** Adds an address to the shopper's book, once however often it is asked for with the same key. */
export const createOwnAddress = (ctx: CustomerContext, input: CreateAddress): Promise<Address> =>
  inOwnBook(ctx, async (tx, customerId) => {
    const call = { procedure: "shop.addresses.create", actor: customerId, key: input.idempotencyKey, input };
    return getAddress(tx, customerId, await once(tx, ctx, call, () => addToBook(tx, ctx, customerId, input)));
  });

/** Changes an address of the shopper's book. */
export const updateOwnAddress = (ctx: CustomerContext, input: UpdateAddress): Promise<Address> =>
  inOwnBook(ctx, (tx, customerId) => changeInBook(tx, ctx, customerId, input));

/** Takes an address out of the shopper's book. */
export const removeOwnAddress = async (ctx: CustomerContext, { id }: { id: string }): Promise<Done> => {
  await inOwnBook(ctx, (tx, customerId) => removeFromBook(tx, ctx, customerId, id));
  return done;
};

/** Makes an address the one goods or bills go to; answers the whole book. */
export const setOwnDefault = (ctx: CustomerContext, input: SetDefaultAddress): Promise<Address[]> =>
  inOwnBook(ctx, (tx, customerId) => setDefaultInBook(tx, ctx, customerId, input));
