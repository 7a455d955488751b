import type { Tx } from "@clientele/db";
import { findCustomerByEmail, insertCustomer } from "@clientele/db/customers/customers";
import { findEmailHold } from "@clientele/db/customers/emailHolds";
import { addCustomerTags, makeTags } from "@clientele/db/customers/tags";
import type { CreateCustomer, Customer, CustomerDetail } from "@clientele/domain/customers/customer";
import { DomainError } from "@clientele/domain/errors";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { beginMemberships, getManualGroup } from "../groups/membership.ts";
import { once } from "../idempotency.ts";
import { againAfterRace } from "../raced.ts";
import { countMailTo } from "../sessions/askedMail.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getCustomerDetail } from "./customerQueries.ts";
import { sendInvitation } from "./invitations.ts";

/** What two calls at the same time may both find missing and make; the later one looks again. */
const racedRules = ["customers_email_key", "idempotency_keys_pkey", "tags_name_key"];

/** Makes a guest of an e-mail that nobody has, with tags and groups, and invites them to open an account when asked to. */
export const createCustomer = async (ctx: StaffContext, input: CreateCustomer): Promise<CustomerDetail> => {
  if (input.invite) await countMailTo(ctx, input.email);
  const { idempotencyKey: key, ...asked } = input;
  const call = { procedure: "admin.customers.create", actor: ctx.actor.staffId, key, input: asked };
  const id = await againAfterRace(racedRules, () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "customers.write");
      if (input.groupIds.length > 0) await requireStaff(tx, ctx, "groups.write");
      return once(tx, ctx, call, () => make(tx, ctx, input));
    }),
  );
  return getCustomerDetail(ctx, { id });
};

const make = async (tx: Tx, ctx: StaffContext, input: CreateCustomer): Promise<string> => {
  const { tags, groupIds, invite, idempotencyKey: _key, ...fields } = input;
  const now = ctx.now();
  if ((await findCustomerByEmail(tx, input.email)) !== null) throw new DomainError("customer.email_taken");
  if ((await findEmailHold(tx, input.email, now)) !== null) throw new DomainError("customer.email_taken");
  const customer: Customer = {
    ...fields,
    id: ctx.newId("customer"),
    status: invite ? "invited" : "guest",
    createdBy: "staff",
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await insertCustomer(tx, customer);
  const tagIds = (await makeTags(tx, tags, { newId: () => ctx.newId("tag"), now })).map(({ id }) => id);
  await addCustomerTags(tx, customer.id, tagIds);
  const groups = [...new Set(groupIds)];
  for (const groupId of groups) {
    await getManualGroup(tx, groupId);
    const terms = { groupId, from: now, until: null, source: "staff" as const, reason: null };
    await beginMemberships(tx, ctx, { ...terms, customerIds: [customer.id] });
  }
  if (invite) await sendInvitation(tx, ctx, customer);
  const data = { tags: tagIds, groups, invited: invite };
  await recordEvent(tx, ctx, { type: "customer.created", customerId: customer.id, data });
  return customer.id;
};
