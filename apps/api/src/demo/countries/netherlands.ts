import { type Country, list } from "./country.ts";

export const netherlands: Country = {
  code: "NL",
  weight: 55,
  locale: "nl-NL",
  firstNames: list("Sanne, Fleur, Noor, Anouk, Zoë, Daniël, Sjoerd, Thijs, Bram, Mees, Jeroen, Fatima"),
  lastNames: list(
    "de Vries, van den Berg, Jansen, 't Hooft, van der Meulen, Bakker, IJzerman, Hoekstra, El Idrissi, Mulder",
  ),
  line1: "{street} {number}",
  streets: list("Prinsengracht, Oudegracht, Nieuwe Binnenweg, Witte de Withstraat, Dorpsstraat, Kerkplein"),
  secondLines: list("2 hoog, Achterhuis, III"),
  places: [
    { city: "Amsterdam", postalCode: "10## AB" },
    { city: "Utrecht", postalCode: "35## CD" },
    { city: "Rotterdam", postalCode: "30## EG" },
    { city: "'s-Hertogenbosch", postalCode: "52## HJ" },
    { city: "Groningen", postalCode: "97## KL" },
  ],
  phones: ["+316########", "+3120#######"],
  taxId: "NL#########B01",
  companies: list("{last} Interieur B.V., Bloemen {last}, Studio {last}"),
  mailHosts: list("post.example, brievenbus.example"),
};
