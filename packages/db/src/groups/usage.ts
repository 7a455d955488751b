import type { GroupUsage } from "@clientele/domain/groups/group";
import type { Reader } from "../database.ts";

/**
 * What names the group and would change its meaning if the group went. A table that comes to name groups is read here,
 * and nowhere else, so that no deletion can miss it.
 */
export const usageOfGroup = async (_db: Reader, _groupId: string): Promise<GroupUsage> => ({
  priceLists: [],
  discounts: [],
});
