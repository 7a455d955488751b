/** Whom a price list or discount is meant for (`domain` 3); a part left empty says nothing. */
export type AudienceShape =
  | { kind: "everyone" }
  | { kind: "groups"; anyOf: readonly string[]; allOf: readonly string[]; noneOf: readonly string[] };

/** Whether somebody with these benefit groups belongs to the audience; the empty set is a guest or an account in none. */
export function matchesAudience(audience: AudienceShape, groups: ReadonlySet<string>): boolean {
  if (audience.kind === "everyone") return true;
  const { anyOf, allOf, noneOf } = audience;
  const isIn = (group: string): boolean => groups.has(group);
  return (anyOf.length === 0 || anyOf.some(isIn)) && allOf.every(isIn) && !noneOf.some(isIn);
}

const partsOf = (audience: AudienceShape) =>
  audience.kind === "everyone"
    ? { wanted: [], refused: [] }
    : { wanted: [...audience.anyOf, ...audience.allOf], refused: audience.noneOf };

/**
 * Groups that make somebody belong to both audiences, or null when nobody can. Every group that either wants and none
 * refuses is taken: more groups never break `any of` and `all of`, so when this set does not fit, no other does.
 */
export function groupsMatchingBoth(one: AudienceShape, other: AudienceShape): ReadonlySet<string> | null {
  const refused = new Set([...partsOf(one).refused, ...partsOf(other).refused]);
  const wanted = [...partsOf(one).wanted, ...partsOf(other).wanted];
  const groups = new Set(wanted.filter((group) => !refused.has(group)));
  return matchesAudience(one, groups) && matchesAudience(other, groups) ? groups : null;
}

/** Whether one customer could belong to both audiences. */
export const canBothMatch = (one: AudienceShape, other: AudienceShape): boolean =>
  groupsMatchingBoth(one, other) !== null;
