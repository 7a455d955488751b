import { type Country, list } from "./country.ts";

export const austria: Country = {
  code: "AT",
  weight: 70,
  locale: "de-DE",
  firstNames: list(
    "Elisabeth, Magdalena, Valentina, Lisl, Barbara, Veronika, Florian, Alois, Xaver, Leopold, Jakob, Georg",
  ),
  lastNames: list(
    "Gruber, Huber, Steiner, Moser, Pichler, Bauer, Wögerer, Hölzl, Nußbaumer, Schwarzinger, Kainz, Strobl",
  ),
  line1: "{street} {number}",
  streets: list("Neubaugasse, Lerchenfelder Straße, Annenstraße, Getreidegasse, Maria-Theresien-Straße, Landstraße"),
  secondLines: list("Top 14, Stiege 2, 4. OG"),
  places: [
    { city: "Wien", postalCode: "10#0" },
    { city: "Wien", postalCode: "11#0" },
    { city: "Graz", postalCode: "8010" },
    { city: "Linz", postalCode: "4020" },
    { city: "Salzburg", postalCode: "5020" },
    { city: "Innsbruck", postalCode: "6020" },
  ],
  phones: ["+43660#######", "+436641######"],
  taxId: "ATU########",
  companies: list("Kaffeehaus {last}, {last} Möbel GmbH, Weingut {last}, Pension {last}"),
  mailHosts: list("post.example, mail.example"),
};
