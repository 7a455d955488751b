import { z } from "zod";
import { asField } from "../fieldProblem.ts";

export const customerStatuses = ["guest", "invited", "active", "disabled", "erased"] as const;
export const CustomerStatus = z.enum(customerStatuses, asField("field.choice"));
export type CustomerStatus = z.infer<typeof CustomerStatus>;

/** Whether the customer can have a password and sessions (`domain` 1). */
export const hasAccount = (status: CustomerStatus): boolean => status === "active" || status === "disabled";
