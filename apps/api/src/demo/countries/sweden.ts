import { type Country, list } from "./country.ts";

export const sweden: Country = {
  code: "SE",
  weight: 40,
  locale: "en",
  firstNames: list("Åsa, Märta, Linnéa, Elin, Sigrid, Maja, Björn, Åke, Göran, Nils, Måns, Hampus"),
  lastNames: list("Lindström, Åkesson, Östlund, Sjögren, Ängström, Holm, Nyqvist, Bergström, Ödman, Ek"),
  line1: "{street} {number}",
  streets: list("Götgatan, Storgatan, Björkvägen, Östra Hamngatan, Kyrkogatan, Ängsvägen"),
  secondLines: list("lgh 1102, c/o Berg, 4 tr"),
  places: [
    { city: "Stockholm", postalCode: "11# ##" },
    { city: "Göteborg", postalCode: "41# ##" },
    { city: "Malmö", postalCode: "21# ##" },
    { city: "Umeå", postalCode: "90# ##" },
  ],
  phones: ["+4670174061#", "+4684650041#"],
  taxId: "SE##########01",
  companies: list("{last} Möbler AB, Café {last}, Snickeri {last}"),
  mailHosts: list("brev.example, mail.example"),
};
