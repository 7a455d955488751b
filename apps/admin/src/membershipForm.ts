import { asField } from "@clientele/domain/fieldProblem";
import { line } from "@clientele/domain/text";
import { DayOrInstant } from "@clientele/domain/time";
import { z } from "zod";

const moment = z.union([z.literal(""), DayOrInstant], asField("field.date"));

/** What is given once for everybody who is added; an empty date is none. */
export const membershipShape = { from: moment, until: moment, reason: line(300) };
export const noMembership = { from: "", until: "", reason: "" };

interface Typed {
  from: string;
  until: string;
  reason: string;
}

/** As the calls that add members take it: what was left empty is left out. */
export const membershipInput = ({
  from,
  until,
  reason,
}: Typed): { from?: string; until?: string; reason?: string } => ({
  ...(from === "" ? {} : { from }),
  ...(until === "" ? {} : { until }),
  ...(reason.trim() === "" ? {} : { reason }),
});
