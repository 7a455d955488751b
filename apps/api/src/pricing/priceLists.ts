import type { Reader, Tx } from "@clientele/db";
import { audienceOf } from "@clientele/db/pricing/audiences";
import { copyEntries } from "@clientele/db/pricing/entries";
import { listPriceLists as readPriceLists } from "@clientele/db/pricing/priceListList";
import {
  deletePriceList,
  getPriceList as readPriceList,
  insertPriceList,
  type PriceListToWrite,
  savePriceList,
  type StoredPriceList,
  variantCounts,
} from "@clientele/db/pricing/priceLists";
import { getSettings } from "@clientele/db/settings/settings";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done, type Page } from "@clientele/domain/page";
import type {
  CreatePriceList,
  ListPriceLists,
  PriceList,
  SeenPriceList,
  UpdatePriceList,
} from "@clientele/domain/pricing/priceList";
import { endsBeforeStart, priceListState } from "@clientele/domain/pricing/states";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { once } from "../idempotency.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { isSameAudience, namesOfAudience } from "./audience.ts";
import { endIn, spanIn, startIn } from "./span.ts";

/** Lists as staff see them at the instant; one statement counts the variants of all. */
async function shown(db: Reader, lists: readonly StoredPriceList[], now: Date): Promise<PriceList[]> {
  const counts = await variantCounts(
    db,
    lists.map(({ id }) => id),
  );
  return lists.map((list) => ({ ...list, state: priceListState(list, now), variants: counts.get(list.id) ?? 0 }));
}

/** The list as staff see it. Throws `price_list.not_found`. */
export async function shownPriceList(db: Reader, id: string, now: Date): Promise<PriceList> {
  const [list] = await shown(db, [await readPriceList(db, id)], now);
  if (list === undefined) throw new DomainError("price_list.not_found");
  return list;
}

/** The list as it was seen, for a change: throws `price_list.archived`, whose prices and words stay as they were. */
export async function getSeenList(tx: Reader, { id, version }: SeenPriceList): Promise<StoredPriceList> {
  const list = await readPriceList(tx, id);
  if (list.version !== version) throw new DomainError("price_list.changed_meanwhile", { version: list.version });
  if (list.status === "archived") throw new DomainError("price_list.archived");
  return list;
}

/** A page of price lists with where each stands now. */
export async function listPriceLists(ctx: StaffContext, input: ListPriceLists): Promise<Page<PriceList>> {
  const page = await readPriceLists(ctx.db, input);
  return { ...page, items: await shown(ctx.db, page.items, ctx.now()) };
}

/** A price list with where it stands now. Throws `price_list.not_found`. */
export const getPriceList = (ctx: StaffContext, { id }: { id: string }): Promise<PriceList> =>
  shownPriceList(ctx.db, id, ctx.now());

type Terms = Pick<StoredPriceList, "type" | "adjustment" | "floor" | "startsAt" | "endsAt">;

function checkTerms({ type, adjustment, floor, ...span }: Terms): void {
  // Nothing above the base price is a sale, and nothing off is none (`domain` 5.1).
  if (type === "sale" && adjustment !== null && adjustment >= 0) throw new DomainError("price_list.adjustment_raises");
  if (floor !== null && adjustment === null) throw new DomainError("price_list.floor_without_adjustment");
  if (endsBeforeStart(span)) throw new DomainError("price_list.ends_before_start");
}

/** Makes a draft, or a copy of another list in the same currency, which is how an archived one starts anew. */
export async function createPriceList(ctx: StaffContext, input: CreatePriceList): Promise<PriceList> {
  const { idempotencyKey, ...wanted } = input;
  const { copyOf, ...fields } = wanted;
  const newListId = ctx.newId("priceList");
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const call = { procedure: "admin.priceLists.create", actor: ctx.actor.staffId, key: idempotencyKey, input: wanted };
    const id = await once(tx, ctx, call, async () => {
      const names = await namesOfAudience(tx, fields.audience);
      const { timeZone } = await getSettings(tx);
      const list: PriceListToWrite = {
        ...fields,
        ...spanIn(fields, timeZone),
        id: newListId,
        status: "draft",
        used: false,
        createdAt: now,
        updatedAt: now,
        version: 1,
      };
      checkTerms(list);
      await insertPriceList(tx, list, names);
      if (copyOf !== undefined) await copyFrom(tx, copyOf, list);
      await recordEvent(tx, ctx, {
        type: "price_list.created",
        data: { priceListId: list.id, name: list.name, copyOf: copyOf ?? null },
      });
      return list.id;
    });
    return shownPriceList(tx, id, now);
  });
}

async function copyFrom(tx: Tx, sourceId: string, list: PriceListToWrite): Promise<void> {
  const source = await readPriceList(tx, sourceId);
  if (source.currency !== list.currency) {
    throw new DomainError("input.invalid", {}, { currency: { code: "field.choice", params: {} } });
  }
  await copyEntries(tx, source.id, list.id);
}

/** Changes what a list says of itself. Writing what stands there already changes nothing. */
export async function updatePriceList(ctx: StaffContext, input: UpdatePriceList): Promise<PriceList> {
  const { id, version, ...wanted } = input;
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const present = await getSeenList(tx, { id, version });
    const { timeZone } = await getSettings(tx);
    const before: PriceListToWrite = { ...present, audience: audienceOf(present.audience) };
    const after: PriceListToWrite = {
      ...before,
      name: wanted.name ?? before.name,
      benefit: wanted.benefit === undefined ? before.benefit : wanted.benefit,
      type: wanted.type ?? before.type,
      startsAt: wanted.startsAt === undefined ? before.startsAt : startIn(wanted.startsAt, timeZone),
      endsAt: wanted.endsAt === undefined ? before.endsAt : endIn(wanted.endsAt, timeZone),
      audience: wanted.audience ?? before.audience,
      adjustment: wanted.adjustment === undefined ? before.adjustment : wanted.adjustment,
      floor: wanted.floor === undefined ? before.floor : wanted.floor,
    };
    const fields = changedFields(before, after);
    if (fields.length === 0) return shownPriceList(tx, id, now);
    // What customers were told is a sale, or a price of their own, stays one.
    if (fields.includes("type") && present.status !== "draft") throw new DomainError("price_list.not_draft");
    checkTerms(after);
    const names = fields.includes("audience") ? await namesOfAudience(tx, after.audience) : null;
    await savePriceList(tx, { ...after, updatedAt: now, version: version + 1 }, version, names);
    await recordEvent(tx, ctx, { type: "price_list.updated", data: { priceListId: id, name: after.name, fields } });
    return shownPriceList(tx, id, now);
  });
}

const editable = ["name", "benefit", "type", "startsAt", "endsAt", "adjustment", "floor"] as const;

function changedFields(before: PriceListToWrite, after: PriceListToWrite): string[] {
  const plain = editable.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return [...plain, ...(isSameAudience(before.audience, after.audience) ? [] : ["audience"])];
}

/** Removes a list that no order was placed with, and its entries. */
export async function removePriceList(ctx: StaffContext, { id, version }: SeenPriceList): Promise<Done> {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const list = await readPriceList(tx, id);
    if (list.version !== version) throw new DomainError("price_list.changed_meanwhile", { version: list.version });
    if (list.used) throw new DomainError("price_list.used");
    await deletePriceList(tx, id, version);
    await recordEvent(tx, ctx, { type: "price_list.removed", data: { priceListId: id, name: list.name } });
  });
  return done;
}
