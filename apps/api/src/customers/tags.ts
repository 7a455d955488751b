import {
  addCustomerTags,
  deleteTag,
  findTagByName,
  getTag,
  getTagInUse,
  listTags as listStored,
  makeTags,
  removeCustomerTags,
  saveTag,
  tagsOfCustomers,
} from "@clientele/db/customers/tags";
import type { SetTags } from "@clientele/domain/customers/customer";
import type { Tag, TagInUse, UpdateTag } from "@clientele/domain/customers/tag";
import { DomainError } from "@clientele/domain/errors";
import { done, type Done } from "@clientele/domain/page";
import type { StaffContext } from "../context.ts";
import { recordEvent } from "../events.ts";
import { againAfterRace } from "../raced.ts";
import { requireStaff } from "../staff/requireStaff.ts";
import { getExistingCustomer } from "./existingCustomer.ts";

export const listTags = (ctx: StaffContext): Promise<TagInUse[]> => listStored(ctx.db);

/** Replaces all tags of a customer; a name that no tag has makes one. The customer's own version stays. */
export const setTags = (ctx: StaffContext, input: SetTags): Promise<Tag[]> =>
  againAfterRace(["tags_name_key", "customer_tags_key"], () =>
    ctx.db.transaction(async (tx) => {
      await requireStaff(tx, ctx, "customers.write");
      const { id } = await getExistingCustomer(tx, input.id);
      const before = (await tagsOfCustomers(tx, [id])).get(id) ?? [];
      const wanted = await makeTags(tx, input.tags, { newId: () => ctx.newId("tag"), now: ctx.now() });
      const added = idsMissing(wanted, before);
      const removed = idsMissing(before, wanted);
      await addCustomerTags(tx, id, added);
      await removeCustomerTags(tx, id, removed);
      if (added.length + removed.length > 0) {
        await recordEvent(tx, ctx, { type: "customer.tags_set", customerId: id, data: { added, removed } });
      }
      return wanted;
    }),
  );

const idsMissing = (from: readonly Tag[], others: readonly Tag[]): string[] =>
  from.map(({ id }) => id).filter((id) => others.every((other) => other.id !== id));

/** Renames or colours a tag for everyone who bears it. */
export const updateTag = async (ctx: StaffContext, { id, version, ...wanted }: UpdateTag): Promise<TagInUse> =>
  ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const tag = await getTag(tx, id);
    if (tag.version !== version) throw new DomainError("tag.changed_meanwhile", { version: tag.version });
    const { name = tag.name, colour = tag.colour } = wanted;
    const fields = [...(name === tag.name ? [] : ["name"]), ...(colour === tag.colour ? [] : ["colour"])];
    if (fields.length > 0) {
      const namesake = await findTagByName(tx, name);
      if (namesake !== null && namesake.id !== id) throw new DomainError("tag.name_taken");
      await saveTag(tx, { ...tag, name, colour, updatedAt: ctx.now(), version: version + 1 }, version);
      await recordEvent(tx, ctx, { type: "tag.updated", data: { tagId: id, fields } });
    }
    return getTagInUse(tx, id);
  });

/** Takes a tag away from everyone; its name stays in the audit log, which has no tag to look it up in any more. */
export const removeTag = async (ctx: StaffContext, { id }: { id: string }): Promise<Done> => {
  await ctx.db.transaction(async (tx) => {
    await requireStaff(tx, ctx, "customers.write");
    const { name } = await getTag(tx, id);
    await deleteTag(tx, id);
    await recordEvent(tx, ctx, { type: "tag.removed", data: { tagId: id, name } });
  });
  return done;
};
