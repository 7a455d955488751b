import { hasOrders } from "@clientele/db/orders/orders";
import { getSettings, saveSettings } from "@clientele/db/settings/settings";
import { changedRow } from "@clientele/domain/changedRow";
import { DomainError } from "@clientele/domain/errors";
import type { SettingsDetail, UpdateSettings } from "@clientele/domain/settings/settings";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";

export const getSettingsDetail = async ({ db }: StaffContext): Promise<SettingsDetail> => ({
  ...(await getSettings(db)),
  hasOrders: await hasOrders(db),
});

/**
 * Changes what the store says of itself. Throws `settings.changed_meanwhile`, and `settings.currency_in_use` once an
 * order was placed: what customers came to is kept in the store's currency.
 */
export async function updateSettings(
  ctx: StaffContext,
  { version, ...wanted }: UpdateSettings,
): Promise<SettingsDetail> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "settings.write");
    const present = await getSettings(tx);
    if (present.version !== version) throw new DomainError("settings.changed_meanwhile", { version: present.version });
    const { row: settings, fields } = changedRow(present, wanted, now);
    const isSelling = await hasOrders(tx);
    if (fields.includes("currency") && isSelling) throw new DomainError("settings.currency_in_use");
    if (fields.length > 0) {
      await saveSettings(tx, settings, version);
      await recordEvent(tx, ctx, { type: "settings.updated", data: { fields } });
    }
    return { ...settings, hasOrders: isSelling };
  });
}
