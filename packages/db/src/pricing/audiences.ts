import {
  type Audience,
  type AudiencePart,
  audienceParts,
  type NamedAudience,
} from "@clientele/domain/pricing/audience";
import type { AudienceShape } from "@clientele/domain/pricing/audienceMatch";

/** A group that an audience names, as it is stored. */
export interface AudienceRow {
  part: AudiencePart;
  /** Null when the group is gone. */
  groupId: string | null;
  groupName: string;
}

/** No group has this id, so nobody is in it. */
const goneGroup = "gone";

/**
 * The audience as prices and discounts ask it. One that names a group which is gone is nobody's: a lost `none of` must
 * not make it wider (`domain` 2).
 */
export function audienceShape(kind: Audience["kind"], rows: readonly AudienceRow[]): AudienceShape {
  if (kind === "everyone") return { kind };
  if (rows.some(({ groupId }) => groupId === null) || rows.length === 0) {
    return { kind, anyOf: [], allOf: [goneGroup], noneOf: [] };
  }
  const of = (part: AudiencePart): string[] =>
    rows.flatMap((row) => (row.part === part && row.groupId !== null ? [row.groupId] : []));
  return { kind, anyOf: of("anyOf"), allOf: of("allOf"), noneOf: of("noneOf") };
}

/** The audience as it is shown. */
export function namedAudience(kind: Audience["kind"], rows: readonly AudienceRow[]): NamedAudience {
  const of = (part: AudiencePart) =>
    rows.filter((row) => row.part === part).map(({ groupId, groupName }) => ({ id: groupId, name: groupName }));
  return { kind, anyOf: of("anyOf"), allOf: of("allOf"), noneOf: of("noneOf") };
}

/** The rows of an audience in the order people gave them; `names` are those of its groups. */
export function audienceRows(
  audience: Audience,
  names: ReadonlyMap<string, string>,
): (AudienceRow & { position: number })[] {
  if (audience.kind === "everyone") return [];
  return audienceParts
    .flatMap((part) => audience[part].map((groupId) => ({ part, groupId, groupName: names.get(groupId) ?? "" })))
    .map((row, position) => ({ ...row, position }));
}
