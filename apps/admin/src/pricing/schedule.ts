import { lastDayOf } from "../Until.tsx";

const two = (n: number): string => String(n).padStart(2, "0");

/** A beginning as a form takes it: a day when it begins with one on the reader's clock, else the instant. */
export function beginningValue(at: string | null): string | null {
  if (at === null) return null;
  const start = new Date(at);
  const isMidnight = start.getHours() + start.getMinutes() + start.getSeconds() + start.getMilliseconds() === 0;
  return isMidnight ? `${start.getFullYear()}-${two(start.getMonth() + 1)}-${two(start.getDate())}` : at;
}

/** An end as a form takes it: the last day it holds, else the instant. */
export const endValue = (at: string | null): string | null => (at === null ? null : (lastDayOf(at) ?? at));

interface Scheduled {
  startsAt: string | null;
  endsAt: string | null;
}

/** What to send of a schedule: an untouched day is left out, since the store's clock may be another than the reader's. */
export const scheduleChanges = (values: Scheduled, before: Scheduled): Partial<Scheduled> => ({
  ...(values.startsAt === before.startsAt ? {} : { startsAt: values.startsAt }),
  ...(values.endsAt === before.endsAt ? {} : { endsAt: values.endsAt }),
});
