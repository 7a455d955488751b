import { eventTypeNames } from "@clientele/domain/events";
import { idOf } from "@clientele/domain/ids";
import { z } from "zod";
import { startOfDay } from "../days.ts";
import { given } from "../given.ts";
import { cursorParam, dayParam, listParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** The state of the audit log in the address. */
export const AuditSearch = z.object({
  types: listParam(z.enum(eventTypeNames)),
  staffId: idOf("staff").optional().catch(undefined),
  customerId: idOf("customer").optional().catch(undefined),
  groupId: idOf("group").optional().catch(undefined),
  from: dayParam,
  until: dayParam,
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

export const auditInput = ({
  types,
  staffId,
  customerId,
  groupId,
  from,
  until,
  cursor,
}: AuditSearch): Inputs["audit"]["list"] => ({
  ...given({ types, staffId, customerId, groupId, cursor }),
  ...(from === undefined ? {} : { from: startOfDay(from) }),
  ...(until === undefined ? {} : { until: startOfDay(until, 1) }),
  limit: 50,
});
