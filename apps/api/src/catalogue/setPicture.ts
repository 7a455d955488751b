import { insertPicture } from "@clientele/db/catalogue/pictures";
import { getProduct, getProductWithVariants, saveProduct } from "@clientele/db/catalogue/products";
import { changedRow } from "@clientele/domain/changedRow";
import type { ProductDetail, SetPicture } from "@clientele/domain/catalogue/product";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { decodePicture } from "./decodePicture.ts";
import { changedMeanwhile } from "./products.ts";

/** Gives a product the picture that was sent; the same picture again changes nothing. */
export async function setPicture(
  ctx: StaffContext,
  { productId, version }: SetPicture,
  sent: Buffer,
): Promise<ProductDetail> {
  // Decoding is work, so a product that is gone or has changed is told before it.
  const seen = await getProduct(ctx.db, productId);
  if (seen.version !== version) throw changedMeanwhile(seen);
  const picture = await decodePicture(sent);
  const now = ctx.now();
  return ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "catalogue.write");
    const present = await getProduct(tx, productId);
    if (present.version !== version) throw changedMeanwhile(present);
    const { row: product, fields } = changedRow(present, { picture: picture.hash }, now);
    if (fields.length > 0) {
      await insertPicture(tx, { ...picture, createdAt: now });
      await saveProduct(tx, product, version);
      await recordEvent(tx, ctx, { type: "product.picture_set", data: { productId, name: product.title } });
    }
    return getProductWithVariants(tx, productId);
  });
}
