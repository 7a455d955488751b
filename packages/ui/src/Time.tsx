import { Tooltip } from "@mantine/core";
import { formatDay, formatInstant, relativeTime } from "./formatTime.ts";
import { useLocale, useNow } from "./locale.tsx";
import { text } from "./text.ts";

export interface TimeProps {
  /** An instant as it came over the wire; null reads as never. */
  at: string | Date | null;
  /** `relative` for when something happened, `day` for dates of a record, `instant` where seconds matter. */
  as?: "relative" | "day" | "instant";
  /** What stands for null. */
  none?: string;
}

/** An instant in the viewer's zone; the exact one on hover. */
export function Time({ at, as = "relative", none = text.never }: TimeProps) {
  const reader = useLocale();
  const now = useNow();
  if (at === null) return <span>{none}</span>;
  const instant = at instanceof Date ? at : new Date(at);
  const shown =
    as === "relative"
      ? relativeTime(instant, now, reader)
      : as === "day"
        ? formatDay(instant, reader)
        : formatInstant(instant, reader);
  const exact = formatInstant(instant, reader);
  return (
    <Tooltip label={exact} disabled={as === "instant"}>
      <time dateTime={instant.toISOString()} className="figures" style={{ whiteSpace: "nowrap" }}>
        {shown}
      </time>
    </Tooltip>
  );
}
