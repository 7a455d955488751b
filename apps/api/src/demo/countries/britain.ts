import { type Country, list } from "./country.ts";

export const britain: Country = {
  code: "GB",
  weight: 90,
  locale: "en-GB",
  firstNames: list(
    `Olivia, Isla, Charlotte, Niamh, Siân, Priya, Harriet, Florence, Imogen, Zainab, George, Alfie, Callum, Rhys, Tariq,
    Rupert, Edward, Kwame, Alasdair, Dylan`,
  ),
  lastNames: list(
    `Smith, Jones, O'Connor, MacDonald, Patel, Khan, Ashworth, Whitfield, Hughes, St. John, Okonkwo, Bennett, Fairbairn,
    Lloyd-Jones, Pritchard, Ng`,
  ),
  longNames: [{ first: "Philippa Rosamund Clementine", last: "Featherstonehaugh-Cholmondeley-Marjoribanks" }],
  line1: "{number} {street}",
  streets: list(
    "High Street, Church Lane, Victoria Road, Mill Row, Station Approach, The Green, Albert Terrace, Kiln Close",
  ),
  secondLines: list("Flat 2, Top floor flat, The Old Bakery, Unit 7"),
  places: [
    { city: "London", postalCode: "E# 8QJ" },
    { city: "London", postalCode: "SE1# 4RP" },
    { city: "Leeds", postalCode: "LS# 2AB" },
    { city: "Manchester", postalCode: "M# 7HL" },
    { city: "Edinburgh", postalCode: "EH# 1JQ" },
    { city: "Stow-on-the-Wold", postalCode: "GL54 1AA", province: "Gloucestershire" },
    { city: "Llanfairpwllgwyngyll", postalCode: "LL61 5UJ", province: "Anglesey" },
  ],
  phones: ["+442079460###", "+441134960###", "+441614960###"],
  taxId: "GB#########",
  companies: list("{last} & Daughters Ltd, The {last} Arms, {last} Design Studio, {last} Joinery"),
  mailHosts: list("letterbox.example, mail.example"),
};
