import type { Customer } from "@clientele/domain/customers/customer";
import type { NewId } from "@clientele/domain/ids";

/** A customer as a store would be given one; what a test cares for is said, the rest is plausible. */
export const buildCustomer = (newId: NewId, given: Partial<Customer> = {}): Customer => {
  const id = newId("customer");
  const at = new Date("2026-03-01T12:00:00.000Z");
  return {
    id,
    email: `${id.toLowerCase().replace("_", ".")}@example.com`,
    status: "active",
    firstName: "Ann",
    lastName: "Example",
    phone: null,
    companyName: null,
    taxId: null,
    locale: null,
    metadata: {},
    createdBy: "staff",
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...given,
  };
};
