import { AnchorLink } from "../links.tsx";
import { text } from "../text.ts";

/** The way from a page below a group back up to it. */
export const groupCrumbs = (group: { id: string; name: string }) => [
  <AnchorLink key="groups" to="/groups" size="sm">
    {text.groups.title}
  </AnchorLink>,
  <AnchorLink key="group" to="/groups/$groupId" params={{ groupId: group.id }} size="sm">
    <bdi>{group.name}</bdi>
  </AnchorLink>,
];
