/** A line of either cart. */
export interface MergingLine {
  id: string;
  variantId: string;
  quantity: number;
}

/** What became of one line of the browser's cart. */
export interface LineMerge {
  variantId: string;
  /** `added`: new to the account's cart. `raised`: added up. `limited`: less than both together. `left_out`: none to be had. */
  kind: "added" | "raised" | "limited" | "left_out";
  /** How many the account's cart held, how many the browser's, and how many there are now. */
  account: number;
  browser: number;
  quantity: number;
}

/**
 * The account's cart with the browser's lines in it (`domain` 7): quantities of a variant add up to what can be had of
 * it, which is null when it is not counted. Lines of the account keep their id and place and, where the browser has
 * nothing of the variant, their quantity; the browser's new ones follow in their order. A line of which nothing can be had is left
 * out, and each of the browser's lines is told of.
 */
export function mergeLines<L extends MergingLine>(
  browser: readonly L[],
  account: readonly L[],
  stockOf: (variantId: string) => number | null,
): { lines: L[]; merges: LineMerge[] } {
  const own = new Map(account.map((line) => [line.variantId, line]));
  const merges = browser.map(({ variantId, quantity }): LineMerge => {
    const held = own.get(variantId)?.quantity ?? 0;
    const sum = held + quantity;
    const merged = Math.max(0, Math.min(sum, stockOf(variantId) ?? sum));
    const kind = merged === 0 ? "left_out" : merged < sum ? "limited" : held > 0 ? "raised" : "added";
    return { variantId, kind, account: held, browser: quantity, quantity: merged };
  });
  const quantities = new Map(merges.map(({ variantId, quantity }) => [variantId, quantity]));
  const lines = [...account, ...browser.filter(({ variantId }) => !own.has(variantId))]
    .map((line) => ({ ...line, quantity: quantities.get(line.variantId) ?? line.quantity }))
    .filter(({ variantId, quantity }) => quantity > 0 || !quantities.has(variantId));
  return { lines, merges };
}
