import { groupSorts, memberStates } from "@clientele/domain/groups/group";
import { z } from "zod";
import { choiceParam, cursorParam, wordParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** The state of the list of groups in the address. */
export const GroupSearch = z.object({
  search: wordParam,
  sort: choiceParam(groupSorts),
  cursor: cursorParam,
});
export type GroupSearch = z.output<typeof GroupSearch>;

const given = ({ search, cursor }: { search?: string | undefined; cursor?: string | undefined }) => ({
  ...(search === undefined || search === "" ? {} : { search }),
  ...(cursor === undefined ? {} : { cursor }),
});

export const groupsInput = (search: GroupSearch): Inputs["groups"]["list"] => ({
  ...given(search),
  ...(search.sort === undefined ? {} : { sort: search.sort }),
  limit: 25,
});

/** The state of a group's table of members in the address. */
export const MemberSearch = z.object({
  search: wordParam,
  state: choiceParam(memberStates),
  cursor: cursorParam,
});
export type MemberSearch = z.output<typeof MemberSearch>;

export const membersInput = (groupId: string, search: MemberSearch): Inputs["groups"]["members"] => ({
  groupId,
  ...given(search),
  ...(search.state === undefined ? {} : { state: search.state }),
  limit: 25,
});
