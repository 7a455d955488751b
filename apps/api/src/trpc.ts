import { initTRPC } from "@trpc/server";
import type { Permission } from "@clientele/domain/access";
import { DomainError } from "@clientele/domain/errors";
import type { AdminContext, ShopContext } from "./context.ts";
import { isFresh } from "./sessions/freshProof.ts";
import { problemOf, transportError } from "./errors.ts";
import type { ProblemShape } from "./problemShape.ts";
import type { ProcedureMeta } from "./procedureMeta.ts";

const create = <C extends { caller: { requestId: string } }>() =>
  initTRPC
    .context<C>()
    .meta<ProcedureMeta>()
    .create({
      isDev: false,
      allowOutsideOfServer: true,
      errorFormatter: ({ shape, error, ctx }): ProblemShape => {
        const problem = problemOf(error, ctx?.caller.requestId ?? "");
        return {
          // The code once more: the library's own wording names paths and parsers.
          message: problem.code,
          code: shape.code,
          data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problem },
        };
      },
    });

export const shop = create<ShopContext>();
export const admin = create<AdminContext>();

// Whatever a use case throws becomes one of our problems here; nothing else of it leaves the server.
const shopBase = shop.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw transportError(result.error);
  return result;
});
const adminBase = admin.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw transportError(result.error);
  return result;
});

/** Anyone at the shop door, signed in or not. */
export const publicProcedure = shopBase.meta({ realm: "shop", access: "anyone" });

/** A signed-in customer. */
export const customerProcedure = shopBase.meta({ realm: "shop", access: "customer" }).use(({ ctx, next }) => {
  if (ctx.session === null) throw new DomainError("account.not_signed_in");
  return next({
    ctx: { session: ctx.session, actor: { realm: "shop" as const, customerId: ctx.session.ownerId } },
  });
});

/** A signed-in customer whose password was proven within ten minutes. */
export const freshCustomerProcedure = customerProcedure
  .meta({ realm: "shop", access: "customer", fresh: true })
  .use(({ ctx, next }) => {
    if (!isFresh(ctx.session, ctx.now())) throw new DomainError("account.password_proof_needed");
    return next();
  });

/** Anyone at the admin door, signed in or not. */
export const openAdminProcedure = adminBase.meta({ realm: "staff", access: "anyone" });

/** Any signed-in staff member, for what is their own. */
export const ownStaffProcedure = adminBase.meta({ realm: "staff", access: "staff" }).use(({ ctx, next }) => {
  if (ctx.session === null || ctx.staff === null) throw new DomainError("account.not_signed_in");
  return next({ ctx: { session: ctx.session, actor: ctx.staff } });
});

/** Any signed-in staff member whose password was proven within ten minutes. */
export const freshOwnStaffProcedure = ownStaffProcedure
  .meta({ realm: "staff", access: "staff", fresh: true })
  .use(({ ctx, next }) => {
    if (!isFresh(ctx.session, ctx.now())) throw new DomainError("account.password_proof_needed");
    return next();
  });

/** Staff whose role holds the permission. */
export const staffProcedure = (permission: Permission) =>
  ownStaffProcedure.meta({ realm: "staff", access: permission, fresh: false }).use(({ ctx, next }) => {
    if (!ctx.actor.permissions.includes(permission)) throw new DomainError("request.not_allowed", { permission });
    return next();
  });

/** Staff whose role holds the permission and whose password was proven within ten minutes. */
export const freshStaffProcedure = (permission: Permission) =>
  staffProcedure(permission)
    .meta({ realm: "staff", access: permission, fresh: true })
    .use(({ ctx, next }) => {
      if (!isFresh(ctx.session, ctx.now())) throw new DomainError("account.password_proof_needed");
      return next();
    });
