import { saveStaffPassword } from "@clientele/db/staff/passwords";
import { findStaffByEmail, insertStaff, ownerExists } from "@clientele/db/staff/staff";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { CreateOwner, Staff } from "@clientele/domain/staff/staff";
import type { AdminContext, Services } from "../context.ts";
import { recordEvent } from "../events.ts";
import { checkLink } from "../sessions/checkLink.ts";
import { useToken } from "../sessions/mailedTokens.ts";
import { hashNewStaffPassword } from "../sessions/newStaffPassword.ts";
import { noteBrowser } from "./devices.ts";
import { newStaff } from "./invitations.ts";

/** Whether the store has an owner, which decides what the door of the admin shows. */
export const setupStatus = async (ctx: AdminContext): Promise<{ ownerExists: boolean }> => ({
  ownerExists: await ownerExists(ctx.db),
});

/**
 * The token that lets its bearer make the first owner, for the server to print at its start; one printed earlier opens
 * nothing any more. Null once there is an owner: no login is ever seeded, and this door closes for good (ACC-6).
 */
export const firstOwnerToken = (ctx: Services): Promise<string | null> =>
  ctx.db.transaction(async (tx) => {
    if (await ownerExists(tx)) return null;
    const { id } = await ctx.tokens.issue(tx, ctx, { purpose: "first_owner", email: "" });
    return ctx.tokens.textOf(id);
  });

/** Makes the first owner with the printed link; `setup.already_done` whenever there is one already. */
export const createOwner = async (ctx: AdminContext, input: CreateOwner): Promise<Done> => {
  const { email, name, password } = input;
  if (await ownerExists(ctx.db)) throw new DomainError("setup.already_done");
  await checkLink(ctx, input.token, ["first_owner"]);
  const hash = await hashNewStaffPassword(ctx, password, { email, name });
  const id = ctx.newId("staff");
  await ctx.db.transaction(async (tx) => {
    if (await ownerExists(tx)) throw new DomainError("setup.already_done");
    await useToken(tx, ctx, input.token, ["first_owner"]);
    if ((await findStaffByEmail(tx, email)) !== null) throw new DomainError("staff.email_taken");
    const now = ctx.now();
    const owner: Staff = {
      ...newStaff,
      id,
      email,
      name,
      role: "owner",
      status: "active",
      createdAt: now,
      updatedAt: now,
    };
    await insertStaff(tx, owner);
    await saveStaffPassword(tx, id, hash, now);
    await noteBrowser(tx, ctx, id);
    await recordEvent(tx, ctx, { type: "staff.owner_created", staffId: id, actor: { realm: "staff", id } });
  });
  return done;
};
