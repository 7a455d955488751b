import { accountText } from "./text/account.ts";
import { auditText } from "./text/audit.ts";
import { customersText } from "./text/customers.ts";
import { filtersText } from "./text/filters.ts";
import { groupsText } from "./text/groups.ts";
import { metadataText } from "./text/metadata.ts";
import { shellText } from "./text/shell.ts";
import { staffText } from "./text/staff.ts";
import { tagsText } from "./text/tags.ts";

/**
 * The texts that most pages say; what is shared with the storefront stands in packages/ui. Those of prices, orders, the
 * catalogue and one customer are taken from `text/` by their own pages, so that no other loads them.
 */
export const text = {
  shell: shellText,
  account: accountText,
  customers: customersText,
  filters: filtersText,
  groups: groupsText,
  tags: tagsText,
  staff: staffText,
  audit: auditText,
  metadata: metadataText,
};
