import type { Tx } from "@clientele/db";
import { findConsent, insertConsent, listConsents as listStored } from "@clientele/db/customers/consents";
import { getActiveCustomer, getCustomer } from "@clientele/db/customers/customers";
import type { Consents, SetConsent, SetCustomerConsent } from "@clientele/domain/customers/consent";
import type { CustomerContext, StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getExistingCustomer } from "./existingCustomer.ts";

const racedRules = ["consents_present_key"];

/** What the shopper has allowed, with every earlier answer. */
export const listOwnConsents = (ctx: CustomerContext): Promise<Consents> => listStored(ctx.db, ctx.actor.customerId);

/** The shopper's own answer for a channel. */
export const setOwnConsent = (ctx: CustomerContext, input: SetConsent): Promise<Consents> =>
  againAfterRace(racedRules, () =>
    ctx.db.transaction(async (tx) => {
      const { id } = await getActiveCustomer(tx, ctx.actor.customerId);
      return answer(tx, ctx, { ...input, customerId: id, source: "self", reason: null, staffId: null });
    }),
  );

/** A customer's present answers and how they came about. Throws `customer.not_found`. */
export const listConsents = async (ctx: StaffContext, { id }: { id: string }): Promise<Consents> => {
  const customer = await getCustomer(ctx.db, id);
  return listStored(ctx.db, customer.id);
};

/** An answer that staff write down for a customer, with the reason. */
export const setConsent = (ctx: StaffContext, { id, reason, ...choice }: SetCustomerConsent): Promise<Consents> =>
  againAfterRace(racedRules, () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "customers.write");
      const customer = await getExistingCustomer(tx, id);
      return answer(tx, ctx, {
        ...choice,
        customerId: customer.id,
        source: "staff",
        reason,
        staffId: ctx.actor.staffId,
      });
    }),
  );

type Answer = SetConsent & {
  customerId: string;
  source: "self" | "staff";
  reason: string | null;
  staffId: string | null;
};

/** Writes an answer unless it is the present one already; having never answered is no answer. */
const answer = async (tx: Tx, ctx: CustomerContext | StaffContext, given: Answer): Promise<Consents> => {
  const { customerId, channel, state } = given;
  const present = await findConsent(tx, customerId, channel);
  if (present?.state !== state) {
    await insertConsent(tx, { ...given, id: ctx.newId("consent"), at: ctx.now() });
    await recordEvent(tx, ctx, { type: "customer.consent_set", customerId, data: { channel, state } });
  }
  return listStored(tx, customerId);
};
