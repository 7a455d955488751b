/** What a staff member may do; each procedure of the admin door asks for one of these (`domain` 10). */
export const permissions = [
  "customers.read",
  "customers.write",
  "customers.bulk",
  "groups.read",
  "groups.write",
  "pricing.read",
  "pricing.write",
  "orders.read",
  "orders.write",
  "catalogue.read",
  "catalogue.write",
  "settings.read",
  "settings.write",
  "audit.read",
  "staff.manage",
] as const;
export type Permission = (typeof permissions)[number];

export const staffRoles = ["owner", "manager", "support", "viewer"] as const;
export type StaffRole = (typeof staffRoles)[number];

const read: readonly Permission[] = [
  "customers.read",
  "groups.read",
  "pricing.read",
  "orders.read",
  "catalogue.read",
  "settings.read",
];
const support: readonly Permission[] = [...read, "customers.write", "orders.write"];
const manager: readonly Permission[] = [
  ...support,
  "groups.write",
  "pricing.write",
  "catalogue.write",
  "customers.bulk",
  "settings.write",
  "audit.read",
];

/** The roles as data: each a set of permissions, the table of `domain` 10. */
export const rolePermissions: Record<StaffRole, readonly Permission[]> = {
  owner: [...manager, "staff.manage"],
  manager,
  support,
  viewer: read,
};

/** The permissions of a role; an unknown or missing one has none (AUZ-2). */
export const permissionsOf = (role: string): readonly Permission[] =>
  Object.hasOwn(rolePermissions, role) ? rolePermissions[role as StaffRole] : [];

/** True when the first role holds every permission of the second, so that it may grant or touch it (AUZ-9). */
export const covers = (own: StaffRole, other: StaffRole): boolean =>
  rolePermissions[other].every((permission) => rolePermissions[own].includes(permission));
