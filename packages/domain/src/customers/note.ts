import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf, IdempotencyKey } from "../ids.ts";
import { Named } from "../named.ts";
import { pageInput } from "../page.ts";
import { paragraphs } from "../text.ts";

const NoteText = paragraphs(5000).refine((text) => text !== "", asField("field.required"));

export const AddNote = z.strictObject({
  customerId: idOf("customer"),
  text: NoteText,
  pinned: z.boolean().default(false),
  idempotencyKey: IdempotencyKey.optional(),
});
export type AddNote = z.output<typeof AddNote>;
export const UpdateNote = z.strictObject({
  id: idOf("note"),
  version: z.int().min(1),
  text: NoteText.optional(),
  pinned: z.boolean().optional(),
});
export type UpdateNote = z.output<typeof UpdateNote>;
export const NoteId = z.strictObject({ id: idOf("note") });
export const ListNotes = z.strictObject({ customerId: idOf("customer"), ...pageInput });
export type ListNotes = z.output<typeof ListNotes>;

/** A note of staff on a customer; `author` is null when it came from an import. */
export const Note = z.object({
  id: z.string(),
  customerId: z.string(),
  text: z.string(),
  pinned: z.boolean(),
  author: Named.nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.int(),
});
export type Note = z.infer<typeof Note>;
