import type { ProductValues } from "./productForm.ts";

type Variant = ProductValues["variants"][number];

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const keyed = (variants: readonly Variant[]): Map<string, Variant> =>
  new Map(variants.map((variant) => [variant.key, variant]));

/** Of one variant, what I typed; what I left alone is as it is saved by now. */
const rebased = (base: Variant, mine: Variant, theirs: Variant): Variant => {
  const kept = <T>(of: (variant: Variant) => T): T => (same(of(mine), of(base)) ? of(theirs) : of(mine));
  return {
    key: mine.key,
    title: kept(({ title }) => title),
    sku: kept(({ sku }) => sku),
    stock: kept(({ stock }) => stock),
    prices: Object.fromEntries(
      Object.keys(mine.prices).map((currency) => [currency, kept((one) => one.prices[currency] ?? "")]),
    ),
  };
};

/**
 * What I typed into the table of variants, over the table as it is saved by now: a stock that was sold from or a price that
 * somebody else set meanwhile stays so, unless I typed into the same place. Rows are in my order; new ones of others follow.
 */
export function rebaseVariants(base: ProductValues, mine: ProductValues, theirs: ProductValues): ProductValues {
  const before = keyed(base.variants);
  const now = keyed(theirs.variants);
  // A row of mine that was saved before another step was refused is known by its SKU.
  const made = new Map(theirs.variants.filter(({ key }) => !before.has(key)).map(({ sku, key }) => [sku, key]));
  const rows = mine.variants.flatMap((row): Variant[] => {
    const from = before.get(row.key);
    if (from === undefined) return [{ ...row, key: made.get(row.sku.trim()) ?? row.key }];
    const saved = now.get(row.key);
    if (saved !== undefined) return [rebased(from, row, saved)];
    return same(from, row) ? [] : [row];
  });
  const shown = keyed(rows);
  const others = theirs.variants.filter(({ key }) => !before.has(key) && !shown.has(key));
  return { ...mine, variants: [...rows, ...others] };
}
