import type { EventType } from "@clientele/domain/events";
import { channels, during, joined, roles, sessions } from "./eventWords.ts";
import { sellingVerbs } from "./sellingVerbs.ts";
import { fieldsOr, group, list, number, type Part, type Place, staff, type Told, type Verb, words } from "./told.ts";

/** "Anna Berg", "Anna Berg and 4 others", "5 customers"; on a customer's own page just "this customer". */
function customers(told: Told, place: Place): Part[] {
  const { count, first } = told.customers;
  if (place === "customer") return ["this customer"];
  const [one] = first;
  if (one === undefined || one.name === "") {
    if (one !== undefined) return [{ customer: { ...one, name: "a customer" } }];
    return [count === 1 ? "a customer" : `${count.toLocaleString("en")} customers`];
  }
  if (count <= 1) return [{ customer: one }];
  return [{ customer: one }, ` and ${(count - 1).toLocaleString("en")} ${count === 2 ? "other" : "others"}`];
}

const whose = (told: Told, place: Place): Part[] =>
  // Shoppers act on nobody but themselves.
  place === "customer" || told.actor.realm === "shop" ? [] : [" of ", ...customers(told, place)];

/** The names of tags given by their ids; a tag that is gone has none. */
const tagsIn = (told: Told, key: string): Part[] => {
  const ids = list(told, key);
  const named = told.tags.filter(({ id }) => ids.includes(id));
  return named.flatMap(({ name: tag }, index): Part[] => (index === 0 ? [{ tag }] : [" ", { tag }]));
};

/** "added the tags A B and removed C"; without names, just that they changed. */
function tagChange(told: Told): Part[] {
  const [added, removed] = [tagsIn(told, "added"), tagsIn(told, "removed")];
  const gained: Part[] =
    added.length === 0 ? [] : [added.length === 1 ? "added the tag " : "added the tags ", ...added];
  const lost: Part[] =
    removed.length === 0 ? [] : [removed.length === 1 ? "removed the tag " : "removed the tags ", ...removed];
  if (gained.length === 0 && lost.length === 0) return ["changed the tags"];
  return gained.length > 0 && lost.length > 0 ? [...gained, " and ", ...lost] : [...gained, ...lost];
}

const failed: Verb = (told, place) => [
  during[words(told, "during")] ?? "failed to sign in",
  ...(told.customers.first.length > 0 ? whose(told, place) : []),
];
const own =
  (verb: string): Verb =>
  () => [verb];

