import type { Tx } from "@clientele/db";
import { openCartsWith, saveCartChanges } from "@clientele/db/carts/carts";
import { fullTitle, type ProductDetail } from "@clientele/domain/catalogue/product";
import { keptChanges } from "./ownCart.ts";

/**
 * Tells the open carts that hold some of a product's variants that these are gone, in the transaction that takes them away:
 * afterwards nothing in a cart would say what it lost. Carts that then have the same to tell are written together.
 */
export const tellGone = async (
  tx: Tx,
  { title, variants }: Pick<ProductDetail, "title" | "variants">,
): Promise<void> => {
  const titles = new Map(variants.map((variant) => [variant.id, fullTitle(title, variant.title)]));
  const carts = await openCartsWith(tx, [...titles.keys()]);
  const alike = new Map<string, { changes: (typeof carts)[number]["changes"]; cartIds: string[] }>();
  for (const { id, changes, variantIds } of carts) {
    const lost = variantIds.map((variantId) => ({
      kind: "gone" as const,
      title: titles.get(variantId) ?? title,
      quantity: null,
    }));
    const after = keptChanges(changes, lost);
    const key = JSON.stringify(after);
    const same = alike.get(key) ?? { changes: after, cartIds: [] };
    same.cartIds.push(id);
    alike.set(key, same);
  }
  for (const { changes, cartIds } of alike.values()) await saveCartChanges(tx, cartIds, changes);
};
