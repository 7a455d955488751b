import { setImmediate } from "node:timers/promises";
import type { Reader } from "@clientele/db";
import { audienceOf } from "@clientele/db/pricing/audiences";
import { priceCandidates } from "@clientele/db/pricing/candidates";
import { allEntriesOf } from "@clientele/db/pricing/entries";
import { getPriceList, savePriceList, type StoredPriceList, termsOf } from "@clientele/db/pricing/priceLists";
import { countReached } from "@clientele/db/pricing/reach";
import { soldVariants, type VariantRow } from "@clientele/db/pricing/variantRows";
import { DomainError } from "@clientele/domain/errors";
import { groupsMatchingBoth } from "@clientele/domain/pricing/audienceMatch";
import type { ActivationPreview, PriceList, SeenPriceList } from "@clientele/domain/pricing/priceList";
import { boundariesOf } from "@clientele/domain/pricing/priceSteps";
import { type Candidate, type ListTerms, resolvePrice } from "@clientele/domain/pricing/resolvePrice";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getSeenList, shownPriceList } from "./priceLists.ts";

/** How many changed prices are shown. */
const mostShown = 10;
/** How many variants are priced before other requests get their turn. */
const runLength = 200;

/**
 * What activating a draft would change, for the customers it is meant for: variants that would cost something else for
 * some quantity when it begins, beside the lists that hold then.
 */
export async function previewActivation(ctx: StaffContext, { id }: { id: string }): Promise<ActivationPreview> {
  const now = ctx.now();
  const list = await getPriceList(ctx.db, id);
  const terms: ListTerms = { ...termsOf(list), status: "active" };
  const at = terms.startsAt !== null && terms.startsAt > now ? terms.startsAt : now;
  const everyone = groupsMatchingBoth(terms.audience, { kind: "groups", anyOf: [], allOf: [], noneOf: [] });
  const changes = await changesBy(ctx.db, terms, everyone ?? new Set(), at);
  return {
    variants: changes.length,
    customers: await countReached(ctx.db, terms.audience, now),
    everyone: terms.audience.kind === "everyone" || isForVisitors(terms),
    first: changes.slice(0, mostShown),
  };
}

/** Whoever is in no group belongs to an audience of `none of` alone. */
const isForVisitors = ({ audience }: ListTerms): boolean =>
  audience.kind === "groups" && audience.anyOf.length + audience.allOf.length === 0;

async function changesBy(
  db: Reader,
  terms: ListTerms,
  groups: ReadonlySet<string>,
  now: Date,
): Promise<ActivationPreview["first"]> {
  const variants = await soldVariants(db, terms.currency, terms.adjustment === null ? [terms.id] : null);
  const ids = variants.map(({ variantId }) => variantId);
  const beside = await priceCandidates(db, { variantIds: ids, currency: terms.currency, now });
  const own = await allEntriesOf(db, terms.id);
  const changes: ActivationPreview["first"] = [];
  for (const [at, variant] of variants.entries()) {
    if (at > 0 && at % runLength === 0) await setImmediate();
    const entry = own.get(variant.variantId);
    const candidate = { list: terms, excluded: entry?.excluded ?? false, amounts: entry?.ranges ?? [] };
    const others = (beside.get(variant.variantId) ?? []).filter(({ list }) => list.id !== terms.id);
    const change = changeOf(variant, candidate, others, { groups, now, currency: terms.currency });
    if (change !== null) changes.push(change);
  }
  return changes;
}

/** The first quantity's price that differs with the list, if any. */
function changeOf(
  { base, ...variant }: VariantRow,
  candidate: Candidate,
  others: readonly Candidate[],
  asker: { groups: ReadonlySet<string>; now: Date; currency: string },
): ActivationPreview["first"][number] | null {
  const quantities = boundariesOf([candidate, ...others].flatMap(({ amounts }) => amounts));
  for (const quantity of quantities) {
    const before = resolvePrice({ base, candidates: others, quantity, ...asker });
    const after = resolvePrice({ base, candidates: [...others, candidate], quantity, ...asker });
    if (before === null || after === null) return null;
    if (before.amount !== after.amount) return { ...variant, before: before.amount, after: after.amount };
  }
  return null;
}

/** Whether the list gives any price at all. */
async function givesSomething(db: Reader, list: StoredPriceList): Promise<boolean> {
  if (list.adjustment !== null) return true;
  return [...(await allEntriesOf(db, list.id)).values()].some(({ ranges }) => ranges.length > 0);
}

/** From now on the list counts, between its dates, and is what its type says for good. */
export async function activatePriceList(ctx: StaffContext, seen: SeenPriceList): Promise<PriceList> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const list = await getSeenList(tx, seen);
    if (list.status !== "draft") throw new DomainError("price_list.not_draft");
    if (!(await givesSomething(tx, list))) throw new DomainError("price_list.gives_nothing");
    const active = { ...list, audience: audienceOf(list.audience), status: "active" as const };
    await savePriceList(tx, { ...active, updatedAt: now, version: list.version + 1 }, list.version, null);
    await recordEvent(tx, ctx, { type: "price_list.activated", data: { priceListId: list.id, name: list.name } });
    return shownPriceList(tx, list.id, now);
  });
}

/** Ends a list for good; a copy of it can start anew. */
export async function archivePriceList(ctx: StaffContext, seen: SeenPriceList): Promise<PriceList> {
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "pricing.write");
    const list = await getSeenList(tx, seen);
    const archived = { ...list, audience: audienceOf(list.audience), status: "archived" as const };
    await savePriceList(tx, { ...archived, updatedAt: now, version: list.version + 1 }, list.version, null);
    await recordEvent(tx, ctx, { type: "price_list.archived", data: { priceListId: list.id, name: list.name } });
    return shownPriceList(tx, list.id, now);
  });
}
