import { Time } from "@clientele/ui/Time.tsx";
import { Text } from "@mantine/core";
import { pricingText } from "../text/pricing.ts";
import { lastDayOf } from "../Until.tsx";

const t = pricingText;

export interface ScheduleProps {
  startsAt: string | null;
  endsAt: string | null;
}

/** When a list or a discount holds; an end of a day names that day, not the midnight after it. */
export function Schedule({ startsAt, endsAt }: ScheduleProps) {
  if (startsAt === null && endsAt === null) return <Text span>{t.always}</Text>;
  const last = endsAt !== null && lastDayOf(endsAt) !== null ? new Date(Date.parse(endsAt) - 1) : endsAt;
  return (
    <span>
      {startsAt !== null && (
        <>
          {t.from} <Time at={startsAt} as="day" />
        </>
      )}
      {startsAt !== null && last !== null && " "}
      {last !== null && (
        <>
          {t.until} <Time at={last} as="day" />
        </>
      )}
    </span>
  );
}
