import { eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "../database.ts";
import { hot } from "../hot.ts";

/** A picture as it is kept: WebP, named by the SHA-256 of its bytes in hexadecimal. */
export interface StoredPicture {
  hash: string;
  bytes: Buffer;
  width: number;
  height: number;
  createdAt: Date;
}

const pictureBytes = hot("picture", (db) => {
  const { pictures: t } = db.tables;
  return db
    .select({ bytes: t.bytes })
    .from(t)
    .where(eq(t.hash, sql.placeholder("hash")));
});

/** A picture's bytes by their hash. */
export const findPictureBytes = async (db: Reader, hash: string): Promise<Buffer | null> => {
  const [row] = await pictureBytes(db).execute({ hash });
  return row?.bytes ?? null;
};

/** Keeps a picture once. It stays when a product takes another one, since orders show what was bought. */
export const insertPicture = async (tx: Tx, picture: StoredPicture): Promise<void> => {
  await tx.insert(tx.tables.pictures).values(picture).onConflictDoNothing();
};
