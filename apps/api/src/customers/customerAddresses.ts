import type { Tx } from "@clientele/db";
import { getAddress, listAddresses as listStored } from "@clientele/db/customers/addresses";
import { getCustomer } from "@clientele/db/customers/customers";
import type {
  Address,
  CreateCustomerAddress,
  SetCustomerDefaultAddress,
  UpdateCustomerAddress,
} from "@clientele/domain/customers/address";
import { done, type Done } from "@clientele/domain/page";
import type { StaffContext } from "../context.ts";
import { once } from "../idempotency.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { addToBook, changeInBook, racedRules, removeFromBook, setDefaultInBook } from "./addressBook.ts";
import { getExistingCustomer } from "./existingCustomer.ts";

/** Runs a change of a customer's book in one transaction that asks anew whether the staff member may. */
const inBookOf = <T>(ctx: StaffContext, customerId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  againAfterRace(racedRules, () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "customers.write");
      await getExistingCustomer(tx, customerId);
      return work(tx);
    }),
  );

/** A customer's address book, newest first. */
export const listAddresses = async (ctx: StaffContext, { customerId }: { customerId: string }): Promise<Address[]> => {
  const { id } = await getCustomer(ctx.db, customerId);
  return listStored(ctx.db, id);
};

/** Adds an address to a customer's book, once however often it is asked for with the same key. */
export const createAddress = (ctx: StaffContext, input: CreateCustomerAddress): Promise<Address> =>
  inBookOf(ctx, input.customerId, async (tx) => {
    const { customerId, ...address } = input;
    const call = {
      procedure: "admin.customerAddresses.create",
      actor: ctx.actor.staffId,
      key: input.idempotencyKey,
      input,
    };
    return getAddress(tx, customerId, await once(tx, ctx, call, () => addToBook(tx, ctx, customerId, address)));
  });

/** Changes an address of a customer's book. */
export const updateAddress = (ctx: StaffContext, input: UpdateCustomerAddress): Promise<Address> =>
  inBookOf(ctx, input.customerId, (tx) => {
    const { customerId, ...address } = input;
    return changeInBook(tx, ctx, customerId, address);
  });

/** Takes an address out of a customer's book. */
export const removeAddress = async (
  ctx: StaffContext,
  { customerId, id }: { customerId: string; id: string },
): Promise<Done> => {
  await inBookOf(ctx, customerId, (tx) => removeFromBook(tx, ctx, customerId, id));
  return done;
};

/** Makes an address the one goods or bills go to; answers the whole book. */
export const setDefaultAddress = (ctx: StaffContext, input: SetCustomerDefaultAddress): Promise<Address[]> =>
  inBookOf(ctx, input.customerId, (tx) => setDefaultInBook(tx, ctx, input.customerId, input));
