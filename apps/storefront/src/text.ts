// Every text of the storefront. What a problem means stands in @clientele/ui, beside its code.

/** A count with its word. */
export const countOf = (n: number, one: string, several: string): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : several}`;

export const text = {
  shell: {
    home: "Go to the start",
    places: "Store",
    products: "Products",
    search: "Search products",
    searchSubmit: "Search",
    searchClear: "Clear search",
    findOrder: "Find my order",
    account: "Account",
    orders: "Orders",
    accountOf: (name: string) => `Account of ${name}`,
    signIn: "Sign in",
    openAccount: "Open an account",
    overview: "Overview",
    profile: "Profile",
    addresses: "Addresses",
    security: "Security",
    signOut: "Sign out",
    signedOut: "You are signed out.",
    footer: "About this store",
    devMail: "Development mailbox",
  },

  policy: { privacy: "Privacy", terms: "Terms", returns: "Returns" },

  fields: {
    email: "E-mail",
    password: "Password",
    newPassword: "New password",
    currentPassword: "Current password",
    firstName: "First name",
    lastName: "Last name",
    phone: "Phone",
    company: "Company",
    taxId: "Tax number",
    language: "Language and formats",
  },

  signUp: {
    title: "Open an account",
    body: "Tell us your e-mail. We send a link to it; behind the link you choose a password.",
    submit: "Send the link",
    haveAccount: "Already have an account?",
    policies: "What we do with your data and what applies between us stands in:",
  },

  checkMail: {
    title: "Check your mail",
    signUp: (email: string) =>
      `If ${email} can open an account here, a link is on its way. It works once and for 24 hours. If you already have an account, the mail says so.`,
    reset: (email: string) =>
      `If ${email} has an account here, a link to set a new password is on its way. It works once and for 60 minutes.`,
    anyEmail: "the address you typed",
    hint: "Nothing there after a few minutes? Look in the spam folder, check the address for a typing mistake, and ask again.",
    again: "Ask again",
    development: "This store sends no real mail. What it would send lies in the development mailbox.",
    openMailbox: "Open the development mailbox",
    toSignIn: "Back to sign-in",
  },

  openAccount: {
    title: "Choose a password",
    body: (email: string) => `You are opening an account for ${email}.`,
    submit: "Open the account",
    done: "Your account is open.",
    signedInTitle: "You are signed in",
    signedIn: (email: string) =>
      `This browser is signed in as ${email}. Sign out to open another account with this link.`,
    toAccount: "Go to your account",
  },

  link: {
    checking: "Checking the link",
    usedTitle: "This link was used already",
    expiredTitle: "This link has expired",
    missingTitle: "Open the link in your mail",
    missing:
      "This page works only when it is opened by the link of a mail. Open the mail once more and follow the link.",
    otherTitle: "This link is for something else",
    other: "The link was made for another page of this store. Open the mail once more and follow the link there.",
    used: {
      open: "An account has been opened with it. Sign in with your e-mail and the password you chose.",
      reset: "A password has been set with it. Sign in with the new one, or ask for another link.",
      confirm: "The new e-mail has been confirmed with it. Sign in with the new address.",
      revert: "The former e-mail has been restored with it. Look in that mailbox for the link to a new password.",
    },
    expired: {
      open: "Links to open an account work for a limited time, and a newer one replaces an older. Ask for a new one; it takes a moment.",
      reset: "Links to a new password work for 60 minutes, and a newer one replaces an older. Ask for a new one.",
      confirm:
        "The change was cancelled, replaced by a newer one, or not confirmed within 24 hours. Your e-mail is still the former one; ask for the change again under Security.",
      revert: "The time to take the change back, 7 days, has passed. If the change was not yours, write to the store.",
    },
    newLink: "Ask for a new link",
    toSecurity: "Go to Security",
  },

  signIn: {
    title: "Sign in",
    next: "Sign in to go on; you will come back to where you were.",
    remember: "Stay signed in on this device",
    rememberHint: "Leave it off on a device that others use.",
    submit: "Sign in",
    forgot: "Forgot your password?",
    noAccount: "New here?",
  },

  forgot: {
    title: "Set a new password",
    body: "Tell us the e-mail of your account. We send a link to it; behind the link you choose a new password.",
    submit: "Send the link",
    back: "Back to sign-in",
  },

  reset: {
    title: "Choose a new password",
    body: (email: string) =>
      `For the account of ${email}. Afterwards every device is signed out, and you sign in with the new password.`,
    submit: "Set the password",
    doneTitle: "Your password is set",
    done: "Every device has been signed out. Sign in with the new password.",
  },

  confirmEmail: {
    title: "Confirm your new e-mail",
    body: (email: string) =>
      `From now on you sign in with ${email}, and our mail goes there. Other devices are signed out.`,
    submit: "Confirm this e-mail",
    doneTitle: "Your e-mail is changed",
    done: (email: string) => `Your account now belongs to ${email}.`,
    toAccount: "Go to your account",
  },

  revertEmail: {
    title: "Take the e-mail change back",
    body: (email: string) => `${email} becomes the e-mail of your account again.`,
    consequence:
      "Every device is signed out and the password is cleared. We send you a link to choose a new one, so that nobody else keeps a way in.",
    submit: "Restore this e-mail",
    doneTitle: "Your e-mail is restored",
    done: (email: string) =>
      `The account belongs to ${email} again. A link to choose a new password is on its way there.`,
  },

  proof: {
    title: "Your password, please",
    body: "To be sure it is you. You are not asked again for ten minutes.",
    againTitle: "You were signed out",
    again: (email: string) => `Sign in as ${email} to go on. What you typed is still here.`,
    confirm: "Go on",
    cancel: "Cancel",
  },
} as const;
