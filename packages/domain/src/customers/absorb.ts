import type { Membership } from "../groups/membership.ts";
import type { ConsentState, Channel } from "./consent.ts";

type Open = Pick<Membership, "id" | "groupId" | "from" | "until">;

/** Whether the first membership lasts longer than the second; of two that end together the earlier begun one does. */
export function lastsLonger(one: Open, other: Open): boolean {
  const end = (membership: Open): number => membership.until?.getTime() ?? Number.POSITIVE_INFINITY;
  if (end(one) !== end(other)) return end(one) > end(other);
  if (one.from.getTime() !== other.from.getTime()) return one.from < other.from;
  return one.id < other.id;
}

/**
 * Which open memberships end when two rows become one: of two in the same group the longer stays (`domain` 1). Answers
 * the ids of those that become history.
 */
export function supersededMemberships(own: readonly Open[], absorbed: readonly Open[]): string[] {
  const byGroup = new Map(own.map((membership) => [membership.groupId, membership]));
  return absorbed.flatMap((membership) => {
    const rival = byGroup.get(membership.groupId);
    if (rival === undefined) return [];
    return [lastsLonger(rival, membership) ? membership.id : rival.id];
  });
}

type Answer = { id: string; channel: Channel; state: ConsentState; at: Date };

/** Which present answers stop being present when two rows become one: of two for a channel the later stays (`domain` 1). */
export function supersededConsents(own: readonly Answer[], absorbed: readonly Answer[]): string[] {
  const byChannel = new Map(own.map((answer) => [answer.channel, answer]));
  return absorbed.flatMap((answer) => {
    const rival = byChannel.get(answer.channel);
    if (rival === undefined) return [];
    // At the same instant the answer that gives less wins.
    const rivalStays = rival.at.getTime() === answer.at.getTime() ? rival.state === "withdrawn" : rival.at > answer.at;
    return [rivalStays ? answer.id : rival.id];
  });
}
