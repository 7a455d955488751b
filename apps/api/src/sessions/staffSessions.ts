import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { SessionInList } from "@clientele/domain/sessions/session";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { staffSessions } from "./sessionService.ts";

/** The own live sessions, the one used last first. */
export const listStaffSessions = async (ctx: StaffContext): Promise<SessionInList[]> => {
  const sessions = await staffSessions.list(ctx.db, ctx.actor.staffId, ctx.now());
  return sessions.map((session) => ({ ...session, current: session.handle === ctx.session.handle }));
};

/** Ends one of the own sessions; another's handle is as good as none. */
export const endStaffSession = async (ctx: StaffContext, { handle }: { handle: string }): Promise<Done> => {
  await ctx.db.transaction(async (tx) => {
    const staff = await requireStaff(tx, ctx, null);
    const own = await staffSessions.list(tx, staff.id, ctx.now());
    if (!own.some((session) => session.handle === handle)) throw new DomainError("session.not_found");
    await staffSessions.revoke(tx, handle);
    await recordEvent(tx, ctx, { type: "staff.sessions_ended", staffId: staff.id, data: { sessionsEnded: 1 } });
  });
  if (handle === ctx.session.handle) ctx.cookie.clear();
  return done;
};

/** Ends all own sessions but this one. */
export const endOtherStaffSessions = async (ctx: StaffContext): Promise<{ ended: number }> =>
  ctx.db.transaction(async (tx) => {
    const staff = await requireStaff(tx, ctx, null);
    const ended = await staffSessions.revokeOthers(tx, staff.id, ctx.session.handle);
    if (ended > 0) {
      await recordEvent(tx, ctx, { type: "staff.sessions_ended", staffId: staff.id, data: { sessionsEnded: ended } });
    }
    return { ended };
  });
