import type { Reader } from "@clientele/db";
import type { TimelineRow } from "@clientele/db/events/timeline";
import { staffNames } from "@clientele/db/staff/staff";
import type { TimelineEntry } from "@clientele/domain/events";
import { eventActor, staffActing } from "./eventActor.ts";

type About = Pick<TimelineEntry, "group" | "order" | "note" | "tags" | "customers">;

/**
 * Events as a timeline tells them, with the names of the staff who did them, in one statement. Whose timeline it is adds
 * what each of them is about.
 */
export const timelineEntries = async <Row extends TimelineRow>(
  db: Reader,
  events: readonly Row[],
  aboutOf: (event: Row) => Partial<About>,
): Promise<TimelineEntry[]> => {
  const staff = await staffNames(db, events.flatMap(staffActing));
  return events.map((event) => ({
    id: event.id,
    type: event.type,
    at: event.at,
    actor: eventActor(event, staff),
    data: event.data,
    group: null,
    order: null,
    note: null,
    tags: [],
    // Who else was in a bulk is the group's story; elsewhere only how many.
    customers: { count: event.customerCount, first: [] },
    ...aboutOf(event),
  }));
};
