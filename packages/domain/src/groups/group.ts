import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf, idsOf, IdempotencyKey } from "../ids.ts";
import { Named } from "../named.ts";
import { pageInput } from "../page.ts";
import { line, paragraphs, requiredLine } from "../text.ts";
import { customerFilter } from "../customers/customerList.ts";
import { CustomerStatus } from "../customers/customerStatus.ts";
import { mostOfName } from "../customers/email.ts";
import { Metadata } from "../customers/metadata.ts";
import { Colour } from "../customers/tag.ts";
import { DayOrInstant } from "../time.ts";

export const groupKinds = ["manual", "rule"] as const;

const name = requiredLine(80);
const description = paragraphs(1000);
const version = z.int().min(1);

/** A customer group; its name is unique without regard to case. */
export const Group = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  colour: Colour,
  kind: z.enum(groupKinds),
  metadata: z.record(z.string(), z.unknown()),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type Group = z.infer<typeof Group>;

const count = z.object({ count: z.int(), capped: z.boolean() });
/** A row of the list of groups: members are the effective ones, lists and discounts those that keep it from being deleted. */
export const GroupInList = Group.omit({ metadata: true }).extend({
  members: count,
  priceLists: z.int(),
  discounts: z.int(),
});
export type GroupInList = z.infer<typeof GroupInList>;
/** A group with how many members it has now, will have, and had. */
export const GroupDetail = Group.extend({ members: z.object({ effective: count, coming: count, ended: count }) });
export type GroupDetail = z.infer<typeof GroupDetail>;

