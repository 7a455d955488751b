import { beginningOf, type DayOrInstant, endOf } from "@clientele/domain/time";

/** When a span begins that people gave as a day or an instant, in the store's time zone; null is since ever. */
export const startIn = (given: DayOrInstant | null, timeZone: string): Date | null =>
  given === null ? null : beginningOf(given, timeZone);

/** When it ends; null is never. */
export const endIn = (given: DayOrInstant | null, timeZone: string): Date | null =>
  given === null ? null : endOf(given, timeZone);

/** Both ends of it. */
export const spanIn = (
  { startsAt, endsAt }: { startsAt: DayOrInstant | null; endsAt: DayOrInstant | null },
  timeZone: string,
): { startsAt: Date | null; endsAt: Date | null } => ({
  startsAt: startIn(startsAt, timeZone),
  endsAt: endIn(endsAt, timeZone),
});
