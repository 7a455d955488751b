import type { Permission } from "@clientele/domain/access";

type Access = "anyone" | "customer" | "staff" | Permission;
type Kind = "query" | "mutation";
/** `fresh`: the password was proven within ten minutes. `alone`: the call refuses a batch. */
type Demand = "fresh" | "alone";

/**
 * Who may call what, written by hand from the design and never taken from the routers: the inventory test compares it with
 * what runs. A procedure that is not here fails the test, and so does a row without a procedure.
 */
export const permissionMatrix: readonly (readonly [procedure: string, Kind, Access, ...Demand[]])[] = [
  // The shop door: what anyone may ask of the store.
  ["shop.store.get", "query", "anyone"],

  // A cart and its checkout: whose it is follows from the session or the cart's own cookie.
  ["shop.cart.get", "query", "anyone"],
  ["shop.cart.addLine", "mutation", "anyone"],
  ["shop.cart.setQuantity", "mutation", "anyone"],
  ["shop.cart.removeLine", "mutation", "anyone"],
  ["shop.cart.setRegion", "mutation", "anyone"],
  ["shop.cart.setEmail", "mutation", "anyone"],
  ["shop.cart.setAddresses", "mutation", "anyone"],
  ["shop.cart.setShipping", "mutation", "anyone"],
  ["shop.cart.applyCode", "mutation", "anyone"],
  ["shop.cart.removeCode", "mutation", "anyone"],
  ["shop.cart.seen", "mutation", "anyone"],
  ["shop.checkout.options", "query", "anyone"],
  ["shop.checkout.placeOrder", "mutation", "anyone", "alone"],

  // Opening an account and coming back to it. What hashes, mails or checks a secret travels alone.
  ["shop.account.requestSignUp", "mutation", "anyone", "alone"],
  ["shop.account.completeSignUp", "mutation", "anyone", "alone"],
  ["shop.account.signIn", "mutation", "anyone", "alone"],
  ["shop.account.signOut", "mutation", "anyone"],
  ["shop.account.me", "query", "anyone"],
  ["shop.account.requestPasswordReset", "mutation", "anyone", "alone"],
  ["shop.account.resetPassword", "mutation", "anyone", "alone"],
  ["shop.account.link", "query", "anyone", "alone"],
  ["shop.account.confirmPassword", "mutation", "customer", "alone"],
  // Changing the password asks for the present one, which is a proof by itself.
  ["shop.account.changePassword", "mutation", "customer", "alone"],
  ["shop.account.requestEmailChange", "mutation", "customer", "fresh", "alone"],
  // The mailed link is the right to act, in any browser.
  ["shop.account.confirmEmailChange", "mutation", "anyone", "alone"],
  ["shop.account.cancelEmailChange", "mutation", "customer"],
  ["shop.account.revertEmailChange", "mutation", "anyone", "alone"],

  // What is the shopper's own.
  ["shop.sessions.list", "query", "customer"],
  ["shop.sessions.end", "mutation", "customer"],
  ["shop.sessions.endOthers", "mutation", "customer"],
  ["shop.sessions.events", "query", "customer"],
  ["shop.profile.get", "query", "customer"],
  ["shop.profile.update", "mutation", "customer"],
  ["shop.profile.setConsent", "mutation", "customer"],
  ["shop.profile.consents", "query", "customer"],
  ["shop.addresses.list", "query", "customer"],
  ["shop.addresses.create", "mutation", "customer"],
  ["shop.addresses.update", "mutation", "customer"],
  ["shop.addresses.remove", "mutation", "customer"],
  ["shop.addresses.setDefault", "mutation", "customer"],

  // The admin door before anyone is signed in: the first owner's link, sign-in, reset, invitation.
  ["admin.setup.status", "query", "anyone"],
  ["admin.setup.createOwner", "mutation", "anyone", "alone"],
  ["admin.account.signIn", "mutation", "anyone", "alone"],
  ["admin.account.signOut", "mutation", "anyone"],
  ["admin.account.me", "query", "anyone"],
  ["admin.account.link", "query", "anyone", "alone"],
  ["admin.account.requestPasswordReset", "mutation", "anyone", "alone"],
  ["admin.account.resetPassword", "mutation", "anyone", "alone"],
  ["admin.staff.acceptInvitation", "mutation", "anyone", "alone"],

  // What is a staff member's own, whatever the role.
  ["admin.account.confirmPassword", "mutation", "staff", "alone"],
  ["admin.account.changePassword", "mutation", "staff", "alone"],
  ["admin.account.updateProfile", "mutation", "staff"],
  ["admin.account.enableTotp", "mutation", "staff", "fresh"],
  ["admin.account.confirmTotp", "mutation", "staff", "fresh", "alone"],
  ["admin.account.disableTotp", "mutation", "staff", "fresh", "alone"],
  ["admin.account.newRecoveryCodes", "mutation", "staff", "fresh"],
  ["admin.sessions.list", "query", "staff"],
  ["admin.sessions.end", "mutation", "staff"],
  ["admin.sessions.endOthers", "mutation", "staff"],
  ["admin.staff.roles", "query", "staff"],

  // Customers, with their addresses, notes and tags.
  ["admin.customers.list", "query", "customers.read"],
  ["admin.customers.count", "query", "customers.read"],
  ["admin.customers.get", "query", "customers.read"],
  ["admin.customers.previewPrices", "query", "customers.read"],
  ["admin.customers.create", "mutation", "customers.write"],
  ["admin.customers.update", "mutation", "customers.write"],
  ["admin.customers.invite", "mutation", "customers.write", "alone"],
  ["admin.customers.withdrawInvitation", "mutation", "customers.write"],
  ["admin.customers.disable", "mutation", "customers.write"],
  ["admin.customers.enable", "mutation", "customers.write"],
  ["admin.customers.changeEmail", "mutation", "customers.write", "alone"],
  ["admin.customers.setTags", "mutation", "customers.write"],
  ["admin.customers.setMetadata", "mutation", "customers.write"],
  ["admin.customers.setConsent", "mutation", "customers.write"],
  ["admin.customers.consents", "query", "customers.read"],
  ["admin.customers.notes", "query", "customers.read"],
  ["admin.customers.addNote", "mutation", "customers.write"],
  ["admin.customers.updateNote", "mutation", "customers.write"],
  ["admin.customers.removeNote", "mutation", "customers.write"],
  ["admin.customers.timeline", "query", "customers.read"],
  ["admin.customers.sendPasswordReset", "mutation", "customers.write", "alone"],
  ["admin.customers.sessions", "query", "customers.read"],
  ["admin.customers.endSessions", "mutation", "customers.write"],
  ["admin.customerAddresses.list", "query", "customers.read"],
  ["admin.customerAddresses.create", "mutation", "customers.write"],
  ["admin.customerAddresses.update", "mutation", "customers.write"],
  ["admin.customerAddresses.remove", "mutation", "customers.write"],
  ["admin.customerAddresses.setDefault", "mutation", "customers.write"],
  ["admin.tags.list", "query", "customers.read"],
  ["admin.tags.update", "mutation", "customers.write"],
  ["admin.tags.remove", "mutation", "customers.write"],

  // Groups and who is in them.
  ["admin.groups.list", "query", "groups.read"],
  ["admin.groups.get", "query", "groups.read"],
  ["admin.groups.create", "mutation", "groups.write"],
  ["admin.groups.update", "mutation", "groups.write"],
  ["admin.groups.usage", "query", "groups.read"],
  ["admin.groups.remove", "mutation", "groups.write"],
  ["admin.groups.members", "query", "groups.read"],
  ["admin.groups.addMembers", "mutation", "groups.write"],
  ["admin.groups.removeMembers", "mutation", "groups.write"],
  ["admin.groups.undoRemoval", "mutation", "groups.write"],
  ["admin.groups.setMembership", "mutation", "groups.write"],
  // It changes nothing, but it tells which of many addresses are customers, and only who adds members needs that.
  ["admin.groups.matchEmails", "query", "groups.write"],
  ["admin.groups.addEmails", "mutation", "groups.write"],
  ["admin.groups.activity", "query", "groups.read"],

  // Price lists and discounts: what a customer pays.
  ["admin.priceLists.list", "query", "pricing.read"],
  ["admin.priceLists.get", "query", "pricing.read"],
  ["admin.priceLists.create", "mutation", "pricing.write"],
  ["admin.priceLists.update", "mutation", "pricing.write"],
  ["admin.priceLists.previewActivation", "query", "pricing.read"],
  ["admin.priceLists.activate", "mutation", "pricing.write"],
  ["admin.priceLists.archive", "mutation", "pricing.write"],
  ["admin.priceLists.remove", "mutation", "pricing.write"],
  ["admin.priceLists.entries", "query", "pricing.read"],
  ["admin.priceLists.setEntries", "mutation", "pricing.write"],
  ["admin.priceLists.checkEntries", "query", "pricing.read"],
  ["admin.priceLists.importEntries", "mutation", "pricing.write"],
  ["admin.priceLists.conflicts", "query", "pricing.read"],
  ["admin.discounts.list", "query", "pricing.read"],
  ["admin.discounts.get", "query", "pricing.read"],
  ["admin.discounts.create", "mutation", "pricing.write"],
  ["admin.discounts.update", "mutation", "pricing.write"],
  ["admin.discounts.disable", "mutation", "pricing.write"],
  ["admin.discounts.enable", "mutation", "pricing.write"],
  ["admin.discounts.archive", "mutation", "pricing.write"],
  ["admin.discounts.remove", "mutation", "pricing.write"],
  ["admin.discounts.tryOut", "query", "pricing.read"],

  // Staff and what was done. Giving and taking rights asks for the password again.
  ["admin.staff.list", "query", "staff.manage"],
  ["admin.staff.invite", "mutation", "staff.manage", "fresh", "alone"],
  ["admin.staff.resendInvitation", "mutation", "staff.manage", "fresh", "alone"],
  ["admin.staff.withdrawInvitation", "mutation", "staff.manage", "fresh"],
  ["admin.staff.setRole", "mutation", "staff.manage", "fresh"],
  ["admin.staff.resetTotp", "mutation", "staff.manage", "fresh"],
  ["admin.staff.disable", "mutation", "staff.manage", "fresh"],
  ["admin.staff.enable", "mutation", "staff.manage", "fresh"],
  ["admin.audit.list", "query", "audit.read"],
];

/** The table of roles in the design, once more by hand: what each may, of what exists so far. */
export const roleMatrix: Record<"owner" | "manager" | "support" | "viewer", readonly Permission[]> = {
  owner: [
    "customers.read",
    "customers.write",
    "customers.bulk",
    "groups.read",
    "groups.write",
    "settings.read",
    "settings.write",
    "audit.read",
    "staff.manage",
  ],
  manager: [
    "customers.read",
    "customers.write",
    "customers.bulk",
    "groups.read",
    "groups.write",
    "settings.read",
    "settings.write",
    "audit.read",
  ],
  support: ["customers.read", "customers.write", "groups.read", "settings.read"],
  viewer: ["customers.read", "groups.read", "settings.read"],
};
