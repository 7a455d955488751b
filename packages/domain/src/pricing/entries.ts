import { DomainError, type FieldProblem } from "../errors.ts";
import type { EntryInput } from "./priceListEntry.ts";
import { checkRanges } from "./priceSteps.ts";

/** What a list said of a variant and what it says since. */
export interface EntryChange {
  before: EntryInput;
  after: EntryInput;
}

/** An entry that says nothing of its variant; setting it takes away what was said. */
export const silentEntry = (variantId: string): EntryInput => ({ variantId, excluded: false, ranges: [] });

const inOrder = ({ excluded, ranges }: EntryInput): string =>
  JSON.stringify([
    excluded,
    ranges.map(({ min, max, amount }) => [min, max, amount]).toSorted(([one], [other]) => (one ?? 0) - (other ?? 0)),
  ]);

/** Whether two entries say the same, whatever the order of their ranges. */
export const isSameEntry = (one: EntryInput, other: EntryInput): boolean => inOrder(one) === inOrder(other);

/**
 * Refuses entries that could not be stored together: a variant that comes twice, one that is left out and priced, a range
 * that ends before it begins, and ranges of one variant that hold the same quantity (`domain` 5.1), which is told with the
 * variant's SKU.
 */
export function checkEntries(entries: readonly EntryInput[], skuOf: (variantId: string) => string): void {
  const fields: Record<string, FieldProblem> = {};
  const seen = new Set<string>();
  for (const [at, { variantId, excluded, ranges }] of entries.entries()) {
    if (seen.has(variantId)) fields[`entries.${at}.variantId`] = { code: "field.duplicate", params: {} };
    seen.add(variantId);
    if (excluded && ranges.length > 0) fields[`entries.${at}.ranges`] = { code: "field.ranges", params: {} };
    for (const { at: place, problem } of checkRanges(ranges)) {
      if (problem === "overlaps") {
        const params = { sku: skuOf(variantId) };
        const code = "price_list.ranges_overlap";
        throw new DomainError(code, params, { [`entries.${at}.ranges`]: { code, params } });
      }
      fields[`entries.${at}.ranges.${place}.max`] = { code: "field.ranges", params: {} };
    }
  }
  if (Object.keys(fields).length > 0) throw new DomainError("input.invalid", {}, fields);
}
