import { DomainError, type FieldProblem } from "../errors.ts";
import type { NewId } from "../ids.ts";
import { nameKey } from "../text.ts";
import type { ProductDetail, Variant } from "./product.ts";

type WantedVariant = { id?: string | undefined; title: string; sku: string; stock: number | null };

/** Refuses a SKU that stands twice in one form, without regard to case. */
function checkOwnSkus(wanted: readonly WantedVariant[]): void {
  const seen = new Set<string>();
  const fields: Record<string, FieldProblem> = {};
  for (const [at, { sku }] of wanted.entries()) {
    if (seen.has(nameKey(sku))) fields[`variants.${at}.sku`] = { code: "field.duplicate", params: {} };
    seen.add(nameKey(sku));
  }
  if (Object.keys(fields).length > 0) throw new DomainError("input.invalid", {}, fields);
}

/** Refuses SKUs that other products bear, each at its own field; `taken` holds them without regard to case. */
export function checkTakenSkus(wanted: readonly { sku: string }[], taken: ReadonlySet<string>): void {
  const found = wanted.flatMap(({ sku }, at) => (taken.has(nameKey(sku)) ? [{ sku, at }] : []));
  const [first] = found;
  if (first === undefined) return;
  const fields: Record<string, FieldProblem> = {};
  for (const { sku, at } of found) fields[`variants.${at}.sku`] = { code: "variant.sku_taken", params: { sku } };
  throw new DomainError("variant.sku_taken", { sku: first.sku }, fields);
}

/** A product's variants as a form wants them. */
export interface ChangedVariants {
  /** All of them in their new order. */
  variants: Variant[];
  added: ReadonlySet<string>;
  removed: string[];
  changed: boolean;
}

/**
 * The whole set of variants made of what a form says: one with an id is the one that is there and keeps its stock and
 * prices, one without is new, and one that is missing is removed. An id of another product is not there.
 */
export function changedVariants(
  product: Pick<ProductDetail, "id" | "variants">,
  wanted: readonly WantedVariant[],
  newId: NewId,
): ChangedVariants {
  checkOwnSkus(wanted);
  const present = new Map(product.variants.map((variant) => [variant.id, variant]));
  const added = new Set<string>();
  const kept = new Set<string>();
  const variants = wanted.map(({ id, title, sku, stock }, at): Variant => {
    if (id === undefined) {
      const variant = { id: newId("variant"), productId: product.id, title, sku, stock, prices: [] };
      added.add(variant.id);
      return variant;
    }
    const known = present.get(id);
    const field = `variants.${at}.id`;
    if (known === undefined) {
      throw new DomainError("variant.not_found", {}, { [field]: { code: "variant.not_found", params: {} } });
    }
    if (kept.has(id)) throw new DomainError("input.invalid", {}, { [field]: { code: "field.duplicate", params: {} } });
    kept.add(id);
    return { ...known, title, sku };
  });
  const removed = product.variants.map(({ id }) => id).filter((id) => !kept.has(id));
  const changed = JSON.stringify(variants) !== JSON.stringify(product.variants);
  return { variants, added, removed, changed };
}
