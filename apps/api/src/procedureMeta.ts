import type { Permission } from "@clientele/domain/access";

/** What the inventory test, the reference and the guards know of a procedure. */
export interface ProcedureMeta {
  realm: "shop" | "staff";
  /** `anyone`, a signed-in customer, any signed-in staff member, or staff with the permission. */
  access: "anyone" | "customer" | "staff" | Permission;
  /** Whether the password must have been proven within ten minutes (SES-9). */
  fresh?: boolean;
}
