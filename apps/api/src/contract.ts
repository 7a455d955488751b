import type { TRPCBuiltRouter } from "@trpc/server";
import type { adminRoutes, shopRoutes } from "./routes.ts";
import type { ProblemShape } from "./problemShape.ts";

// The routers as callers see them hold no context, so that no table or driver reaches a client (`house` 4.2).
interface ContractRoot {
  ctx: object;
  meta: object;
  errorShape: ProblemShape;
  transformer: false;
}
export type ShopRouter = TRPCBuiltRouter<ContractRoot, typeof shopRoutes>;
export type AdminRouter = TRPCBuiltRouter<ContractRoot, typeof adminRoutes>;
