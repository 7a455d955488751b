import type { StoreSettings } from "@clientele/domain/settings/settings";

/** What the demo store says of itself. */
export const storeSettings = (opened: Date): StoreSettings => ({
  name: "Lindenholz & Co.",
  currency: "EUR",
  timeZone: "Europe/Berlin",
  locale: "en-GB",
  privacyPolicy: [
    "Lindenholz & Co. is a demonstration store; its customers are invented.",
    "We keep what you tell us about yourself: your name, your e-mail address, and the addresses and phone number you enter. We keep a record of when you signed in and of changes to your account, so that you and we can see what happened.",
    "We write to you about offers only if you have said yes, and you can take that back in your profile at any time. We do not sell data and use no advertising trackers.",
    "Write to privacy@lindenholz.example to ask what we hold about you or to have it removed.",
  ].join("\n\n"),
  termsPolicy: [
    "Lindenholz & Co. makes and sells wooden furniture and things for the home, from a workshop in Berlin.",
    "An account is personal. Keep your password to yourself, and tell us if you think somebody else knows it. We may close an account that is used to harm others; we will tell you why.",
    "This is a demonstration store: nothing shown here is a binding offer.",
  ].join("\n\n"),
  returnsPolicy: [
    "You may send back what you do not like within 30 days of delivery, unused and in its packaging. Pieces made to your measure are excepted.",
    "Wood lives: small differences in grain and colour are no fault. If something is broken, send us a photograph and we will repair or replace it.",
  ].join("\n\n"),
  version: 1,
  updatedAt: opened,
});
