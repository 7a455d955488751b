import type { ListNotes, Note } from "@clientele/domain/customers/note";
import { DomainError } from "@clientele/domain/errors";
import type { Page } from "@clientele/domain/page";
import { and, eq, inArray } from "drizzle-orm";
import { chunked } from "../chunked.ts";
import type { Reader, Tx } from "../database.ts";
import { countUpTo, keyset, type Order, pageOf, placeIn } from "../page.ts";
import { asSeen, requireSeen } from "../seenVersion.ts";

/** A note as it is stored; its author's name is looked up when it is shown. */
export type NoteRow = Omit<Note, "author"> & { authorId: string | null };

const noteColumns = ({ tables: { notes: t } }: Reader) => ({
  id: t.id,
  customerId: t.customerId,
  text: t.text,
  pinned: t.pinned,
  authorId: t.authorId,
  createdAt: t.createdAt,
  updatedAt: t.updatedAt,
  version: t.version,
});

const placeOf = ({ pinned, createdAt }: Pick<NoteRow, "pinned" | "createdAt">): string =>
  `${pinned ? "pinned" : "loose"} ${createdAt.toISOString()}`;

/** A customer's notes: pinned ones first, then the newest. */
export const listNotes = async (db: Reader, input: ListNotes): Promise<Page<NoteRow>> => {
  const { notes: t } = db.tables;
  const order: Order = { name: "notes", by: t.place, id: t.id, direction: "desc" };
  const cursor = placeIn(order, input.cursor);
  const page = keyset(order, cursor);
  const own = eq(t.customerId, input.customerId);
  const rows = await db
    .select(noteColumns(db))
    .from(t)
    .where(and(own, page.where))
    .orderBy(...page.orderBy)
    .limit(input.limit + 1);
  const found = pageOf(rows, input.limit, order, cursor, (row) => ({ value: placeOf(row), id: row.id }));
  return { ...found, total: await countUpTo(db, db.select({ id: t.id }).from(t).where(own)) };
};

/** Throws `note.not_found`. */
export const getNote = async (db: Reader, id: string): Promise<NoteRow> => {
  const { notes: t } = db.tables;
  const [note] = await db.select(noteColumns(db)).from(t).where(eq(t.id, id));
  if (note === undefined) throw new DomainError("note.not_found");
  return note;
};

/** The notes of these ids that still exist. */
export const findNotes = async (db: Reader, ids: readonly string[]): Promise<Map<string, NoteRow>> => {
  const { notes: t } = db.tables;
  const found = new Map<string, NoteRow>();
  for (const some of chunked([...new Set(ids)])) {
    const rows = await db.select(noteColumns(db)).from(t).where(inArray(t.id, some));
    for (const row of rows) found.set(row.id, row);
  }
  return found;
};

export const insertNote = (tx: Tx, note: NoteRow): Promise<void> => insertNotes(tx, [note]);

export const insertNotes = async (tx: Tx, notes: readonly NoteRow[]): Promise<void> => {
  for (const some of chunked(notes, 9)) {
    await tx.insert(tx.tables.notes).values(some.map((note) => ({ ...note, place: placeOf(note) })));
  }
};

/** Writes text and pin of the version that was seen; else throws `note.changed_meanwhile`. */
export const saveNote = async (tx: Tx, note: NoteRow, seenVersion: number): Promise<void> => {
  const { notes: t } = tx.tables;
  const { id, text, pinned, updatedAt, version } = note;
  const saved = await tx
    .update(t)
    .set({ text, pinned, place: placeOf(note), updatedAt, version })
    .where(asSeen(t, id, seenVersion))
    .returning({ id: t.id });
  await requireSeen(saved, "note.changed_meanwhile", () => getNote(tx, id));
};

export const deleteNote = async (tx: Tx, id: string): Promise<void> => {
  await tx.delete(tx.tables.notes).where(eq(tx.tables.notes.id, id));
};
