import { type Country, list } from "./country.ts";

export const germany: Country = {
  code: "DE",
  weight: 330,
  locale: "de-DE",
  firstNames: list(
    `Anna, Lena, Marie, Katharina, Johanna, Ute, Sabine, Heike, Greta, Frieda, Mathilda, Jördis, Käthe, Aylin, Merve,
    Nadja, Franziska, Theresa, Ronja, Svenja, Jonas, Lukas, Felix, Moritz, Jürgen, Günther, Wolfgang, Björn, Sören,
    Henrik, Emre, Can, Dmitri, Matthias, Benedikt, Konstantin, Anton, Oskar, Till, Rainer`,
  ),
  lastNames: list(
    `Müller, Schmidt, Schneider, Fischer, Weber, Wagner, Becker, Schäfer, Köhler, Krüger, Jäger, Böhm, Groß, Weiß,
    Yılmaz, Demir, Öztürk, Kowalczyk, Lindner, Vogt, Winkler, Sommer, Brandt, Schröder, Haase, Petersen, Thiele, Bach,
    Engel, Reuter, Zimmermann, Hoffmann, von Arnim, Nguyen, Ziegler, Hartmann`,
  ),
  longNames: [
    { first: "Maximiliane-Alexandrine", last: "Freifrau von Hohenfels-Waldenburg-Schillingsthal" },
    { first: "Karl-Friedrich Maria Johannes", last: "Lautenhäuser-Schmettenberger-Wolkenstein" },
  ],
  line1: "{street} {number}",
  streets: list(
    `Lindenallee, Kastanienallee, Bergmannstraße, Schönhauser Allee, Goethestraße, Am Mühlenbach, Rosenweg, Hauptstraße,
    Eichendorffstraße, Gärtnerplatz, Schillerstraße, An der Alten Ziegelei, Dorfstraße, Weserstraße, Ulmenweg`,
  ),
  secondLines: list("Hinterhaus, 3. Stock links, Seitenflügel, c/o Krause, Gartenhaus"),
  places: [
    { city: "Berlin", postalCode: "10###" },
    { city: "Berlin", postalCode: "13###" },
    { city: "Hamburg", postalCode: "22###" },
    { city: "München", postalCode: "80###" },
    { city: "Köln", postalCode: "50###" },
    { city: "Leipzig", postalCode: "04###" },
    { city: "Dresden", postalCode: "01###" },
    { city: "Freiburg im Breisgau", postalCode: "79###" },
    { city: "Münster", postalCode: "48###" },
    { city: "Potsdam", postalCode: "14###" },
    { city: "Hellschen-Heringsand-Unterschaar", postalCode: "25764" },
  ],
  phones: ["+49171392####", "+4917604069###", "+493023125###", "+494066969###", "+498999998###"],
  taxId: "DE#########",
  companies: list(
    `{last} Innenausbau GmbH, Café {last}, Architekturbüro {last}, {last} & Söhne GbR, Gasthof zum Lindenbaum,
    Kita Waldwichtel e. V., Praxis Dr. {last}, Tischlerei {last}, Hotel {last} am See`,
  ),
  mailHosts: list("post.example, briefkasten.example, mail.example"),
};
