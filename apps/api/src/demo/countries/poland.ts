import { type Country, list } from "./country.ts";

export const poland: Country = {
  code: "PL",
  weight: 50,
  locale: "en",
  firstNames: list(
    "Małgorzata, Agnieszka, Łucja, Zofia, Żaneta, Świętosława, Paweł, Łukasz, Michał, Stanisław, Błażej, Grzegorz",
  ),
  // Family names that are the same for women and men.
  lastNames: list(
    "Nowak, Wójcik, Mazur, Krawczyk, Zając, Król, Wróbel, Stępień, Szewczyk, Pietrzak, Brzęczyszczykiewicz, Dąbek",
  ),
  line1: "{street} {number}",
  streets: list("ul. Świętokrzyska, ul. Długa, ul. Żeromskiego, al. Jerozolimskie, ul. Mickiewicza, ul. Słowackiego"),
  secondLines: list("m. 12, klatka B, lok. 3"),
  places: [
    { city: "Warszawa", postalCode: "00-###" },
    { city: "Kraków", postalCode: "30-###" },
    { city: "Łódź", postalCode: "90-###" },
    { city: "Wrocław", postalCode: "50-###" },
    { city: "Gdańsk", postalCode: "80-###" },
    { city: "Słubice", postalCode: "69-100" },
  ],
  phones: ["+48601######", "+4822#######"],
  taxId: "PL##########",
  companies: list("{last} Meble sp. z o.o., Stolarnia {last}, Kawiarnia Pod Lipą"),
  mailHosts: list("poczta.example, mail.example"),
};
