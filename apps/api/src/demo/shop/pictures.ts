import { createHash } from "node:crypto";
import { picture } from "./drawing.ts";
import { handleOf } from "./openShop.ts";
import { drawingOf } from "./product.ts";
import { products } from "./products.ts";

/** A picture as the database keeps it, and the product it is of. */
export interface DrawnPicture {
  handle: string;
  hash: string;
  bytes: Buffer;
  width: number;
  height: number;
}

/** Draws every product of the demo store, in the form in which uploaded pictures are kept. */
export const drawPictures = async (): Promise<DrawnPicture[]> => {
  // Loaded when there is something to draw: a server that is filled already never needs it.
  const { default: sharp } = await import("sharp");
  return Promise.all(
    products.map(async (product, index) => {
      const svg = picture(product.palette, index, drawingOf(product));
      const { data: bytes, info } = await sharp(Buffer.from(svg))
        .webp({ quality: 84 })
        .toBuffer({ resolveWithObject: true });
      const hash = createHash("sha256").update(bytes).digest("hex");
      return { handle: handleOf(product.title), hash, bytes, width: info.width, height: info.height };
    }),
  );
};
