/** What staff wrote down about customers. */
export const noteTexts: readonly string[] = [
  "Rang to ask about oiling the oak table. Sent the care sheet by e-mail.",
  "Prefers to be called after 5 pm.",
  "Narrow staircase, no lift. Anything longer than 2 m has to come in parts.",
  "Very happy with the bookshelf, sent photographs. We may show them if we ask first.",
  "Is moving in spring and will tell us the new address.",
  "Wants to see the walnut samples again before deciding.\n\nSamples are in the drawer behind the counter, marked with the name.",
  "Asked for all post in English.",
  "Doorbell is broken – ring the neighbour (Petersen).",
  "Met at the trade fair. Fits out cafés; could become a large customer.",
  "Allergic to linseed oil. Use the water-based finish only.",
  "Asked us not to phone. E-mail is fine.",
  "Paid late twice, always after one friendly reminder.",
  "Measures for the alcove:\n– width 184 cm\n– height 231 cm\n– depth 38 cm\n\nThe wall is not straight; leave 2 cm on the left.",
  "Knows Jonas from school.",
  "Complained about a scratch on the side board. Apologised, and they repaired it with our wax.",
  "Wrote a kind review and mentioned Aylin by name.",
  "The name is pronounced with a soft g.",
  "Two children; asked about rounded corners.",
  "Runs a guest house, needs eight identical chairs at some point.",
  "Interested in the repair evenings.",
  "Asked whether the wood is local. Sent the origin certificate.",
  "The tax id was checked with the register and is valid.",
  "Came by the shop with the dog. The dog is called Knut.",
  "Lost access to the old mailbox; identity was checked on the phone.",
];

export const laterLines: readonly string[] = [
  "Update: settled.",
  "Called back, all well.",
  "Has answered: yes, but not before summer.",
  "Still open – ask again next month.",
];

export const consentReasons: readonly string[] = [
  "Asked in the shop, said yes",
  "Ticked the box on the paper form",
  "Said so on the phone",
  "Signed up at the pop-up stand",
];

export const disabledReasons: readonly string[] = [
  "Asked us to close the account for now",
  "Account was used by somebody else",
  "Several payments were taken back",
  "Double account, the other one is in use",
  "Left the company",
];
