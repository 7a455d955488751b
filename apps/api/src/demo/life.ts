import type { NoteRow } from "@clientele/db/customers/notes";
import type { DemoAddress, DemoConsent } from "@clientele/db/demo/fill";
import {
  changedCustomer,
  CreateCustomer,
  type Customer,
  UpdateCustomer,
  UpdateProfile,
} from "@clientele/domain/customers/customer";
import { type CustomerStatus, hasAccount } from "@clientele/domain/customers/customerStatus";
import { CompleteSignUp } from "@clientele/domain/sessions/account";
import type { Staff } from "@clientele/domain/staff/staff";
import type { Person } from "./person.ts";
import { type Actor, byStaff, happened, type World } from "./world.ts";

/** A customer as they have become up to a moment of the past, with all that hangs on them. */
export interface Life {
  readonly person: Person;
  customer: Customer;
  addresses: DemoAddress[];
  consents: DemoConsent[];
  notes: NoteRow[];
  tagNames: string[];
  /** Where they sign in from. */
  readonly self: Actor;
}

const devices = [
  "Chrome on Windows",
  "Safari on iOS",
  "Chrome on Android",
  "Firefox on Linux",
  "Safari on macOS",
  "Edge on Windows",
  "Samsung Internet for Android on Android",
] as const;

const begin = (world: World, at: Date, person: Person, fields: Partial<Customer>): Life => {
  const id = world.newId("customer", at);
  const customer: Customer = {
    id,
    email: person.email,
    status: "guest",
    firstName: "",
    lastName: "",
    phone: null,
    companyName: null,
    taxId: null,
    locale: null,
    metadata: {},
    createdBy: "staff",
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...fields,
  };
  // Addresses that are reserved for documentation (RFC 5737).
  const address = `203.0.113.${world.random.int(1, 254)}`;
  const self: Actor = { realm: "shop", id, device: world.random.pick(devices), address };
  return { person, customer, addresses: [], consents: [], notes: [], tagNames: [], self };
};

const become = (life: Life, at: Date, wanted: Partial<Customer>): string[] => {
  const { customer, fields } = changedCustomer(life.customer, wanted, at);
  life.customer = customer;
  return fields;
};

/** Opens an account as a shopper does: with a name, and nothing else yet. */
export const signUp = (world: World, at: Date, person: Person): Life => {
  const { firstName, lastName } = person;
  const life = begin(world, at, person, { status: "active", createdBy: "self", firstName, lastName });
  checkSignUp(life);
  const data = { was: null, invited: false };
  happened(world, at, life.self, { type: "customer.signed_up", customerId: life.customer.id, data });
  return life;
};

/** Opens an account for a guest, invited or not. */
export const openAccount = (world: World, at: Date, life: Life): void => {
  const { id, status: was } = life.customer;
  const { firstName, lastName } = life.person;
  become(life, at, { status: "active", firstName, lastName });
  checkSignUp(life);
  const data = { was, invited: was === "invited" };
  happened(world, at, life.self, { type: "customer.signed_up", customerId: id, data });
};

const someToken = "a token long enough to be one";
const somePassword = "a password long enough to be one";

const checkSignUp = ({ customer: { firstName, lastName } }: Life): void => {
  CompleteSignUp.parse({ token: someToken, password: somePassword, firstName, lastName });
};

/** Entered by staff, with as much as they were told. */
export const enterGuest = (world: World, at: Date, staff: Staff, person: Person, known: Partial<Customer>): Life => {
  const { firstName, lastName, phone, companyName, taxId, locale } = { ...noName, ...nothing, ...known };
  const given = { firstName, lastName, phone, companyName, taxId, locale };
  const { email, ...input } = CreateCustomer.parse({ email: person.email, ...given });
  const { tags: _tags, groupIds: _groups, invite: _invite, idempotencyKey: _key, ...fields } = input;
  const life = begin(world, at, { ...person, email }, fields);
  const data = { tags: [], groups: [], invited: false };
  happened(world, at, byStaff(staff), { type: "customer.created", customerId: life.customer.id, data });
  return life;
};

const noName = { firstName: "", lastName: "" };
const nothing = { phone: null, companyName: null, taxId: null, locale: null };

/** Entered with many others from a pasted list; the event of the list tells of them all. */
export const enterFromList = (world: World, at: Date, person: Person, name: "known" | "unknown"): Life => {
  const { firstName, lastName } = name === "known" ? person : noName;
  return begin(world, at, person, { firstName, lastName });
};

type Wanted = Partial<Pick<Customer, "firstName" | "lastName" | "phone" | "companyName" | "taxId" | "locale">>;

/** Changes what the profile holds, as the shopper, or as staff when one is named. */
export const updateProfile = (world: World, at: Date, life: Life, wanted: Wanted, staff?: Staff): void => {
  const { id, version } = life.customer;
  if (staff === undefined) UpdateProfile.parse({ version, ...wanted });
  else UpdateCustomer.parse({ id, version, ...wanted });
  const fields = become(life, at, wanted);
  if (fields.length === 0) return;
  const actor = staff === undefined ? life.self : byStaff(staff);
  happened(world, at, actor, { type: "customer.updated", customerId: id, data: { fields } });
};

export const setMetadata = (
  world: World,
  at: Date,
  life: Life,
  staff: Staff,
  metadata: Record<string, unknown>,
): void => {
  const fields = become(life, at, { metadata });
  if (fields.length === 0) return;
  happened(world, at, byStaff(staff), { type: "customer.metadata_set", customerId: life.customer.id });
};

/** The moves between statuses that staff make, each with the status it starts from. */
const moves = {
  "customer.invited": { from: ["guest", "invited"], to: "invited" },
  "customer.invitation_withdrawn": { from: ["invited"], to: "guest" },
  "customer.disabled": { from: ["active"], to: "disabled" },
  "customer.enabled": { from: ["disabled"], to: "active" },
} as const satisfies Record<string, { from: readonly CustomerStatus[]; to: CustomerStatus }>;

export const move = (
  world: World,
  at: Date,
  life: Life,
  staff: Staff,
  type: keyof typeof moves,
  data: Record<string, string | number> = {},
): void => {
  const { from, to } = moves[type];
  if (!from.some((status) => status === life.customer.status)) {
    throw new Error(`${type} does not begin at ${life.customer.status}`);
  }
  become(life, at, { status: to });
  happened(world, at, byStaff(staff), { type, customerId: life.customer.id, data });
};

/** Corrects a guest's mistyped address. */
export const correctEmail = (world: World, at: Date, life: Life, staff: Staff, email: string, reason: string): void => {
  if (hasAccount(life.customer.status)) throw new Error("an account's address is changed by its owner");
  become(life, at, { email });
  const data = { reason };
  happened(world, at, byStaff(staff), { type: "customer.email_corrected", customerId: life.customer.id, data });
};

export const signIn = (world: World, at: Date, life: Life): void => {
  happened(world, at, life.self, { type: "customer.signed_in", customerId: life.customer.id });
};
