import type { TRPCBuiltRouter } from "@trpc/server";
import { customerAddressRoutes, customerRoutes, tagRoutes } from "./customers/admin.ts";
import { addressRoutes, profileRoutes } from "./customers/shop.ts";
import { groupRoutes } from "./groups/admin.ts";
import { adminAccountRoutes, adminSessionRoutes } from "./sessions/admin.ts";
import { accountRoutes, sessionRoutes } from "./sessions/shop.ts";
import { storeRoutes } from "./settings/shop.ts";
import { auditRoutes, setupRoutes, staffRoutes } from "./staff/admin.ts";
import { admin, type ProblemShape, shop } from "./trpc.ts";

const shopRoutes = {
  store: storeRoutes,
  account: accountRoutes,
  sessions: sessionRoutes,
  profile: profileRoutes,
  addresses: addressRoutes,
};

const adminRoutes = {
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

export const shopRouter = shop.router(shopRoutes);
export const adminRouter = admin.router(adminRoutes);

// The types callers see hold no context, so that no table or driver reaches a client (`house` 4.2).
interface ContractRoot {
  ctx: object;
  meta: object;
  errorShape: ProblemShape;
  transformer: false;
}
export type ShopRouter = TRPCBuiltRouter<ContractRoot, typeof shopRoutes>;
export type AdminRouter = TRPCBuiltRouter<ContractRoot, typeof adminRoutes>;
