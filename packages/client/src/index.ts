export {
  createAdminClient,
  createShopClient,
  type AdminClient,
  type AdminInputs,
  type AdminOutputs,
  type ClientOptions,
  type ShopClient,
  type ShopInputs,
  type ShopOutputs,
} from "./client.ts";
export { memoryCookies, type Cookies } from "./cookies.ts";
export { problemOf } from "./problemOf.ts";
export type { FieldProblem, Problem, ProblemCode } from "@clientele/domain/errors";
export type { AdminRouter, ShopRouter } from "@clientele/api/contract";
