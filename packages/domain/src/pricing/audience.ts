import { z } from "zod";
import { DomainError } from "../errors.ts";
import { idOf } from "../ids.ts";

const mostGroups = 50;
const groups = z
  .array(idOf("group"))
  .max(mostGroups)
  .default([])
  .transform((ids) => [...new Set(ids)]);

/** Whom a price list or a discount is for, as callers say it (`domain` 3). */
export const Audience = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("everyone") }),
  z.strictObject({ kind: z.literal("groups"), anyOf: groups, allOf: groups, noneOf: groups }),
]);
export type Audience = z.output<typeof Audience>;

export const audienceKinds = ["everyone", "groups"] as const;
export const audienceParts = ["anyOf", "allOf", "noneOf"] as const;
export type AudiencePart = (typeof audienceParts)[number];

const namedGroup = z.object({
  /** Null when the group is gone; only archived lists and ended discounts keep such a name. */
  id: z.string().nullable(),
  name: z.string(),
});
/** An audience as it is shown, with the names of its groups. */
export const NamedAudience = z.object({
  kind: z.enum(audienceKinds),
  anyOf: z.array(namedGroup),
  allOf: z.array(namedGroup),
  noneOf: z.array(namedGroup),
});
export type NamedAudience = z.infer<typeof NamedAudience>;

/** Throws `audience.empty` when every part is empty and `audience.group_twice` when two parts name the same group. */
export function checkAudience(audience: Audience): void {
  if (audience.kind === "everyone") return;
  const named = audienceParts.flatMap((part) => audience[part]);
  if (named.length === 0) throw new DomainError("audience.empty");
  if (new Set(named).size < named.length) throw new DomainError("audience.group_twice");
}
