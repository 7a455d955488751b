import { type EventRow, listGroupEvents } from "@clientele/db/events/audit";
import { customerNames } from "@clientele/db/events/names";
import { getGroup } from "@clientele/db/groups/groups";
import type { TimelineEntry } from "@clientele/domain/events";
import type { ListGroupActivity } from "@clientele/domain/groups/group";
import type { Page } from "@clientele/domain/page";
import type { StaffContext } from "../context.ts";
import { timelineEntries } from "../timelineEntries.ts";

/** What happened to a group, newest first; names are looked up in as many statements for a page as for one entry. */
export async function groupActivity(ctx: StaffContext, input: ListGroupActivity): Promise<Page<TimelineEntry>> {
  const group = await getGroup(ctx.db, input.groupId);
  const page = await listGroupEvents(ctx.db, group.id, input);
  const people = await customerNames(ctx.db, page.items.flatMap(firstOf));
  const items = await timelineEntries(ctx.db, page.items, (event) => ({
    group: { id: group.id, name: group.name },
    customers: {
      count: Math.max(event.customerCount, event.customerId === null ? 0 : 1),
      first: firstOf(event).flatMap((id) => {
        const name = people.get(id);
        return name === undefined ? [] : [{ id, name }];
      }),
    },
  }));
  return { ...page, items };
}

/** The customers an event names itself: its one, or the first few of many. */
const firstOf = ({ customerId, data }: EventRow): string[] => {
  if (customerId !== null) return [customerId];
  return Array.isArray(data["first"]) ? data["first"] : [];
};
