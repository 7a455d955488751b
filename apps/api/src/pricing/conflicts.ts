import { setImmediate } from "node:timers/promises";
import { entriesOfLists } from "@clientele/db/pricing/entries";
import { listOpenLists } from "@clientele/db/pricing/openLists";
import { getPriceList, termsOf } from "@clientele/db/pricing/priceLists";
import { soldVariants, type VariantRow } from "@clientele/db/pricing/variantRows";
import { canBothMatch } from "@clientele/domain/pricing/audienceMatch";
import { conflictBetween, type ConflictList, type ConflictStep } from "@clientele/domain/pricing/conflicts";
import type { ListConflicts, PriceListConflict, PriceListConflicts } from "@clientele/domain/pricing/priceList";
import type { EntryInput } from "@clientele/domain/pricing/priceListEntry";
import type { ListTerms } from "@clientele/domain/pricing/resolvePrice";
import type { StaffContext } from "../context.ts";

/** How many lists and pairs of them are looked at, and how many variants of a pair are shown. */
const mostLists = 200;
const mostPairs = 50;
const mostShown = 5;
/** How many variants of a pair are compared before other requests get their turn. */
const runLength = 100;

/** Pairs of lists that one customer could meet on the same variant, and which of the two wins; a draft counts as active. */
export async function listConflicts(ctx: StaffContext, { priceListId }: ListConflicts): Promise<PriceListConflicts> {
  const now = ctx.now();
  const asked = priceListId === undefined ? undefined : await getPriceList(ctx.db, priceListId);
  const open = await listOpenLists(ctx.db, { now, also: asked?.id, currency: asked?.currency, most: mostLists + 1 });
  const lists = open.slice(0, mostLists).map((list): ListTerms => ({ ...termsOf(list), status: "active" }));
  const isAsked = ({ id }: ListTerms): boolean => asked === undefined || id === asked.id;
  const pairs = pairsOf(lists).filter(([one, other]) => isAsked(one) || isAsked(other));
  const meeting = [...new Set(pairs.flat())];
  const entries = await entriesOfLists(
    ctx.db,
    meeting.map(({ id }) => id),
  );
  const variants = new Map<string, VariantRow[]>();
  for (const currency of new Set(meeting.map((list) => list.currency))) {
    const own = meeting.filter((list) => list.currency === currency);
    const all = own.some(({ adjustment }) => adjustment !== null);
    variants.set(currency, await soldVariants(ctx.db, currency, all ? null : own.map(({ id }) => id)));
  }

  const conflicts: PriceListConflict[] = [];
  for (const pair of pairs) {
    if (conflicts.length > mostPairs) break;
    const [one, other] = pair.map((list): Meeting => ({ list, said: entries.get(list.id) ?? new Map() }));
    if (one === undefined || other === undefined) continue;
    const found = await conflictOf(one, other, variants.get(one.list.currency) ?? [], now);
    if (found !== null) conflicts.push(found);
  }
  const [currency = null, ...others] = new Set(conflicts.map((conflict) => conflict.currency));
  return {
    currency: asked?.currency ?? (others.length > 0 ? null : currency),
    conflicts: conflicts.slice(0, mostPairs),
    more: conflicts.length > mostPairs || open.length > mostLists,
  };
}

type Pair = readonly [ListTerms, ListTerms];

/** The pairs that could meet by what the lists say of themselves. */
const pairsOf = (lists: readonly ListTerms[]): Pair[] =>
  lists.flatMap((one, at) =>
    lists.slice(at + 1).flatMap((other): Pair[] => {
      const isAlike = one.type === other.type && one.currency === other.currency;
      return isAlike && canBothMatch(one.audience, other.audience) ? [[one, other]] : [];
    }),
  );

interface Meeting {
  list: ListTerms;
  said: ReadonlyMap<string, EntryInput>;
}

/** What two lists say of the same variants, compared some at a time. */
async function conflictOf(
  one: Meeting,
  other: Meeting,
  variants: readonly VariantRow[],
  now: Date,
): Promise<PriceListConflict | null> {
  const prices = ({ list, said }: Meeting, id: string): boolean => list.adjustment !== null || said.has(id);
  const common = variants.filter(({ variantId }) => prices(one, variantId) && prices(other, variantId));
  const byId = new Map(common.map((variant) => [variant.variantId, variant]));
  const [first, second] = [asConflictList(one), asConflictList(other)];
  let span: { from: Date | null; until: Date | null } | null = null;
  const steps = new Map<string, ConflictStep>();
  for (let at = 0; at < common.length; at += runLength) {
    if (at > 0) await setImmediate();
    const found = conflictBetween(first, second, common.slice(at, at + runLength), now);
    if (found === null) continue;
    span = { from: found.from, until: found.until };
    // Where the winner's amount is not the price anyway, nobody pays what the lists disagree about.
    for (const step of found.steps.filter(({ applies }) => applies)) {
      if (!steps.has(step.variantId)) steps.set(step.variantId, step);
    }
  }
  if (span === null || steps.size === 0) return null;
  return {
    ...span,
    currency: one.list.currency,
    one: { id: one.list.id, name: one.list.name },
    other: { id: other.list.id, name: other.list.name },
    variants: steps.size,
    first: [...steps.values()].slice(0, mostShown).map(({ variantId, from, to: _to, applies: _applies, ...step }) => ({
      ...step,
      variantId,
      quantity: from,
      sku: byId.get(variantId)?.sku ?? "",
      title: byId.get(variantId)?.title ?? "",
    })),
  };
}

const asConflictList = ({ list, said }: Meeting): ConflictList => ({
  list,
  entries: new Map([...said].map(([variantId, { excluded, ranges }]) => [variantId, { excluded, amounts: ranges }])),
});
