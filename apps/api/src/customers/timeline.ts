import { getCustomer } from "@clientele/db/customers/customers";
import { findNotes } from "@clientele/db/customers/notes";
import { tagNames } from "@clientele/db/customers/tags";
import { listTimeline, type TimelineRow } from "@clientele/db/events/timeline";
import { groupNames } from "@clientele/db/groups/groups";
import { numbersOfOrders } from "@clientele/db/orders/orders";
import type { ListTimeline, TimelineEntry } from "@clientele/domain/events";
import type { Page } from "@clientele/domain/page";
import type { StaffContext } from "../context.ts";
import { timelineEntries } from "../timelineEntries.ts";

/**
 * What happened to a customer, newest first, with the names its sentences need, as they are today: a renamed group or tag
 * bears its new name, a deleted one none. Statements are as many for a page as for one entry.
 */
export const customerTimeline = async (ctx: StaffContext, input: ListTimeline): Promise<Page<TimelineEntry>> => {
  const { db } = ctx;
  await getCustomer(db, input.customerId);
  const page = await listTimeline(db, input);
  const groups = await groupNames(
    db,
    page.items.flatMap((event) => groupIdOf(event) ?? []),
  );
  const orders = await numbersOfOrders(
    db,
    page.items.flatMap(({ orderId }) => orderId ?? []),
  );
  const tags = await tagNames(db, page.items.flatMap(tagIdsOf));
  const notes = await findNotes(db, page.items.flatMap(noteIdOf));
  const items = await timelineEntries(db, page.items, (event) => {
    const groupId = groupIdOf(event);
    const groupName = groupId === null ? undefined : groups.get(groupId);
    const { orderId } = event;
    const number = orderId === null ? undefined : orders.get(orderId);
    const [note] = noteIdOf(event).flatMap((id) => notes.get(id) ?? []);
    return {
      group: groupId === null || groupName === undefined ? null : { id: groupId, name: groupName },
      order: orderId === null || number === undefined ? null : { id: orderId, number },
      note: note === undefined ? null : { id: note.id, text: note.text, pinned: note.pinned },
      tags: tagIdsOf(event).flatMap((id) => {
        const name = tags.get(id);
        return name === undefined ? [] : [{ id, name }];
      }),
    };
  });
  return { ...page, items };
};

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

/** The group it is about; of someone who was made a member at once, the first. */
const groupIdOf = ({ groupId, data }: TimelineRow): string | null => groupId ?? textsOf(data["groups"])[0] ?? null;

const tagIdsOf = ({ data }: TimelineRow): string[] =>
  ["tags", "added", "removed"].flatMap((part) => textsOf(data[part]).filter((id) => id.startsWith("tag_")));

const noteIdOf = ({ data }: TimelineRow): string[] => (typeof data["noteId"] === "string" ? [data["noteId"]] : []);
