import type { TagRow } from "@clientele/db/customers/tags";
import { SetTags } from "@clientele/domain/customers/customer";
import { type Colour, firstColour, Tag, UpdateTag } from "@clientele/domain/customers/tag";
import type { EventData } from "@clientele/domain/events";
import type { Staff } from "@clientele/domain/staff/staff";
import { nameKey } from "@clientele/domain/text";
import { days, later } from "@clientele/domain/time";
import type { Life } from "./life.ts";
import { byStaff, happened, type World } from "./world.ts";

/** The tags of the store, with the colours that staff gave them. */
const wanted: Readonly<Record<string, Colour>> = {
  Regular: "green",
  "Custom work": "violet",
  "Interior designer": "blue",
  "Needs invoice": "amber",
  "Prefers phone": "teal",
  "Gift buyer": "pink",
  "Late payer": "red",
  "Trade fair": "orange",
  "Moving house": "slate",
  "Ask before delivery": "amber",
};
export const tagNames = Object.keys(wanted);

interface Use {
  at: Date;
  name: string;
}

/** Tags, each made by its first use and coloured some days after that. */
export const tagBox = (world: World, manager: Staff) => {
  const uses: Use[] = [];
  // Lives are told one after the other, so which use was the first is known when all are told.
  const untold: { data: EventData; added: string[]; removed: string[] }[] = [];

  /** Gives the customer these tags and no others. */
  const setTags = (at: Date, life: Life, staff: Staff, names: readonly string[]): void => {
    const { id: customerId, tags } = SetTags.parse({ id: life.customer.id, tags: [...names] });
    const added = tags.filter((name) => !life.tagNames.includes(name));
    const removed = life.tagNames.filter((name) => !tags.includes(name));
    if (added.length + removed.length === 0) return;
    life.tagNames = tags;
    const data: EventData = {};
    uses.push(...added.map((name) => ({ at, name })));
    untold.push({ data, added, removed });
    happened(world, at, byStaff(staff), { type: "customer.tags_set", customerId, data });
  };

  const madeBy = ({ at, name }: Use): TagRow => {
    const tag = Tag.parse({ id: world.newId("tag", at), name, colour: firstColour(nameKey(name)) });
    return { ...tag, createdAt: at, updatedAt: at, version: 1 };
  };

  const coloured = (tag: TagRow): TagRow => {
    const at = later(tag.createdAt, days(4));
    const { colour } = UpdateTag.parse({ id: tag.id, version: tag.version, colour: wanted[tag.name] });
    if (colour === undefined || colour === tag.colour || at >= world.now) return tag;
    happened(world, at, byStaff(manager), { type: "tag.updated", data: { tagId: tag.id, fields: ["colour"] } });
    return { ...tag, colour, updatedAt: at, version: tag.version + 1 };
  };

  /** All tags, once every life is told; events come to name them by their ids. */
  const finish = (): TagRow[] => {
    const first = new Map<string, Use>();
    for (const use of uses.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
      if (!first.has(use.name)) first.set(use.name, use);
    }
    const tags = [...first.values()].map(madeBy);
    const ids = (names: readonly string[]): string[] =>
      tags.filter(({ name }) => names.includes(name)).map(({ id }) => id);
    for (const { data, added, removed } of untold) Object.assign(data, { added: ids(added), removed: ids(removed) });
    return tags.map(coloured);
  };

  return { setTags, finish };
};
export type TagBox = ReturnType<typeof tagBox>;
