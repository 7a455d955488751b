export {
  createAdminClient,
  createShopClient,
  type AdminClient,
  type ClientOptions,
  type ShopClient,
} from "./client.ts";
export { memoryCookies, type Cookies } from "./cookies.ts";
export { problemOf } from "./problemOf.ts";
export type { FieldProblem, Problem, ProblemCode } from "@clientele/domain/errors";
export type { AdminRouter, ShopRouter } from "@clientele/api/contract";
