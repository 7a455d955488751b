import { text } from "./text.ts";

const steps: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  // Unit, its milliseconds, and the distance up to which it is used.
  ["minute", 60_000, 60 * 60_000],
  ["hour", 3_600_000, 22 * 3_600_000],
  ["day", 86_400_000, 7 * 86_400_000],
];

interface Reader {
  locale: string;
  timeZone: string;
}

/** "5 minutes ago", "yesterday", "in 3 days"; further away than a week, the day itself. */
export function relativeTime(at: Date, now: Date, { locale, timeZone }: Reader): string {
  const distance = at.getTime() - now.getTime();
  const far = Math.abs(distance);
  // The words are the page's language, the day's form is the reader's.
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  if (far < 45_000) return text.justNow;
  for (const [unit, size, most] of steps) {
    if (far < most) return words.format(Math.round(distance / size) || Math.sign(distance), unit);
  }
  return formatDay(at, { locale, timeZone });
}

/** The day, short: "12 Mar 2026". */
export const formatDay = (at: Date, { locale, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(at);

/** The exact instant with its zone, for hover and for lists of events. */
export const formatInstant = (at: Date, { locale, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    timeZone,
  }).format(at);
