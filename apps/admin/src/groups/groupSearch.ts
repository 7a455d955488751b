import { groupSorts, memberStates } from "@clientele/domain/groups/group";
import { z } from "zod";
import { given } from "../given.ts";
import { choiceParam, cursorParam, wordParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** The state of the list of groups in the address. */
export const GroupSearch = z.object({
  search: wordParam,
  sort: choiceParam(groupSorts),
  cursor: cursorParam,
});
export type GroupSearch = z.output<typeof GroupSearch>;

export const groupsInput = ({ search, sort, cursor }: GroupSearch): Inputs["groups"]["list"] => ({
  ...given({ search, sort, cursor }),
  limit: 25,
});

/** The state of a group's table of members in the address. */
export const MemberSearch = z.object({
  search: wordParam,
  state: choiceParam(memberStates),
  cursor: cursorParam,
});
export type MemberSearch = z.output<typeof MemberSearch>;

export const membersInput = (
  groupId: string,
  { search, state, cursor }: MemberSearch,
): Inputs["groups"]["members"] => ({
  groupId,
  ...given({ search, state, cursor }),
  limit: 25,
});
