import { listCategories as readCategories, renameCategory as rename } from "@clientele/db/catalogue/categories";
import type { CategoryRenamed, RenameCategory } from "@clientele/domain/catalogue/product";
import type { Category } from "@clientele/domain/catalogue/shopCatalogue";
import { DomainError } from "@clientele/domain/errors";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";

export const listCategories = (ctx: StaffContext): Promise<Category[]> => readCategories(ctx.db);

/** Renames a category for all its products at once, each of which is then another version. */
export async function renameCategory(ctx: StaffContext, { name, to }: RenameCategory): Promise<CategoryRenamed> {
  const now = ctx.now();
  return againAfterRace(["product_words_key"], () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "catalogue.write");
      const products = await rename(tx, name, to, now);
      if (products === 0 && name !== to) throw new DomainError("category.not_found");
      if (products > 0) {
        await recordEvent(tx, ctx, { type: "category.renamed", data: { name, to, count: products } });
      }
      return { products };
    }),
  );
}
