import type { StoredPicture } from "@clientele/db/catalogue/pictures";
import { DomainError } from "@clientele/domain/errors";
import { createHash } from "node:crypto";
import PQueue from "p-queue";
import type Sharp from "sharp";
import type { OutputInfo } from "sharp";

/** The longest side of a picture as it is kept. */
const longestSide = 1200;
/** More than any camera of a phone makes; a small file may unfold to a picture that fills the memory. */
const mostPixels = 50_000_000;
const longestSeconds = 10;
const formats = new Set<string | undefined>(["jpeg", "png", "webp"]);

let loaded: Promise<typeof Sharp> | undefined;

/** The library with every reader but three shut off; loaded with the first picture, because most processes see none. */
const library = (): Promise<typeof Sharp> => {
  const load = async (): Promise<typeof Sharp> => {
    const { default: sharp } = await import("sharp");
    sharp.cache(false);
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({
      operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
    });
    return sharp;
  };
  return (loaded ??= load());
};

// An unfolded picture takes much memory, so they are taken one after another.
const queue = new PQueue({ concurrency: 1 });

const rewritten = async (sent: Buffer): Promise<{ data: Buffer; info: OutputInfo }> => {
  const sharp = await library();
  try {
    const options = { failOn: "error", limitInputPixels: mostPixels } as const;
    const { format } = await sharp(sent, options).metadata();
    if (!formats.has(format)) throw new Error("another format");
    return await sharp(sent, options)
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: longestSeconds })
      .toBuffer({ resolveWithObject: true });
  } catch {
    throw new DomainError("picture.unreadable");
  }
};

/**
 * Decodes what was sent and writes it anew, so that nothing of the file is kept but what can be seen: no place, no camera,
 * no hidden data. Throws `picture.unreadable` for whatever is not a whole JPEG, PNG or WebP.
 */
export const decodePicture = async (sent: Buffer): Promise<Omit<StoredPicture, "createdAt">> => {
  const { data, info } = await queue.add(() => rewritten(sent), { throwOnTimeout: true });
  const hash = createHash("sha256").update(data).digest("hex");
  return { hash, bytes: data, width: info.width, height: info.height };
};
