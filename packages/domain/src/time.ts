import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { asField } from "./fieldProblem.ts";

// No store has seen or will see others, and one of the databases cannot hold them all.
const isInRange = (value: string): boolean => value >= "2000" && value < "2200";

/** An instant from a caller: ISO 8601 with an offset, between the years 2000 and 2200. */
export const Instant = z.iso
  .datetime({ offset: true, ...asField("field.date") })
  .refine(isInRange, asField("field.date"));

/** A calendar day without a time, as `2026-11-30`. */
export const Day = z.iso.date(asField("field.date")).refine(isInRange, asField("field.date"));

/** A moment as people give it: an instant, or a day that is read in the store's time zone. */
export const DayOrInstant = z.union([Day, Instant], asField("field.date"));
export type DayOrInstant = z.infer<typeof DayOrInstant>;

const isDay = (value: string): boolean => value.length === 10;
const startOf = (day: Temporal.PlainDate, timeZone: string): Date =>
  new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds);

/** The instant something begins: a day without a time begins with its first moment in the time zone. */
export const beginningOf = (value: DayOrInstant, timeZone: string): Date =>
  isDay(value) ? startOf(Temporal.PlainDate.from(value), timeZone) : new Date(value);

/** The first instant after the end: a day without a time ends when the next one begins in the time zone (`domain` 2). */
export const endOf = (value: DayOrInstant, timeZone: string): Date =>
  isDay(value) ? startOf(Temporal.PlainDate.from(value).add({ days: 1 }), timeZone) : new Date(value);

/** So many minutes in milliseconds, as `later` takes them; hours and days alike. */
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(count * 60);
export const days = (count: number): number => hours(count * 24);
/** The instant a number of milliseconds after another. */
export const later = (from: Date, milliseconds: number): Date => new Date(from.getTime() + milliseconds);
