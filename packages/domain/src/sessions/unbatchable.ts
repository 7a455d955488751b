/**
 * The calls that hash, mail or check a secret: they refuse to travel in a batch (RAT-2), and the clients, which read
 * this list, send each alone.
 */
export const unbatchable = {
  shop: [
    "account.requestSignUp",
    "account.completeSignUp",
    "account.signIn",
    "account.requestPasswordReset",
    "account.resetPassword",
    "account.link",
    "account.confirmPassword",
    "account.changePassword",
    "account.requestEmailChange",
    "account.confirmEmailChange",
    "account.revertEmailChange",
    "checkout.placeOrder",
    "orders.guest",
    "orders.requestGuestLink",
  ],
  staff: [
    "setup.createOwner",
    "account.signIn",
    "account.confirmPassword",
    "account.changePassword",
    "account.requestPasswordReset",
    "account.resetPassword",
    "account.confirmTotp",
    "account.disableTotp",
    "account.link",
    "customers.create",
    "customers.invite",
    "customers.changeEmail",
    "customers.sendPasswordReset",
    "orders.fulfil",
    "orders.cancel",
    "orders.refund",
    "staff.invite",
    "staff.resendInvitation",
    "staff.acceptInvitation",
    "staff.resetTotp",
  ],
} as const;
