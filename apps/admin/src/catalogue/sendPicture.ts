import { mostPictureBytes, pictureTypes, type ProductDetail } from "@clientele/domain/catalogue/product";

/** A refusal of the upload in the shape every failed call has, so that `problemOf` reads it. */
class RefusedUpload extends Error {
  readonly data: unknown;

  constructor(message: string, data: unknown) {
    super(message);
    this.name = "RefusedUpload";
    this.data = data;
  }
}

/** What the server would say of a file that it need not be sent; null where it may well take it. */
export function refusalOf({ size, type }: File) {
  if (size > mostPictureBytes) return { code: "picture.too_big", params: { most: mostPictureBytes } };
  return (pictureTypes as readonly string[]).includes(type) ? null : { code: "picture.unreadable", params: {} };
}

interface Answer {
  result?: { data: Pick<ProductDetail, "picture" | "version"> };
  error?: { message: string; data: unknown };
}

/** Sends a product's picture: the file is the body, as no procedure takes one. Answers the product's new version. */
export async function sendPicture(productId: string, version: number, file: File): Promise<number> {
  const query = new URLSearchParams({ productId, version: String(version) });
  const response = await fetch(`/picture?${query.toString()}`, {
    method: "POST",
    headers: { "content-type": file.type },
    body: file,
  });
  const answer = (await response.json()) as Answer;
  if (answer.result === undefined) throw new RefusedUpload(answer.error?.message ?? "", answer.error?.data ?? {});
  return answer.result.data.version;
}
