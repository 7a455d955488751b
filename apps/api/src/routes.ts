import { cartRoutes, checkoutRoutes } from "./carts/shop.ts";
import { productRoutes, regionRoutes, shippingOptionRoutes } from "./catalogue/admin.ts";
import { catalogueRoutes } from "./catalogue/shop.ts";
import { customerAddressRoutes, customerRoutes, tagRoutes } from "./customers/admin.ts";
import { addressRoutes, profileRoutes } from "./customers/shop.ts";
import { groupRoutes } from "./groups/admin.ts";
import { orderRoutes } from "./orders/admin.ts";
import { shopOrderRoutes } from "./orders/shop.ts";
import { discountRoutes, priceListRoutes } from "./pricing/admin.ts";
import { adminAccountRoutes, adminSessionRoutes } from "./sessions/admin.ts";
import { accountRoutes, sessionRoutes } from "./sessions/shop.ts";
import { settingsRoutes } from "./settings/admin.ts";
import { storeRoutes } from "./settings/shop.ts";
import { auditRoutes, setupRoutes, staffRoutes } from "./staff/admin.ts";

/** Every procedure of the shop door, by router. */
export const shopRoutes = {
  store: storeRoutes,
  catalogue: catalogueRoutes,
  cart: cartRoutes,
  checkout: checkoutRoutes,
  orders: shopOrderRoutes,
  account: accountRoutes,
  sessions: sessionRoutes,
  profile: profileRoutes,
  addresses: addressRoutes,
};

/** Every procedure of the admin door, by router. */
export const adminRoutes = {
  setup: setupRoutes,
  account: adminAccountRoutes,
  sessions: adminSessionRoutes,
  customers: customerRoutes,
  customerAddresses: customerAddressRoutes,
  tags: tagRoutes,
  groups: groupRoutes,
  priceLists: priceListRoutes,
  discounts: discountRoutes,
  orders: orderRoutes,
  products: productRoutes,
  regions: regionRoutes,
  shippingOptions: shippingOptionRoutes,
  settings: settingsRoutes,
  staff: staffRoutes,
  audit: auditRoutes,
};
