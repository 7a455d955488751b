import type { FilterChip } from "@clientele/ui/FilterChips.tsx";
import { text as uiText } from "@clientele/ui/text.ts";
import { text } from "../text.ts";
import type { CustomerFilterSearch } from "./customerSearch.ts";

const t = text.customers.filter;

const without = (values: readonly string[], gone: string): string[] | undefined => {
  const left = values.filter((value) => value !== gone);
  return left.length === 0 ? undefined : left;
};

/** How amounts and days are written for whoever reads the sentence. */
export interface FilterWords {
  money: (amount: number) => string;
  day: (day: string) => string;
}

/** The filters as half sentences, each with what takes it out again. The search box says itself what it searches. */
export function filterChips(
  filter: CustomerFilterSearch,
  groupNames: Readonly<Record<string, string>>,
  onChange: (changes: Partial<CustomerFilterSearch>) => void,
  words: FilterWords,
): FilterChip[] {
  const chips: FilterChip[] = [];
  const { status, groupIds, tags } = filter;
  if (status !== undefined) {
    chips.push({
      id: "status",
      sentence: t.statusIs(status.map((one) => uiText.status[one].toLowerCase()).join(t.or)),
      onRemove: () => onChange({ status: undefined }),
    });
  }
  if (groupIds !== undefined) {
    const names = groupIds.map((id) => groupNames[id] ?? "…");
    chips.push({
      id: "groups",
      sentence: names.length === 1 ? t.inGroup(names[0] ?? "") : t.inAnyGroup(names.join(t.or)),
      onRemove: () => onChange({ groupIds: undefined }),
    });
  }
  // Every tag must hold, so each stands and goes by itself.
  for (const tag of tags ?? []) {
    chips.push({
      id: `tag ${tag}`,
      sentence: t.tagged(tag),
      onRemove: () => onChange({ tags: without(tags ?? [], tag) }),
    });
  }
  const { ordersFrom, ordersTo, spentFrom, spentTo, lastFrom, lastUntil } = filter;
  const add = (id: keyof CustomerFilterSearch, sentence: string) =>
    chips.push({ id, sentence, onRemove: () => onChange({ [id]: undefined }) });
  if (ordersFrom !== undefined) add("ordersFrom", t.ordersFrom(ordersFrom));
  if (ordersTo !== undefined) add("ordersTo", t.ordersTo(ordersTo));
  if (spentFrom !== undefined) add("spentFrom", t.spentFrom(words.money(spentFrom)));
  if (spentTo !== undefined) add("spentTo", t.spentTo(words.money(spentTo)));
  if (lastFrom !== undefined) add("lastFrom", t.lastFrom(words.day(lastFrom)));
  if (lastUntil !== undefined) add("lastUntil", t.lastUntil(words.day(lastUntil)));
  return chips;
}
