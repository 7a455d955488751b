import type { Reader } from "@clientele/db";
import { getCustomer } from "@clientele/db/customers/customers";
import { groupNames } from "@clientele/db/groups/groups";
import { membershipsOf } from "@clientele/db/groups/memberships";
import type { Customer } from "@clientele/domain/customers/customer";
import { benefitGroups } from "@clientele/domain/groups/membership";
import type { PricesPreview } from "@clientele/domain/pricing/previewPrices";

/** Whose prices staff look at, at an instant. */
export interface Viewed {
  customer: Customer;
  signedIn: boolean;
  groups: ReadonlySet<string>;
  /** Those groups by name. */
  named: PricesPreview["groups"];
  publicBecause: PricesPreview["publicBecause"];
}

/**
 * What a customer's groups give at the instant, as if the customer were signed in then. Whoever has no active account gets
 * public prices, and the reason is told. A membership that was taken away later counts until then.
 */
export async function benefitsOf(db: Reader, customerId: string, at: Date): Promise<Viewed> {
  const customer = await getCustomer(db, customerId);
  const memberships = (await membershipsOf(db, customer.id)).map((membership) => {
    const { removedAt } = membership;
    return removedAt !== null && at < removedAt ? { ...membership, removedAt: null } : membership;
  });
  const actor = { signedIn: customer.status === "active", status: customer.status };
  const ids = benefitGroups(actor, memberships, at);
  const names = await groupNames(db, ids);
  return {
    customer,
    signedIn: actor.signedIn,
    groups: new Set(ids),
    named: ids
      .map((id) => ({ id, name: names.get(id) ?? "" }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    publicBecause: customer.status === "active" ? null : customer.status,
  };
}
