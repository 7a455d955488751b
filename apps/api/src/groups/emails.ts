import { insertCustomers } from "@clientele/db/customers/customers";
import { membersAmong } from "@clientele/db/groups/memberships";
import { customersByEmail } from "@clientele/db/groups/pasted";
import type { Customer } from "@clientele/domain/customers/customer";
import { canonicalEmail, parsePastedEmails } from "@clientele/domain/customers/email";
import { fullName, splitName } from "@clientele/domain/customers/personName";
import { DomainError, type FieldProblem } from "@clientele/domain/errors";
import {
  type AddEmails,
  type EmailMatches,
  type EmailsAdded,
  type MatchEmails,
  mostPastedEmails,
} from "@clientele/domain/groups/group";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { beginMemberships, getManualGroup, membersAddedData, spanOf } from "./membership.ts";

/** Sorts a pasted list into members, customers who could become ones, unknown addresses and what is no address. */
export async function matchEmails(ctx: StaffContext, input: MatchEmails): Promise<EmailMatches> {
  await getManualGroup(ctx.db, input.groupId);
  const { emails, doubles, invalid } = parsePastedEmails(input.text);
  if (emails.length > mostPastedEmails) {
    throw new DomainError(
      "input.invalid",
      {},
      { text: { code: "field.too_many", params: { most: mostPastedEmails } } },
    );
  }
  const known = await customersByEmail(
    ctx.db,
    emails.map(({ email }) => email),
  );
  const ids = [...known.values()].map(({ id }) => id);
  const present = new Set(await membersAmong(ctx.db, input.groupId, ids, ctx.now()));
  const report: EmailMatches = { matched: [], members: [], unknown: [], invalid, doubles };
  for (const { email, name } of emails) {
    const customer = known.get(email);
    if (customer === undefined) report.unknown.push({ email, name });
    else {
      const found = { customerId: customer.id, email, name: fullName(customer) };
      (present.has(customer.id) ? report.members : report.matched).push(found);
    }
  }
  return report;
}

/** The addresses in their canonical form, each once; throws with every one that is none. */
function canonical(emails: AddEmails["emails"]): { email: string; name: string }[] {
  const fields: Record<string, FieldProblem> = {};
  const names = new Map<string, string>();
  emails.forEach(({ email: typed, name }, index) => {
    const email = canonicalEmail(typed);
    if (email === null) fields[`emails.${index}.email`] = { code: "field.email", params: {} };
    else if (!names.has(email)) names.set(email, name);
  });
  if (Object.keys(fields).length > 0) throw new DomainError("input.invalid", {}, fields);
  return [...names].map(([email, name]) => ({ email, name }));
}

/** Makes members of the customers with these addresses, and of the others too, as new guests, when that is asked for. */
export async function addEmails(ctx: StaffContext, input: AddEmails): Promise<EmailsAdded> {
  const now = ctx.now();
  const wanted = canonical(input.emails);
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "groups.write");
    if (input.createGuests) await requireStaff(tx, ctx, "customers.write");
    const group = await getManualGroup(tx, input.groupId);
    const span = await spanOf(tx, input, now);
    const known = await customersByEmail(
      tx,
      wanted.map(({ email }) => email),
    );
    const unknown = wanted.filter(({ email }) => !known.has(email));
    const guests = input.createGuests ? unknown.map((person) => guestOf(ctx, person, now)) : [];
    await insertCustomers(tx, guests);
    const { added, alreadyMembers } = await beginMemberships(tx, ctx, {
      ...span,
      groupId: group.id,
      customerIds: [...known.values(), ...guests].map(({ id }) => id),
      source: "staff",
      reason: input.reason ?? null,
    });
    if (added.length > 0) {
      await recordEvent(tx, ctx, {
        type: "group.members_added",
        groupId: group.id,
        customerIds: added,
        data: { ...membersAddedData(added, span), created: guests.length },
      });
    }
    return {
      added: added.length,
      alreadyMembers: alreadyMembers.length,
      created: guests.length,
      unknown: input.createGuests ? [] : unknown.map(({ email }) => email),
    };
  });
}

const guestOf = (ctx: StaffContext, person: { email: string; name: string }, now: Date): Customer => ({
  id: ctx.newId("customer"),
  email: person.email,
  status: "guest",
  ...splitName(person.name),
  phone: null,
  companyName: null,
  taxId: null,
  locale: null,
  metadata: {},
  createdBy: "staff",
  createdAt: now,
  updatedAt: now,
  version: 1,
});
