import { z } from "zod";

/** The schema at a field's path (`address.city`), or null where the schema cannot say. */
function schemaAt(schema: z.core.$ZodType, path: string): z.core.$ZodType | null {
  let at: z.core.$ZodType | undefined = schema;
  for (const part of path.split(".")) {
    while (
      at instanceof z.ZodPipe ||
      at instanceof z.ZodOptional ||
      at instanceof z.ZodNullable ||
      at instanceof z.ZodDefault
    ) {
      at = at instanceof z.ZodPipe ? at.in : at.def.innerType;
    }
    if (at instanceof z.ZodObject) at = (at.shape as Record<string, z.core.$ZodType>)[part];
    else if (at instanceof z.ZodArray && /^\d+$/.test(part)) at = at.element;
    else return null;
    if (at === undefined) return null;
  }
  return at;
}

/** Whether the schema refuses a field that was left empty; then its label bears the mark. */
export function isRequired(schema: z.core.$ZodType, path: string): boolean {
  const at = schemaAt(schema, path);
  return at !== null && ["", null, undefined].every((nothing) => !z.safeParse(at, nothing).success);
}