export const GroupId = z.strictObject({ id: idOf("group") });
export const CreateGroup = z.strictObject({
  name,
  description: description.default(""),
  colour: Colour.default("teal"),
  metadata: Metadata.default({}),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CreateGroup = z.output<typeof CreateGroup>;
export const UpdateGroup = z.strictObject({
  id: idOf("group"),
  version,
  name: name.optional(),
  description: description.optional(),
  colour: Colour.optional(),
  metadata: Metadata.optional(),
});
export type UpdateGroup = z.output<typeof UpdateGroup>;
export const RemoveGroup = z.strictObject({ id: idOf("group"), version });
export type RemoveGroup = z.output<typeof RemoveGroup>;

export const groupSorts = ["name", "-name", "-createdAt", "createdAt", "-updatedAt", "updatedAt"] as const;
export const ListGroups = z.strictObject({
  search: line(200).optional(),
  kind: z.enum(groupKinds).optional(),
  sort: z.enum(groupSorts).default("name"),
  ...pageInput,
});
export type ListGroups = z.output<typeof ListGroups>;

/** What names a group and so keeps it from being deleted. */
export const GroupUsage = z.object({
  priceLists: z.array(Named),
  discounts: z.array(Named),
});
export type GroupUsage = z.infer<typeof GroupUsage>;

export const membershipSources = ["staff", "import", "api", "rule"] as const;
export const memberStates = ["effective", "coming", "ended"] as const;

/** A membership in the group's table. */
export const Member = z.object({
  membershipId: z.string(),
  customer: z.object({
    id: z.string(),
    email: z.string().nullable(),
    firstName: z.string(),
    lastName: z.string(),
    companyName: z.string().nullable(),
    status: CustomerStatus,
  }),
  from: z.date(),
  until: z.date().nullable(),
  state: z.enum(memberStates),
  source: z.enum(membershipSources),
  reason: z.string().nullable(),
  addedBy: Named.nullable(),
  addedAt: z.date(),
});
export type Member = z.infer<typeof Member>;

export const memberSorts = ["-addedAt", "addedAt"] as const;
export const ListMembers = z.strictObject({
  groupId: idOf("group"),
  search: line(200).optional(),
  state: z.enum(memberStates).default("effective"),
  sort: z.enum(memberSorts).default("-addedAt"),
  ...pageInput,
});
export type ListMembers = z.output<typeof ListMembers>;

const reason = line(300).transform((value) => (value === "" ? null : value));
/** The most customers that one filter can add at once. */
export const mostByFilter = 10_000;
/** Adds by id, or everyone a filter of the customers' list means (at most `mostByFilter` of them). */
export const AddMembers = z
  .strictObject({
    groupId: idOf("group"),
    customerIds: idsOf("customer").optional(),
    filter: z.strictObject(customerFilter).optional(),
    /** Now when left out; a day without a time begins and ends in the store's time zone. */
    from: DayOrInstant.optional(),
    until: DayOrInstant.optional(),
    reason: reason.optional(),
    /** `all-or-nothing` refuses the whole call when an id is unknown and names every such id. */
    mode: z.enum(["partial", "all-or-nothing"]).default("partial"),
  })
  .refine((input) => (input.customerIds === undefined) !== (input.filter === undefined), {
    ...asField("field.required"),
    path: ["customerIds"],
  });
export type AddMembers = z.output<typeof AddMembers>;
/** How many began a membership, how many had a present or coming one, and which ids are no customer. */
export const MembersAdded = z.object({ added: z.int(), alreadyMembers: z.int(), notFound: z.array(z.string()) });
export type MembersAdded = z.infer<typeof MembersAdded>;

export const RemoveMembers = z.strictObject({
  groupId: idOf("group"),
  customerIds: idsOf("customer"),
  mode: z.enum(["partial", "all-or-nothing"]).default("partial"),
});
export type RemoveMembers = z.output<typeof RemoveMembers>;
/** `removalId` takes the removal back while its time lasts; null when nobody was a member. */
export const MembersRemoved = z.object({
  removed: z.int(),
  notMembers: z.int(),
  notFound: z.array(z.string()),
  removalId: z.string().nullable(),
  undoUntil: z.date().nullable(),
});
export type MembersRemoved = z.infer<typeof MembersRemoved>;
export const UndoRemoval = z.strictObject({ removalId: idOf("event") });
export type UndoRemoval = z.output<typeof UndoRemoval>;
/** Those who meanwhile became members anew stay as they are. */
export const RemovalUndone = z.object({ restored: z.int(), alreadyMembers: z.int() });
export type RemovalUndone = z.infer<typeof RemovalUndone>;

export const SetMembership = z.strictObject({
  membershipId: idOf("membership"),
  /** Null means without end. */
  until: DayOrInstant.nullable().optional(),
  reason: reason.nullable().optional(),
});
export type SetMembership = z.output<typeof SetMembership>;

/** The most addresses that one pasted list may hold. */
export const mostPastedEmails = 5_000;
/** A pasted list of addresses, as lines, commas, `Name <mail>` or a CSV column. */
export const MatchEmails = z.strictObject({ groupId: idOf("group"), text: z.string().max(200_000) });
export type MatchEmails = z.output<typeof MatchEmails>;
export const EmailMatches = z.object({
  matched: z.array(z.object({ customerId: z.string(), email: z.string(), name: z.string() })),
  members: z.array(z.object({ customerId: z.string(), email: z.string(), name: z.string() })),
  unknown: z.array(z.object({ email: z.string(), name: z.string() })),
  invalid: z.array(z.string()),
  doubles: z.int(),
});
export type EmailMatches = z.infer<typeof EmailMatches>;

/** Adds pasted addresses: known customers as members, unknown ones as new guests when asked for. */
export const AddEmails = z.strictObject({
  groupId: idOf("group"),
  emails: z
    .array(z.strictObject({ email: z.string().max(320), name: line(mostOfName).default("") }))
    .min(1)
    .max(1000),
  createGuests: z.boolean().default(false),
  from: DayOrInstant.optional(),
  until: DayOrInstant.optional(),
  reason: reason.optional(),
});
export type AddEmails = z.output<typeof AddEmails>;
export const EmailsAdded = z.object({
  added: z.int(),
  alreadyMembers: z.int(),
  created: z.int(),
  unknown: z.array(z.string()),
});
export type EmailsAdded = z.infer<typeof EmailsAdded>;

export const ListGroupActivity = z.strictObject({ groupId: idOf("group"), ...pageInput });
export type ListGroupActivity = z.output<typeof ListGroupActivity>;

/** How long a removal can be taken back. */
export const undoMinutes = 15;

/** The group with its fields changed, and the names of those that differ; the same group when none does. */
export function changedGroup(
  group: Group,
  wanted: { [name in "name" | "description" | "colour" | "metadata"]?: Group[name] | undefined },
  now: Date,
): { group: Group; fields: string[] } {
  const changes = Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(group[name as keyof Group]),
    ),
  );
  const fields = Object.keys(changes);
  if (fields.length === 0) return { group, fields };
  return { group: { ...group, ...changes, updatedAt: now, version: group.version + 1 }, fields };
}
