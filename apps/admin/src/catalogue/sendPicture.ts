import type { ProductDetail } from "@clientele/domain/catalogue/product";

/** A refusal of the upload in the shape every failed call has, so that `problemOf` reads it. */
class RefusedUpload extends Error {
  readonly data: unknown;

  constructor(message: string, data: unknown) {
    super(message);
    this.name = "RefusedUpload";
    this.data = data;
  }
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