const verbs = {
  "customer.created": (told, place) => [
    "created ",
    ...customers(told, place),
    ...(told.group === null ? [] : [" in the group ", ...group(told)]),
  ],
  "customer.signed_up": own("opened an account"),
  "customer.updated": (told, place) => [`changed ${fieldsOr(told, "the profile")}`, ...whose(told, place)],
  "customer.metadata_set": (told, place) => ["changed the additional data", ...whose(told, place)],
  "customer.tags_set": (told, place) => [...tagChange(told), ...whose(told, place)],
  "customer.consent_set": (told, place) => [
    words(told, "state") === "granted"
      ? told.actor.realm === "shop"
        ? "agreed to "
        : "recorded consent to "
      : "withdrew consent to ",
    `marketing by ${channels[words(told, "channel")] ?? "mail"}`,
    ...whose(told, place),
  ],
  "customer.invited": (told, place) => ["invited ", ...customers(told, place), " to open an account"],
  "customer.invitation_withdrawn": (told, place) => ["withdrew the invitation", ...whose(told, place)],
  "customer.disabled": (told, place) => ["disabled the account", ...whose(told, place)],
  "customer.enabled": (told, place) => ["enabled the account", ...whose(told, place)],
  "customer.email_corrected": (told, place) => ["corrected the e-mail", ...whose(told, place)],
  "customer.email_change_requested": (told, place) => [
    "asked to change the e-mail",
    ...whose(told, place),
    "; the new mailbox must confirm it",
  ],
  "customer.email_change_cancelled": (told, place) => ["cancelled the change of the e-mail", ...whose(told, place)],
  "customer.email_changed": own("confirmed the new e-mail"),
  "customer.email_reverted": own("took the change of the e-mail back"),
  "customer.absorbed": (told, place) => ["joined a guest with the same e-mail into ", ...customers(told, place)],
  "customer.password_changed": own("changed the password"),
  "customer.password_reset_requested": (told, place) =>
    told.actor.realm === "staff"
      ? ["sent a password reset to ", ...customers(told, place)]
      : ["asked for a password reset"],
  "customer.password_reset": own("set a new password by a mailed link"),
  "customer.password_confirmed": own("confirmed the password"),
  "customer.signed_in": own("signed in"),
  "customer.sign_in_failed": failed,
  "customer.signed_out": own("signed out"),
  "customer.sessions_ended": (told, place) => [`ended ${sessions(number(told, "count") || 1)}`, ...whose(told, place)],
  "address.created": (told, place) => ["added an address", ...whose(told, place)],
  "address.updated": (told, place) => [`changed ${fieldsOr(told, "parts")} of an address`, ...whose(told, place)],
  "address.removed": (told, place) => ["removed an address", ...whose(told, place)],
  "address.default_set": (told, place) => [
    `chose another default address for ${joined(list(told, "uses")) || "shipping or billing"}`,
    ...whose(told, place),
  ],
  "note.added": (told, place) => [
    "wrote a note",
    ...(place === "customer" ? [] : [" about ", ...customers(told, place)]),
  ],
  "note.updated": (told, place) => [
    "changed a note",
    ...(place === "customer" ? [] : [" about ", ...customers(told, place)]),
  ],
  "note.removed": (told, place) => [
    "removed a note",
    ...(place === "customer" ? [] : [" about ", ...customers(told, place)]),
  ],
  "tag.updated": () => ["changed a tag’s name or colour"],
  "tag.removed": (told) => [
    `removed ${words(told, "name") === "" ? "a tag" : `the tag “${words(told, "name")}”`} from every customer`,
  ],
  "group.created": (told, place) => [
    "created ",
    ...(place === "group" ? ["this group"] : ["the group ", ...group(told)]),
  ],
  "group.updated": (told, place) => [
    `changed ${fieldsOr(told, "the settings")}`,
    ...(place === "group" ? [] : [" of the group ", ...group(told)]),
  ],
  "group.removed": (told) => ["deleted the group ", ...group(told)],
  "group.members_added": (told, place) => [
    "added ",
    ...customers(told, place),
    ...(place === "group" ? [] : [" to ", ...group(told)]),
  ],
  "group.members_removed": (told, place) => [
    "removed ",
    ...customers(told, place),
    ...(place === "group" ? [] : [" from ", ...group(told)]),
  ],
  "group.removal_undone": (told, place) => [
    "took a removal back: ",
    ...customers(told, place),
    ...(place === "group" ? [] : [" in ", ...group(told)]),
  ],
  "group.membership_set": (told, place) => [
    `changed ${fieldsOr(told, "the terms")} of the membership`,
    ...whose(told, place),
    ...(place === "group" ? [] : [" in ", ...group(told)]),
  ],
  ...sellingVerbs,
  "settings.updated": (told) => [`changed ${fieldsOr(told, "the settings")} of the store`],
  "staff.owner_created": own("became the store’s owner by the one-time link"),
  "staff.invited": (told) => {
    const role = roles[words(told, "role")];
    return ["invited ", staff(told), ...(role === undefined ? [] : [` as ${role}`])];
  },
  "staff.invitation_resent": (told) => ["sent the invitation of ", staff(told), " again"],
  "staff.invitation_withdrawn": (told) => ["withdrew the invitation of ", staff(told)],
  "staff.invitation_accepted": own("accepted the invitation"),
  "staff.role_set": (told) => {
    const [from, to] = [roles[words(told, "from")], roles[words(told, "to")]];
    const change = from === undefined || to === undefined ? [] : [` from ${from} to ${to}`];
    return ["changed the role of ", staff(told), ...change];
  },
  "staff.disabled": (told) => ["disabled ", staff(told)],
  "staff.enabled": (told) => ["enabled ", staff(told)],
  "staff.profile_updated": own("changed the own name"),
  "staff.totp_started": own("began to set up the authenticator"),
  "staff.totp_enabled": own("switched the authenticator on"),
  "staff.totp_disabled": own("switched the authenticator off"),
  "staff.totp_reset": (told) => ["reset the authenticator of ", staff(told)],
  "staff.recovery_codes_renewed": own("made new recovery codes"),
  "staff.password_changed": own("changed the own password"),
  "staff.password_reset_requested": own("asked for a password reset"),
  "staff.password_reset": own("set a new password by a mailed link"),
  "staff.password_confirmed": own("confirmed the password"),
  "staff.signed_in": (told) => [told.data["newDevice"] === true ? "signed in on a new device" : "signed in"],
  "staff.sign_in_failed": failed,
  "staff.code_asked": (told) => ["gave the right password of ", staff(told), " and was asked for the code"],
  "staff.signed_out": own("signed out"),
  "staff.sessions_ended": (told) => [`ended ${sessions(number(told, "sessionsEnded") || 1)} of their own`],
  "staff.rescue_started": (told) => ["started the rescue of an owner on the server: ", staff(told)],
} satisfies Record<EventType, Verb>;

/** Who did it. A shopper on the own page is "the customer"; what nobody did, the system did. */
function actor(told: Told, place: Place): Part {
  const { realm, name } = told.actor;
  if (realm === "staff") return { name: name ?? told.staff?.name ?? "A colleague" };
  if (realm === "system") return { name: "Clientele" };
  const [one] = told.customers.first;
  if (place === "customer" || one === undefined || one.name === "") return { name: "The customer" };
  return { customer: one };
}

/** The event as a sentence in parts: who, what, to whom. */
export function sentenceOf(told: Told, place: Place): Part[] {
  const verb: Verb = verbs[told.type];
  // Who has not signed in yet may be anybody.
  const unknown = told.type.endsWith("sign_in_failed") || told.type === "staff.code_asked";
  const who = unknown ? { name: "Somebody" } : actor(told, place);
  return [who, " ", ...verb(told, place)];
}

/** Why, where staff had to say so. */
export const reasonOf = (told: Told): string | null => words(told, "reason") || null;
