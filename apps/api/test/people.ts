import type { Database } from "@clientele/db";
import { insertCustomer } from "@clientele/db/customers/customers";
import { insertStaff } from "@clientele/db/staff/staff";
import type { Customer } from "@clientele/domain/customers/customer";
import type { NewId } from "@clientele/domain/ids";
import type { Staff } from "@clientele/domain/staff/staff";

interface Making {
  db: Database;
  now: () => Date;
  newId: NewId;
}

/** A customer with an account, or whatever the overrides make of one. */
export const givenCustomer = async (
  { db, now, newId }: Making,
  overrides: Partial<Customer> = {},
): Promise<Customer> => {
  const id = newId("customer");
  const customer: Customer = {
    id,
    email: `${id.toLowerCase()}@example.com`,
    status: "active",
    firstName: "Ann",
    lastName: "Archer",
    phone: null,
    companyName: null,
    taxId: null,
    locale: null,
    metadata: {},
    createdBy: "self",
    createdAt: now(),
    updatedAt: now(),
    version: 1,
    ...overrides,
  };
  await db.transaction((tx) => insertCustomer(tx, customer));
  return customer;
};

/** An active staff member of a role. */
export const givenStaff = async ({ db, now, newId }: Making, overrides: Partial<Staff> = {}): Promise<Staff> => {
  const id = newId("staff");
  const staff: Staff = {
    id,
    email: `${id.toLowerCase()}@staff.example.com`,
    name: "Sam Staff",
    role: "manager",
    status: "active",
    totpSeed: null,
    totpEnabledAt: null,
    totpLastStep: 0,
    lastSignInAt: null,
    createdAt: now(),
    updatedAt: now(),
    version: 1,
    ...overrides,
  };
  await db.transaction((tx) => insertStaff(tx, staff));
  return staff;
};
