import type { TimelineRow } from "@clientele/db/events/timeline";
import type { TimelineEntry } from "@clientele/domain/events";

type Acted = Pick<TimelineRow, "actorRealm" | "actorId">;

/** The staff member behind an event, whose name is to be read; none where a shopper or the system acted. */
export const staffActing = ({ actorRealm, actorId }: Acted): string[] =>
  actorRealm === "staff" && actorId !== null ? [actorId] : [];

/** Who did it; of the names only staff have one, and only while they exist. */
export const eventActor = (
  { actorRealm, actorId }: Acted,
  staff: ReadonlyMap<string, string>,
): TimelineEntry["actor"] => ({
  realm: actorRealm,
  id: actorId,
  name: actorId === null ? null : (staff.get(actorId) ?? null),
});
