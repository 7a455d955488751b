import type { Reader } from "@clientele/db";
import { groupNames } from "@clientele/db/groups/groups";
import { DomainError } from "@clientele/domain/errors";
import { type Audience, audienceParts, checkAudience } from "@clientele/domain/pricing/audience";

/** The names of an audience's groups, once it is one that can be stored: it says something, and its groups exist. */
export async function namesOfAudience(tx: Reader, audience: Audience): Promise<ReadonlyMap<string, string>> {
  checkAudience(audience);
  if (audience.kind === "everyone") return new Map();
  const ids = audienceParts.flatMap((part) => audience[part]);
  const names = await groupNames(tx, ids);
  if (ids.some((id) => !names.has(id))) throw new DomainError("audience.group_unknown");
  return names;
}

/** Whether two audiences are the same people; the order in which groups are named says nothing. */
export function isSameAudience(one: Audience, other: Audience): boolean {
  if (one.kind === "everyone" || other.kind === "everyone") return one.kind === other.kind;
  return audienceParts.every((part) => one[part].toSorted().join() === other[part].toSorted().join());
}
