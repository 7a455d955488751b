import { Time } from "@clientele/ui/Time.tsx";
import { text } from "./text.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** The last day of what ends as a day does, as it was typed; null for an end in the midst of one. */
export function lastDayOf(until: string): string | null {
  const end = new Date(until);
  if (end.getHours() + end.getMinutes() + end.getSeconds() + end.getMilliseconds() !== 0) return null;
  const last = new Date(end.getFullYear(), end.getMonth(), end.getDate() - 1);
  return `${last.getFullYear()}-${two(last.getMonth() + 1)}-${two(last.getDate())}`;
}

/** When a membership ends. One that holds to the end of a day names that day, not the midnight after it. */
export function Until({ at }: { at: string | null }) {
  const lastMoment = at !== null && lastDayOf(at) !== null ? new Date(Date.parse(at) - 1) : at;
  return <Time at={lastMoment} none={text.groups.members.noEnd} />;
}
