import type { Permission } from "@clientele/domain/access";
import type { Me } from "./me.ts";

/** A page that the role may not open; the route's error page says which right is missing. */
export class NoAccess extends Error {
  readonly permission: Permission;

  constructor(permission: Permission) {
    super(permission);
    this.name = "NoAccess";
    this.permission = permission;
  }
}

/** Stops a route before it asks the server for what would be refused. */
export function needs(me: Me, permission: Permission): void {
  if (!me.permissions.includes(permission)) throw new NoAccess(permission);
}
