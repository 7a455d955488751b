import { findStaff } from "@clientele/db/staff/staff";
import { permissionsOf } from "@clientele/domain/access";
import type { Realm } from "@clientele/domain/sessions/token";
import type { AdminContext, Caller, CartCookie, Services, ShopContext, StaffActor } from "./context.ts";
import { type LiveSession, type SessionCookie, sessionsOf } from "./sessions/sessionService.ts";

const sessionIn = async (services: Services, realm: Realm, cookie: SessionCookie): Promise<LiveSession | null> => {
  if (cookie.present === null) return null;
  const found = await sessionsOf(realm).validate(services, cookie.present);
  if (found === null) return null;
  const { moved, ...session } = found;
  // The cookie ends with the session: where its end has moved, the browser is told.
  if (moved) cookie.set(cookie.present, session);
  return session;
};

/** The context of one request at the shop door. */
export const shopContext = async (
  services: Services,
  caller: Caller,
  cookie: SessionCookie,
  cart: CartCookie,
): Promise<ShopContext> => ({
  ...services,
  realm: "shop",
  caller,
  cookie,
  cart,
  session: await sessionIn(services, "shop", cookie),
});

/** The staff member as of now: a role that was changed counts from the next request on (AUZ-10). */
const actorOf = async (services: Services, session: LiveSession): Promise<StaffActor | null> => {
  const found = await findStaff(services.db, session.ownerId);
  if (found === null || found.status !== "active") return null;
  return {
    realm: "staff",
    staffId: found.id,
    name: found.name,
    role: found.role,
    permissions: permissionsOf(found.role),
  };
};

/** The context of one request at the admin door. */
export const adminContext = async (
  services: Services,
  caller: Caller,
  cookie: SessionCookie,
): Promise<AdminContext> => {
  const session = await sessionIn(services, "staff", cookie);
  const staff = session === null ? null : await actorOf(services, session);
  return { ...services, realm: "staff", caller, cookie, session: staff === null ? null : session, staff };
};
