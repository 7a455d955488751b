import { eventTypeNames } from "@clientele/domain/events";
import { idOf } from "@clientele/domain/ids";
import { Day } from "@clientele/domain/time";
import { z } from "zod";
import { cursorParam, listParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** The state of the audit log in the address. */
export const AuditSearch = z.object({
  types: listParam(z.enum(eventTypeNames)),
  staffId: idOf("staff").optional().catch(undefined),
  customerId: idOf("customer").optional().catch(undefined),
  groupId: idOf("group").optional().catch(undefined),
  from: Day.optional().catch(undefined),
  until: Day.optional().catch(undefined),
  cursor: cursorParam,
});
export type AuditSearch = z.output<typeof AuditSearch>;

export const noAuditFilter = {
  types: undefined,
  staffId: undefined,
  customerId: undefined,
  groupId: undefined,
  from: undefined,
  until: undefined,
  cursor: undefined,
};

/** Days are the viewer's, as the dates of the table are. */
const startOf = (day: string, after: number): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + after).toISOString();
};

export const auditInput = ({
  types,
  staffId,
  customerId,
  groupId,
  from,
  until,
  cursor,
}: AuditSearch): Inputs["audit"]["list"] => ({
  ...(types === undefined ? {} : { types }),
  ...(staffId === undefined ? {} : { staffId }),
  ...(customerId === undefined ? {} : { customerId }),
  ...(groupId === undefined ? {} : { groupId }),
  ...(from === undefined ? {} : { from: startOf(from, 0) }),
  ...(until === undefined ? {} : { until: startOf(until, 1) }),
  ...(cursor === undefined ? {} : { cursor }),
  limit: 50,
});
