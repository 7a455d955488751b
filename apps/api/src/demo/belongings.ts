import { type Address, addressKey, CreateAddress } from "@clientele/domain/customers/address";
import {
  type AddressUse,
  isDefaultFor,
  withAddress,
  withDefault,
  withoutAddress,
} from "@clientele/domain/customers/addressBook";
import { SetConsent, SetCustomerConsent } from "@clientele/domain/customers/consent";
import { AddNote, UpdateNote } from "@clientele/domain/customers/note";
import type { Staff } from "@clientele/domain/staff/staff";
import type { Life } from "./life.ts";
import { type Actor, byStaff, happened, type World } from "./world.ts";

/** Who acts on a customer: a staff member, or else the customer. */
const actorOn = (life: Life, staff: Staff | undefined): Actor => (staff === undefined ? life.self : byStaff(staff));

const keep = (life: Life, book: readonly Address[]): void => {
  life.addresses = book.map((address) => ({ ...address, customerId: life.customer.id }));
};

type Home = Pick<Address, "line1" | "line2" | "city" | "province" | "postalCode" | "countryCode">;
type Extra = Partial<Pick<Address, "label" | "firstName" | "lastName" | "company" | "phone">>;

/** Adds an address to the book unless an equal one is in it. */
export const addAddress = (
  world: World,
  at: Date,
  life: Life,
  parts: Home & Extra,
  { asked = {}, staff }: { asked?: { shipping?: boolean; billing?: boolean }; staff?: Staff | undefined } = {},
): void => {
  const {
    isDefaultShipping: _shipping,
    isDefaultBilling: _billing,
    idempotencyKey: _key,
    ...given
  } = CreateAddress.parse(parts);
  if (life.addresses.some((address) => addressKey(address) === addressKey(given))) return;
  const address: Address = {
    ...given,
    id: world.newId("address", at),
    isDefaultShipping: false,
    isDefaultBilling: false,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  const { shipping = false, billing = false } = asked;
  keep(life, withAddress<Address>(life.addresses, address, { shipping, billing }));
  const customerId = life.customer.id;
  happened(world, at, actorOn(life, staff), {
    type: "address.created",
    customerId,
    data: { addressId: address.id },
  });
};

/** Makes another address the default for the use. */
export const moveDefault = (world: World, at: Date, life: Life, use: AddressUse): void => {
  const others = life.addresses.filter((address) => !isDefaultFor(address, use));
  if (others.length === 0) return;
  const { id: addressId } = world.random.pick(others);
  keep(life, withDefault<Address>(life.addresses, addressId, use));
  const data = { addressId, uses: [use] };
  happened(world, at, life.self, { type: "address.default_set", customerId: life.customer.id, data });
};

/** Takes the oldest address out of the book; its defaults go to the newest other one. */
export const removeOldestAddress = (world: World, at: Date, life: Life): void => {
  const oldest = life.addresses.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())[0];
  if (oldest === undefined) return;
  keep(life, withoutAddress<Address>(life.addresses, oldest.id));
  const data = { addressId: oldest.id };
  happened(world, at, life.self, { type: "address.removed", customerId: life.customer.id, data });
};

/** Answers "may we write to you", by the customer or, with the reason, by staff; an equal answer changes nothing. */
export const answerConsent = (
  world: World,
  at: Date,
  life: Life,
  choice: SetConsent,
  by?: { staff: Staff; reason: string },
): void => {
  const customerId = life.customer.id;
  const { channel, state } =
    by === undefined
      ? SetConsent.parse(choice)
      : SetCustomerConsent.parse({ ...choice, id: customerId, reason: by.reason });
  const before = life.consents.find((answer) => answer.channel === channel && answer.present);
  if (before?.state === state) return;
  const others = life.consents.map((answer) => (answer === before ? { ...answer, present: false } : answer));
  const answer = {
    id: world.newId("consent", at),
    customerId,
    channel,
    state,
    source: by === undefined ? ("self" as const) : ("staff" as const),
    reason: by?.reason ?? null,
    staffId: by?.staff.id ?? null,
    at,
    present: true,
  };
  life.consents = [...others, answer];
  happened(world, at, actorOn(life, by?.staff), {
    type: "customer.consent_set",
    customerId,
    data: { channel, state },
  });
};

/** Writes a note on the customer. */
export const addNote = (world: World, at: Date, life: Life, staff: Staff, given: { text: string; pinned: boolean }) => {
  const customerId = life.customer.id;
  const { text, pinned } = AddNote.parse({ customerId, ...given });
  const id = world.newId("note", at);
  const note = { id, customerId, text, pinned, authorId: staff.id, createdAt: at, updatedAt: at, version: 1 };
  life.notes = [...life.notes, note];
  happened(world, at, byStaff(staff), { type: "note.added", customerId, data: { noteId: id } });
};

/** Adds a line to the newest note. */
export const continueNote = (world: World, at: Date, life: Life, staff: Staff, line: string): void => {
  const note = life.notes.at(-1);
  if (note === undefined) return;
  const wanted = UpdateNote.parse({ id: note.id, version: note.version, text: `${note.text}\n\n${line}` });
  const changed = { ...note, text: wanted.text ?? note.text, updatedAt: at, version: note.version + 1 };
  life.notes = life.notes.map((one) => (one.id === note.id ? changed : one));
  const data = { noteId: note.id, fields: ["text"] };
  happened(world, at, byStaff(staff), { type: "note.updated", customerId: life.customer.id, data });
};
