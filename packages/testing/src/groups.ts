import type { Group } from "@clientele/domain/groups/group";
import type { NewId } from "@clientele/domain/ids";

/** A group as a store would be given one; what a test cares for is said, the rest is plausible. */
export const buildGroup = (newId: NewId, given: Partial<Group> = {}): Group => {
  const id = newId("group");
  const at = new Date("2026-03-01T12:00:00.000Z");
  return {
    id,
    name: `Group ${id}`,
    description: "",
    colour: "teal",
    kind: "manual",
    metadata: {},
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...given,
  };
};
