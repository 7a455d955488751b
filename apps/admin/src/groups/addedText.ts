import { text } from "../text.ts";
import type { Outputs } from "../trpc.ts";

/** What adding members came to: how many joined, who was one already, who is gone. */
export function addedText(answer: Outputs["groups"]["addMembers"], group: string): string {
  const { added, alreadyMembers, notFound } = answer;
  const told = text.groups.added(added, alreadyMembers, group);
  return notFound.length === 0 ? told : `${told} ${text.groups.notFound(notFound.length)}`;
}
