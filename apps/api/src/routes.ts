import { customerAddressRoutes, customerRoutes, tagRoutes } from "./customers/admin.ts";
import { addressRoutes, profileRoutes } from "./customers/shop.ts";
import { groupRoutes } from "./groups/admin.ts";
import { adminAccountRoutes, adminSessionRoutes } from "./sessions/admin.ts";
import { accountRoutes, sessionRoutes } from "./sessions/shop.ts";
import { storeRoutes } from "./settings/shop.ts";
import { auditRoutes, setupRoutes, staffRoutes } from "./staff/admin.ts";

/** Every procedure of the shop door, by router. */
export const shopRoutes = {
  store: storeRoutes,
  account: accountRoutes,
  sessions: sessionRoutes,
  profile: profileRoutes,
  addresses: addressRoutes,
};

/** Every procedure of the admin door, by router. */
export const adminRoutes = {
  setup: setupRoutes,
  account: adminAccountRoutes,
  sessions: adminSessionRoutes,
  customers: customerRoutes,
  customerAddresses: customerAddressRoutes,
  tags: tagRoutes,
  groups: groupRoutes,
  staff: staffRoutes,
  audit: auditRoutes,
};
