import type { Reader } from "@clientele/db";
import { getCustomer } from "@clientele/db/customers/customers";
import {
  deleteNote,
  getNote,
  insertNote,
  listNotes as listStored,
  type NoteRow,
  saveNote,
} from "@clientele/db/customers/notes";
import { staffNames } from "@clientele/db/staff/staff";
import type { AddNote, ListNotes, Note, UpdateNote } from "@clientele/domain/customers/note";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done, type Page } from "@clientele/domain/page";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { once } from "../idempotency.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getExistingCustomer } from "./existingCustomer.ts";

/** The notes with their authors' names, in one statement for all. */
const signed = async (db: Reader, notes: readonly NoteRow[]): Promise<Note[]> => {
  const names = await staffNames(
    db,
    notes.flatMap(({ authorId }) => authorId ?? []),
  );
  return notes.map(({ authorId, ...note }) => {
    const name = authorId === null ? undefined : names.get(authorId);
    return { ...note, author: authorId === null || name === undefined ? null : { id: authorId, name } };
  });
};

const getSignedNote = async (db: Reader, id: string): Promise<Note> => {
  const [note] = await signed(db, [await getNote(db, id)]);
  if (note === undefined) throw new DomainError("note.not_found");
  return note;
};

/** A customer's notes: pinned ones first, then the newest. */
export const listNotes = async (ctx: StaffContext, input: ListNotes): Promise<Page<Note>> => {
  await getCustomer(ctx.db, input.customerId);
  const page = await listStored(ctx.db, input);
  return { ...page, items: await signed(ctx.db, page.items) };
};

/** Adds a note by the staff member who asks, once however often it is asked for with the same key. */
export const addNote = async (ctx: StaffContext, input: AddNote): Promise<Note> => {
  const { idempotencyKey: key, ...asked } = input;
  const call = { procedure: "admin.customers.addNote", actor: ctx.actor.staffId, key, input: asked };
  const now = ctx.now();
  const id = await againAfterRace(["idempotency_keys_pkey"], () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "customers.write");
      return once(tx, ctx, call, async () => {
        const customer = await getExistingCustomer(tx, input.customerId);
        const noteId = ctx.newId("note");
        const dates = { createdAt: now, updatedAt: now, version: 1 };
        await insertNote(tx, { ...asked, ...dates, id: noteId, authorId: ctx.actor.staffId });
        await recordEvent(tx, ctx, { type: "note.added", customerId: customer.id, data: { noteId } });
        return noteId;
      });
    }),
  );
  return getSignedNote(ctx.db, id);
};

/** Changes the text or the pin of a note; whoever wrote it stays its author. */
export const updateNote = async (ctx: StaffContext, { id, version, ...wanted }: UpdateNote): Promise<Note> => {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const note = await getNote(tx, id);
    if (note.version !== version) throw new DomainError("note.changed_meanwhile", { version: note.version });
    const { text = note.text, pinned = note.pinned } = wanted;
    const fields = [...(text === note.text ? [] : ["text"]), ...(pinned === note.pinned ? [] : ["pinned"])];
    if (fields.length === 0) return;
    await saveNote(tx, { ...note, text, pinned, updatedAt: ctx.now(), version: version + 1 }, version);
    const data = { noteId: id, fields };
    await recordEvent(tx, ctx, { type: "note.updated", customerId: note.customerId, data });
  });
  return getSignedNote(ctx.db, id);
};

/** Removes a note for good; that there was one stays in the timeline. */
export const removeNote = async (ctx: StaffContext, { id }: { id: string }): Promise<Done> => {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const note = await getNote(tx, id);
    await deleteNote(tx, id);
    await recordEvent(tx, ctx, { type: "note.removed", customerId: note.customerId, data: { noteId: id } });
  });
  return done;
};
