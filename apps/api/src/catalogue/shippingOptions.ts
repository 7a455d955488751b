import { getRegion } from "@clientele/db/catalogue/regions";
import {
  deleteShippingOption,
  getShippingOption as readOption,
  insertShippingOption,
  listShippingOptions as readOptions,
  saveShippingOption,
} from "@clientele/db/catalogue/shippingOptions";
import { changedRow } from "@clientele/domain/changedRow";
import {
  type CreateShippingOption,
  type ListShippingOptions,
  mostShippingOptions,
  type RemoveShippingOption,
  type ShippingOption,
  type UpdateShippingOption,
} from "@clientele/domain/catalogue/region";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { once } from "../idempotency.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { tooMany } from "./tooMany.ts";

/** A region's ways of shipping. Throws `region.not_found`. */
export async function listShippingOptions(
  ctx: StaffContext,
  { regionId }: ListShippingOptions,
): Promise<ShippingOption[]> {
  await getRegion(ctx.db, regionId);
  return readOptions(ctx.db, regionId);
}

export const getShippingOption = (ctx: StaffContext, { id }: { id: string }): Promise<ShippingOption> =>
  readOption(ctx.db, id);

/** Makes a way of shipping; its price is in its region's currency. */
export async function createShippingOption(ctx: StaffContext, input: CreateShippingOption): Promise<ShippingOption> {
  const { idempotencyKey, ...fields } = input;
  const newOptionId = ctx.newId("shippingOption");
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "catalogue.write");
    const procedure = "admin.shippingOptions.create";
    const call = { procedure, actor: ctx.actor.staffId, key: idempotencyKey, input: fields };
    const id = await once(tx, ctx, call, async () => {
      const { amount, ...rest } = fields;
      const { currency } = await getRegion(tx, rest.regionId);
      const others = await readOptions(tx, rest.regionId);
      if (others.length >= mostShippingOptions) throw tooMany("name", mostShippingOptions);
      const price = { amount, currency };
      await insertShippingOption(tx, { ...rest, id: newOptionId, price, createdAt: now, updatedAt: now, version: 1 });
      const data = { regionId: rest.regionId, shippingOptionId: newOptionId, name: rest.name };
      await recordEvent(tx, ctx, { type: "shipping_option.created", data });
      return newOptionId;
    });
    return readOption(tx, id);
  });
}

/** Changes what is given of a way of shipping. Throws `shipping_option.changed_meanwhile`. */
export async function updateShippingOption(
  ctx: StaffContext,
  { id, version, amount, ...wanted }: UpdateShippingOption,
): Promise<ShippingOption> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "catalogue.write");
    const present = await readOption(tx, id);
    if (present.version !== version) {
      throw new DomainError("shipping_option.changed_meanwhile", { version: present.version });
    }
    const price = amount === undefined ? undefined : { amount, currency: present.price.currency };
    const { row: option, fields } = changedRow(present, { ...wanted, price }, now);
    if (fields.length === 0) return present;
    await saveShippingOption(tx, option, version);
    const data = { regionId: option.regionId, shippingOptionId: id, name: option.name, fields };
    await recordEvent(tx, ctx, { type: "shipping_option.updated", data });
    return option;
  });
}

/** Takes a way of shipping away; carts that chose it choose anew, and orders keep what they have. */
export async function removeShippingOption(ctx: StaffContext, { id, version }: RemoveShippingOption): Promise<Done> {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "catalogue.write");
    const { regionId, name } = await readOption(tx, id);
    await deleteShippingOption(tx, id, version);
    await recordEvent(tx, ctx, { type: "shipping_option.removed", data: { regionId, shippingOptionId: id, name } });
  });
  return done;
}
