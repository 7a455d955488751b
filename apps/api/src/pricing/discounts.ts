import type { Reader } from "@clientele/db";
import { audienceOf } from "@clientele/db/pricing/audiences";
import { listDiscounts as readDiscounts } from "@clientele/db/pricing/discountList";
import {
  deleteDiscount,
  type DiscountToWrite,
  findLiveCode,
  getDiscount as readDiscount,
  insertDiscount,
  saveDiscount,
  type StoredDiscount,
} from "@clientele/db/pricing/discounts";
import { existingProductIds, existingRegionIds } from "@clientele/db/pricing/existing";
import { countUses } from "@clientele/db/pricing/uses";
import { getSettings } from "@clientele/db/settings/settings";
import { DomainError } from "@clientele/domain/errors";
import type { EventType } from "@clientele/domain/events";
import { done, type Done, type Page } from "@clientele/domain/page";
import type {
  CreateDiscount,
  Discount,
  ListDiscounts,
  SeenDiscount,
  UpdateDiscount,
} from "@clientele/domain/pricing/discount";
import { discountState, endsBeforeStart } from "@clientele/domain/pricing/states";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { once } from "../idempotency.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { isSameAudience, namesOfAudience } from "./audience.ts";
import { spanIn } from "./span.ts";

const shown = ({ used: _used, ...discount }: StoredDiscount, now: Date): Discount => ({
  ...discount,
  state: discountState(discount, now),
});

/** A page of discounts with where each stands now. */
export async function listDiscounts(ctx: StaffContext, input: ListDiscounts): Promise<Page<Discount>> {
  const page = await readDiscounts(ctx.db, input);
  return { ...page, items: page.items.map((discount) => shown(discount, ctx.now())) };
}

/** A discount with where it stands now. Throws `discount.not_found`. */
export async function getDiscount(ctx: StaffContext, { id }: { id: string }): Promise<Discount> {
  return shown(await readDiscount(ctx.db, id), ctx.now());
}

/** Refuses what cannot be stored or would mean nothing; answers the names of the audience's groups. */
async function checkDiscount(tx: Reader, discount: DiscountToWrite): Promise<ReadonlyMap<string, string>> {
  if (endsBeforeStart(discount)) throw new DomainError("discount.ends_before_start");
  const { regionIds, productsIn, productsNotIn, usageLimit, uses } = discount;
  if (productsIn.some((id) => productsNotIn.includes(id))) {
    throw new DomainError("input.invalid", {}, { productsNotIn: { code: "field.duplicate", params: {} } });
  }
  if (usageLimit !== null && usageLimit < uses) {
    throw new DomainError("input.invalid", {}, { usageLimit: { code: "field.too_small", params: { least: uses } } });
  }
  const regions = await existingRegionIds(tx, regionIds);
  if (regionIds.some((id) => !regions.has(id))) throw new DomainError("region.not_found");
  const productIds = [...productsIn, ...productsNotIn];
  const products = await existingProductIds(tx, productIds);
  if (productIds.some((id) => !products.has(id))) throw new DomainError("product.not_found");
  return namesOfAudience(tx, discount.audience);
}

async function refuseTakenCode(tx: Reader, { id, code }: Pick<DiscountToWrite, "id" | "code">): Promise<void> {
  if (code === null) return;
  const other = await findLiveCode(tx, code);
  if (other !== null && other.id !== id) throw new DomainError("discount.code_taken");
}

/** Makes a discount that is active at once; its dates say when it takes something off. */
export async function createDiscount(ctx: StaffContext, input: CreateDiscount): Promise<Discount> {
  const { idempotencyKey: key, ...fields } = input;
  const newDiscountId = ctx.newId("discount");
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const call = { procedure: "admin.discounts.create", actor: ctx.actor.staffId, key, input: fields };
    const id = await once(tx, ctx, call, async () => {
      const { timeZone } = await getSettings(tx);
      const discount: DiscountToWrite = {
        ...fields,
        ...spanIn(fields, timeZone),
        id: newDiscountId,
        status: "active",
        uses: 0,
        used: false,
        createdAt: now,
        updatedAt: now,
        version: 1,
      };
      const names = await checkDiscount(tx, discount);
      await refuseTakenCode(tx, discount);
      await insertDiscount(tx, discount, names);
      await recordEvent(tx, ctx, {
        type: "discount.created",
        data: { discountId: discount.id, name: discount.name, code: discount.code },
      });
      return discount.id;
    });
    return shown(await readDiscount(tx, id), now);
  });
}

