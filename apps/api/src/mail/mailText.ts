import type { Letter, MailFacts, Words } from "./letter.ts";
import { orderCanceled, orderConfirmation, orderLink, orderRefunded, orderSent } from "./orderText.ts";

const hello = ({ name }: MailFacts): string => (name === "" ? "Hello," : `Hello ${name},`);
const notYou = "If this was not you, you can ignore this mail: nothing has changed.";
const oncePer = (time: string): string => `The link works once and for ${time}.`;

const signUp = (facts: MailFacts): Letter => ({
  subject: `Open your account at ${facts.storeName}`,
  preview: "One step is left: choose a password.",
  heading: "Open your account",
  paragraphs: [
    "Hello,",
    `Somebody, hopefully you, asked to open an account at ${facts.storeName} with this address. Choose a password and your account is ready.`,
  ],
  action: { label: "Open my account", link: facts.link },
  closing: [oncePer("24 hours"), notYou],
});

/** Every word of every mail, in one place; a template without its text does not compile. */
export const mailText = {
  sign_up: signUp,
  account_exists: (facts) => ({
    subject: `You already have an account at ${facts.storeName}`,
    preview: "Sign in, or choose a new password.",
    heading: "You already have an account",
    paragraphs: [
      hello(facts),
      `Somebody asked to open an account at ${facts.storeName} with this address, but it has one already. You can sign in with your password.`,
    ],
    action: { label: "Sign in", link: facts.places.signIn },
    closing: [notYou],
    further: {
      sentence: "Forgotten your password? Choose a new one.",
      action: { label: "Choose a new password", link: facts.places.forgot },
    },
  }),
  account_closed: (facts) => ({
    subject: `Your account at ${facts.storeName} is closed`,
    preview: "The store has closed the account of this address.",
    heading: "This account is closed",
    paragraphs: [
      hello(facts),
      `Somebody asked for access to the account of this address. ${facts.storeName} has closed that account, so it cannot be used. Please get in touch with the store if you think that this is a mistake.`,
    ],
    closing: [notYou],
  }),
  invitation: (facts) => ({
    subject: `${facts.storeName} invites you to open an account`,
    preview: "Choose a password and your account is ready.",
    heading: "You are invited",
    paragraphs: [
      hello(facts),
      `${facts.storeName} invites you to open an account for this address. In it you keep your details and addresses, and see what your membership gives you.`,
    ],
    action: { label: "Open my account", link: facts.link },
    closing: [oncePer("72 hours"), "If you do not want an account, you need not do anything."],
  }),
  password_reset: (facts) => ({
    subject: `Choose a new password for ${facts.storeName}`,
    preview: "The link works once and for 60 minutes.",
    heading: "Choose a new password",
    paragraphs: [hello(facts), `This link lets you choose a new password for your account at ${facts.storeName}.`],
    action: { label: "Choose a new password", link: facts.link },
    closing: [
      oncePer("60 minutes"),
      "Afterwards you are signed out everywhere and sign in with the new password.",
      notYou,
    ],
  }),
  no_account: (facts) => ({
    subject: `No account with this address at ${facts.storeName}`,
    preview: "There is no password to change, but you can open an account.",
    heading: "No account with this address",
    paragraphs: [
      "Hello,",
      `Somebody, hopefully you, asked to choose a new password at ${facts.storeName}, but there is no account with this address. Perhaps you used another one; or open an account now.`,
    ],
    action: { label: "Open an account", link: facts.places.signUp },
    closing: [notYou],
  }),
  password_changed: (facts) => ({
    subject: `Your password at ${facts.storeName} was changed`,
    preview: "If this was not you, choose a new password now.",
    heading: "Your password was changed",
    paragraphs: [
      hello(facts),
      `The password of your account at ${facts.storeName} was changed on ${facts.happened.at}. Other devices have been signed out.`,
    ],
    action: { label: "This was not me", link: facts.places.forgot },
    closing: ["If this was you, there is nothing to do."],
  }),
  email_change: (facts) => ({
    subject: `Confirm your new address at ${facts.storeName}`,
    preview: "Your account keeps its present address until you confirm.",
    heading: "Confirm your new address",
    paragraphs: [
      "Hello,",
      `Somebody, hopefully you, asked to use this address for an account at ${facts.storeName}. The account keeps its present address until you confirm.`,
    ],
    action: { label: "Use this address", link: facts.link },
    closing: [oncePer("24 hours"), notYou],
  }),
  email_taken: (facts) => ({
    subject: `This address cannot be used at ${facts.storeName}`,
    preview: "It belongs to an account already.",
    heading: "This address is in use",
    paragraphs: [
      "Hello,",
      `Somebody asked to use this address for an account at ${facts.storeName}, but it belongs to an account already or has belonged to one until a few days ago. Nothing was changed.`,
    ],
    action: { label: "Sign in", link: facts.places.signIn },
    closing: ["If you have two accounts, sign in to the one of this address.", notYou],
  }),
  email_change_asked: (facts) => ({
    subject: `A new address was asked for at ${facts.storeName}`,
    preview: "Your account keeps this address until the new one is confirmed.",
    heading: "A new address was asked for",
    paragraphs: [
      hello(facts),
      `On ${facts.happened.at} it was asked to change the address of your account at ${facts.storeName}. Your account keeps this one until the new one is confirmed.`,
    ],
    action: { label: "This was not me", link: facts.places.forgot },
    closing: ["If this was you, there is nothing to do here: look into the mailbox of the new address."],
  }),
  email_changed: (facts) => ({
    subject: `The address of your account at ${facts.storeName} was changed`,
    preview: "If this was not you, take the change back within 7 days.",
    heading: "Your address was changed",
    paragraphs: [
      hello(facts),
      `Your account at ${facts.storeName} now uses another address, and mails about it no longer come here. If you did not ask for this, take it back: your account returns to this address, everybody is signed out, and you are sent a link to choose a new password.`,
    ],
    action: { label: "Take the change back", link: facts.link },
    closing: ["You can take it back for 7 days. If this was you, there is nothing to do."],
  }),
  order_confirmation: orderConfirmation,
  order_link: orderLink,
  order_sent: orderSent,
  order_canceled: orderCanceled,
  order_refunded: orderRefunded,
  staff_invitation: (facts) => ({
    subject: `You are invited to the staff of ${facts.storeName}`,
    preview: "Choose a password to begin.",
    heading: `Welcome to ${facts.storeName}`,
    paragraphs: [
      hello(facts),
      `You are invited to work in the admin of ${facts.storeName} as ${facts.role}. Choose a password to begin.`,
    ],
    action: { label: "Accept the invitation", link: facts.link },
    closing: [oncePer("72 hours"), "If you did not expect this, you need not do anything."],
  }),
  staff_password_reset: (facts) => ({
    subject: `Choose a new password for the admin of ${facts.storeName}`,
    preview: "The link works once and for 60 minutes.",
    heading: "Choose a new password",
    paragraphs: [hello(facts), `This link lets you choose a new password for the admin of ${facts.storeName}.`],
    action: { label: "Choose a new password", link: facts.link },
    closing: [oncePer("60 minutes"), notYou],
  }),
  staff_password_changed: (facts) => ({
    subject: `Your password for the admin of ${facts.storeName} was changed`,
    preview: "If this was not you, choose a new password now.",
    heading: "Your password was changed",
    paragraphs: [
      hello(facts),
      `Your password for the admin of ${facts.storeName} was changed on ${facts.happened.at}. Other devices have been signed out.`,
    ],
    action: { label: "This was not me", link: facts.places.forgot },
    closing: ["If this was you, there is nothing to do."],
  }),
  staff_new_sign_in: (facts) => ({
    subject: `New sign-in to the admin of ${facts.storeName}`,
    preview: `${facts.happened.device}, ${facts.happened.at}`,
    heading: "Sign-in from a new device",
    paragraphs: [
      hello(facts),
      `Your account was used to sign in to the admin of ${facts.storeName} from a device that it did not know.`,
      `Device: ${facts.happened.device}`,
      `Network: ${facts.happened.place}`,
      `Time: ${facts.happened.at}`,
    ],
    action: { label: "This was not me", link: facts.places.forgot },
    closing: ["If this was you, there is nothing to do."],
  }),
  staff_totp_on: (facts) => ({
    subject: `Sign-in codes are on at ${facts.storeName}`,
    preview: "From now on signing in asks for a code.",
    heading: "Sign-in codes are on",
    paragraphs: [
      hello(facts),
      `Since ${facts.happened.at}, signing in to the admin of ${facts.storeName} asks for a code from your authenticator app. Keep your recovery codes in a safe place.`,
    ],
    action: { label: "This was not me", link: facts.places.forgot },
    closing: ["If this was you, there is nothing to do."],
  }),
  staff_totp_off: (facts) => ({
    subject: `Sign-in codes are off at ${facts.storeName}`,
    preview: "Signing in no longer asks for a code.",
    heading: "Sign-in codes are off",
    paragraphs: [
      hello(facts),
      `Since ${facts.happened.at}, signing in to the admin of ${facts.storeName} asks for your password alone.`,
    ],
    action: { label: "This was not me", link: facts.places.forgot },
    closing: ["If this was you, there is nothing to do."],
  }),
} as const satisfies Words;

/** What stands below every mail. */
export const footerText = (storeName: string): string =>
  `This mail was sent automatically by ${storeName} because of your account, an order or a request; answers are not read.`;

/** A role in words, as an invitation names it. */
export const roleText = { owner: "an owner", manager: "a manager", support: "support", viewer: "a viewer" } as const;

/** What is said where a sign-in told nothing of itself. */
export const unknownText = { device: "an unknown device", place: "an unknown network" } as const;
