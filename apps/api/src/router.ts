import { adminRoutes, shopRoutes } from "./routes.ts";
import { admin, shop } from "./trpc.ts";

export const shopRouter = shop.router(shopRoutes);
export const adminRouter = admin.router(adminRoutes);
