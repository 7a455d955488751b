import { z } from "zod";
import { asField } from "../fieldProblem.ts";
import { idOf } from "../ids.ts";
import { requiredLine } from "../text.ts";

/** The colours a tag or group may have; the theme gives each its shades. */
export const colours = ["slate", "red", "orange", "amber", "green", "teal", "blue", "violet", "pink"] as const;
export const Colour = z.enum(colours, asField("field.colour"));
export type Colour = z.infer<typeof Colour>;

export const TagName = requiredLine(40);
export const Tag = z.object({ id: z.string(), name: z.string(), colour: Colour });
export type Tag = z.infer<typeof Tag>;

/** A tag in the list of all, with how many customers bear it, counted to the cap. */
export const TagInUse = Tag.extend({
  customers: z.object({ count: z.int(), capped: z.boolean() }),
  version: z.int(),
});
export type TagInUse = z.infer<typeof TagInUse>;

export const UpdateTag = z.strictObject({
  id: idOf("tag"),
  version: z.int().min(1),
  name: TagName.optional(),
  colour: Colour.optional(),
});
export type UpdateTag = z.output<typeof UpdateTag>;
export const TagId = z.strictObject({ id: idOf("tag") });

/** The colour a new tag begins with, the same for the same name. */
export const firstColour = (name: string): Colour =>
  colours[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % colours.length] ?? "slate";
