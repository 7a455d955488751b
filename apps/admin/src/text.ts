import { accountText } from "./text/account.ts";
import { auditText } from "./text/audit.ts";
import { catalogueText, regionsText } from "./text/catalogue.ts";
import { customersText } from "./text/customers.ts";
import { discountsText } from "./text/discounts.ts";
import { gridText } from "./text/grid.ts";
import { groupsText } from "./text/groups.ts";
import { metadataText } from "./text/metadata.ts";
import { ordersText } from "./text/orders.ts";
import { pricingText } from "./text/pricing.ts";
import { shellText } from "./text/shell.ts";
import { staffText } from "./text/staff.ts";
import { tagsText } from "./text/tags.ts";

/** Every text of the admin app; what is shared with the storefront stands in packages/ui. */
export const text = {
  shell: shellText,
  account: accountText,
  customers: customersText,
  groups: groupsText,
  tags: tagsText,
  orders: ordersText,
  catalogue: catalogueText,
  regions: regionsText,
  pricing: pricingText,
  grid: gridText,
  discounts: discountsText,
  staff: staffText,
  audit: auditText,
  metadata: metadataText,
};