/** The discount as it was seen, for a change. Throws `discount.archived`. */
async function getSeenDiscount(tx: Reader, { id, version }: SeenDiscount): Promise<StoredDiscount> {
  const discount = await readDiscount(tx, id);
  if (discount.version !== version) {
    throw new DomainError("discount.changed_meanwhile", { version: discount.version });
  }
  if (discount.status === "archived") throw new DomainError("discount.archived");
  return discount;
}

const ids = (named: readonly { id: string }[]): string[] => named.map(({ id }) => id);

const asWritten = ({ audience, regions, productsIn, productsNotIn, ...discount }: StoredDiscount): DiscountToWrite => ({
  ...discount,
  audience: audienceOf(audience),
  regionIds: ids(regions),
  productsIn: ids(productsIn),
  productsNotIn: ids(productsNotIn),
});

/** Replaces what a discount says. Writing what stands there already changes nothing. */
export async function updateDiscount(ctx: StaffContext, input: UpdateDiscount): Promise<Discount> {
  const { id, version, ...wanted } = input;
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    // A limit holds for what was used before it too.
    if (wanted.usageLimit !== null) await countUses(tx, id);
    const before = asWritten(await getSeenDiscount(tx, { id, version }));
    const { timeZone } = await getSettings(tx);
    const after: DiscountToWrite = { ...before, ...wanted, ...spanIn(wanted, timeZone) };
    const fields = changedFields(before, after);
    if (fields.length === 0) return shown(await readDiscount(tx, id), now);
    const names = await checkDiscount(tx, after);
    if (fields.includes("code")) await refuseTakenCode(tx, after);
    await saveDiscount(tx, { ...after, updatedAt: now, version: version + 1 }, version, names);
    await recordEvent(tx, ctx, { type: "discount.updated", data: { discountId: id, name: after.name, fields } });
    return shown(await readDiscount(tx, id), now);
  });
}

const plainFields = [
  "name",
  "code",
  "kind",
  "appliesTo",
  "basisPoints",
  "amount",
  "currency",
  "minimum",
  "startsAt",
  "endsAt",
  "usageLimit",
  "perCustomerLimit",
] as const;
const setFields = ["regionIds", "productsIn", "productsNotIn"] as const;

function changedFields(before: DiscountToWrite, after: DiscountToWrite): string[] {
  return [
    ...plainFields.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])),
    ...setFields.filter((name) => before[name].toSorted().join() !== after[name].toSorted().join()),
    ...(isSameAudience(before.audience, after.audience) ? [] : ["audience"]),
  ];
}

/** Moves the discount to another status; one that has it already stays as it is. */
async function setStatus(
  ctx: StaffContext,
  seen: SeenDiscount,
  status: Discount["status"],
  type: EventType,
): Promise<Discount> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const present = await getSeenDiscount(tx, seen);
    if (present.status === status) return shown(present, now);
    const changed = { ...asWritten(present), status, updatedAt: now, version: present.version + 1 };
    await saveDiscount(tx, changed, present.version, null);
    await recordEvent(tx, ctx, { type, data: { discountId: present.id, name: present.name } });
    return shown(await readDiscount(tx, present.id), now);
  });
}

/** Takes a discount out of use until it is enabled again; its code stays taken. */
export const disableDiscount = (ctx: StaffContext, seen: SeenDiscount): Promise<Discount> =>
  setStatus(ctx, seen, "disabled", "discount.disabled");

/** Takes a disabled discount into use again. */
export const enableDiscount = (ctx: StaffContext, seen: SeenDiscount): Promise<Discount> =>
  setStatus(ctx, seen, "active", "discount.enabled");

/** Ends a discount for good and frees its code. */
export const archiveDiscount = (ctx: StaffContext, seen: SeenDiscount): Promise<Discount> =>
  setStatus(ctx, seen, "archived", "discount.archived");

/** Removes a discount that no order used; one that was used is archived instead. */
export async function removeDiscount(ctx: StaffContext, { id, version }: SeenDiscount): Promise<Done> {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const { used, name } = await readDiscount(tx, id);
    if (used) throw new DomainError("discount.used");
    await deleteDiscount(tx, id, version);
    await recordEvent(tx, ctx, { type: "discount.removed", data: { discountId: id, name } });
  });
  return done;
}
