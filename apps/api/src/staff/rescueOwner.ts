import { findStaffByEmail, listStaff } from "@clientele/db/staff/staff";
import { turnTotpOff } from "@clientele/db/staff/totp";
import type { Staff } from "@clientele/domain/staff/staff";
import type { Services } from "../context.ts";
import { recordEvent } from "../events.ts";
import type { Origins } from "../mail/letter.ts";
import { linkOf } from "../mail/render.ts";

/** Something the person at the machine must do otherwise; said in one sentence. */
export class RescueRefused extends Error {
  override readonly name = "RescueRefused";
}

const ownerToRescue = async (services: Services, email: string | undefined): Promise<Staff> => {
  if (email !== undefined) {
    const found = await findStaffByEmail(services.db, email.trim().toLowerCase());
    if (found?.role !== "owner" || found.status !== "active")
      throw new RescueRefused("No active owner has this address.");
    return found;
  }
  const owners = (await listStaff(services.db)).filter(({ role, status }) => role === "owner" && status === "active");
  const [only, ...others] = owners;
  if (only === undefined) {
    throw new RescueRefused("There is no owner yet: start the server, it prints the link for the first one.");
  }
  if (others.length > 0) {
    throw new RescueRefused(`Name one of the owners: ${owners.map((owner) => `--email ${owner.email}`).join(" or ")}`);
  }
  return only;
};

/** Gives an owner who is locked out a link for a new password; with `withoutTotp` the second factor is taken off too. */
export const rescueOwner = async (
  services: Services,
  origins: Origins,
  choice: { email?: string | undefined; withoutTotp: boolean },
): Promise<{ email: string; link: string }> => {
  const owner = await ownerToRescue(services, choice.email);
  const id = await services.db.transaction(async (tx) => {
    const token = await services.tokens.issue(tx, services, {
      purpose: "staff_password_reset",
      staffId: owner.id,
      email: owner.email,
    });
    if (choice.withoutTotp) await turnTotpOff(tx, owner.id);
    await recordEvent(tx, services, {
      type: "staff.rescue_started",
      staffId: owner.id,
      data: { withoutTotp: choice.withoutTotp },
    });
    return token.id;
  });
  const link = linkOf({ tokens: services.tokens, origins }, { id, purpose: "staff_password_reset" });
  return { email: owner.email, link };
};
