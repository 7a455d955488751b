import { type Country, list } from "./country.ts";

export const italy: Country = {
  code: "IT",
  weight: 50,
  locale: "it-IT",
  firstNames: list(
    "Giulia, Chiara, Niccolò, Francesca, Beatrice, Ludovica, Matteo, Lorenzo, Giosuè, Alessandro, Noemi, Irene",
  ),
  lastNames: list("Rossi, Esposito, Bianchi, D'Angelo, De Luca, Lo Presti, Zanetti, Cattaneo, Dell'Acqua"),
  line1: "{street}, {number}",
  streets: list("Via Roma, Via Garibaldi, Corso Vittorio Emanuele II, Piazza San Marco, Via dei Mille, Viale Libertà"),
  secondLines: list("Scala A, Interno 5, Piano 3"),
  places: [
    { city: "Roma", postalCode: "001##", province: "RM" },
    { city: "Milano", postalCode: "201##", province: "MI" },
    { city: "Torino", postalCode: "101##", province: "TO" },
    { city: "Bolzano/Bozen", postalCode: "39100", province: "BZ" },
    { city: "Reggio nell'Emilia", postalCode: "42121", province: "RE" },
  ],
  phones: ["+39333#######", "+3906########"],
  taxId: "IT###########",
  companies: list("Falegnameria {last} S.r.l., Studio {last}, Osteria da {last}"),
  mailHosts: list("posta.example, mail.example"),
};
