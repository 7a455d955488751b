import { type Country, list } from "./country.ts";

export const unitedStates: Country = {
  code: "US",
  weight: 60,
  locale: "en-US",
  firstNames: list(
    "Emma, Sophia, Madison, Guadalupe, Aaliyah, Grace, Renée, Liam, Noah, José, DeShawn, Wyatt, Kai, Ezekiel",
  ),
  lastNames: list("Johnson, Williams, García, Nguyen, Washington, Kowalski, O'Brien, Peña, Chen, Goldberg, Begay, Lee"),
  line1: "{number} {street}",
  streets: list("Maple Street, Oak Avenue, Sunset Boulevard, 5th Avenue, Prairie Lane, Harbor Drive, N Lincoln Avenue"),
  secondLines: list("Apt 4B, Suite 200, Floor 12, Unit 3"),
  places: [
    { city: "Brooklyn", postalCode: "112##", province: "NY" },
    { city: "San Francisco", postalCode: "941##", province: "CA" },
    { city: "Chicago", postalCode: "606##", province: "IL" },
    { city: "Austin", postalCode: "787##", province: "TX" },
    { city: "Portland", postalCode: "972##", province: "OR" },
  ],
  phones: ["+121255501##", "+141555501##", "+131255501##", "+151255501##"],
  taxId: "##-#######",
  companies: list("{last} Interiors LLC, {last} & Co., Blue Heron Coffee, {last} Woodworks Inc."),
  mailHosts: list("mailroom.example, inbox.example"),
};
