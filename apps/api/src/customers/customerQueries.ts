import { listPresentConsents } from "@clientele/db/customers/consents";
import { countLiveSessions, findInvitation, findLastSignIn } from "@clientele/db/customers/customerAccess";
import { countCustomers as countStored, listCustomers as listStored } from "@clientele/db/customers/customerList";
import { getCustomer } from "@clientele/db/customers/customers";
import { tagsOfCustomers } from "@clientele/db/customers/tags";
import { groupsOfCustomers, membershipsShownOf } from "@clientele/db/groups/groupsOfCustomers";
import { findPendingEmail } from "@clientele/db/sessions/emailChanges";
import { getSettings } from "@clientele/db/settings/settings";
import type { CustomerDetail, CustomerInList } from "@clientele/domain/customers/customer";
import type { CustomerFilter, ListCustomers } from "@clientele/domain/customers/customerList";
import type { Page } from "@clientele/domain/page";
import type { Services, StaffContext } from "../context.ts";

/** A page of customers with their tags and effective groups, each read for the whole page at once. */
export const listCustomers = async (ctx: StaffContext, input: ListCustomers): Promise<Page<CustomerInList>> => {
  const now = ctx.now();
  const page = await listStored(ctx.db, input, now);
  const ids = page.items.map(({ id }) => id);
  const tags = await tagsOfCustomers(ctx.db, ids);
  const groups = await groupsOfCustomers(ctx.db, ids, now);
  const { currency } = await getSettings(ctx.db);
  const items = page.items.map(({ orderCount, lastOrderAt, netSpent, ...customer }) => ({
    ...customer,
    orders: orderCount,
    lastOrderAt: orderCount === 0 ? null : lastOrderAt,
    netSpent: { amount: netSpent, currency },
    tags: tags.get(customer.id) ?? [],
    groups: groups.get(customer.id) ?? [],
  }));
  return { ...page, items };
};

/** How many customers a filter means, without reading any of them. */
export const countCustomers = (ctx: StaffContext, filter: CustomerFilter): Promise<Page<never>["total"]> =>
  countStored(ctx.db, filter, ctx.now());

/** The whole customer as the admin's page shows it; what pages on its own (addresses, notes, timeline) is not in it. */
export const getCustomerDetail = async (
  { db, now }: Pick<Services, "db" | "now">,
  { id }: { id: string },
): Promise<CustomerDetail> => {
  const at = now();
  const customer = await getCustomer(db, id);
  const tags = await tagsOfCustomers(db, [id]);
  return {
    ...customer,
    tags: tags.get(id) ?? [],
    memberships: await membershipsShownOf(db, id, at),
    consents: await listPresentConsents(db, id),
    invitation: await findInvitation(db, id, at),
    pendingEmail: await findPendingEmail(db, id, at),
    lastSignInAt: await findLastSignIn(db, id),
    liveSessions: await countLiveSessions(db, id, at),
  };
};
