import { type Country, list } from "./country.ts";

export const france: Country = {
  code: "FR",
  weight: 90,
  locale: "fr-FR",
  firstNames: list(
    `Chloé, Zoé, Éloïse, Noëlle, Hélène, Amélie, Aïcha, Maëlys, Françoise, Solène, Théo, Jérôme, Loïc, Gaël, Rémi,
    Étienne, Mathéo, Yacine, Baptiste, Jean-Baptiste`,
  ),
  lastNames: list(
    `Lefèvre, Dubois, Moreau, Girard, Benoît, Étienne, Français, Núñez, Le Goff, Kerguélen, D'Aubigné, Bélanger, Traoré,
    Chevalier, Gauthier, L'Hôpital`,
  ),
  longNames: [{ first: "Marie-Bénédicte Éléonore", last: "de La Rochefoucaudière-Montbéliard d'Estissol" }],
  line1: "{number} {street}",
  streets: list(
    `rue des Lilas, rue de l'Église, boulevard Voltaire, impasse du Moulin, avenue Jean-Jaurès, quai des Chartrons,
    allée des Érables, place du Marché`,
  ),
  secondLines: list("Bâtiment B, 2e étage, Escalier C, Résidence Les Tilleuls"),
  places: [
    { city: "Paris", postalCode: "7501#" },
    { city: "Lyon", postalCode: "6900#" },
    { city: "Strasbourg", postalCode: "67000" },
    { city: "Nantes", postalCode: "44000" },
    { city: "Aix-en-Provence", postalCode: "13100" },
    { city: "Saint-Étienne", postalCode: "42000" },
  ],
  phones: ["+336399810##", "+3319900####"],
  taxId: "FR###########",
  companies: list("Atelier {last} SARL, Boulangerie {last}, Maison {last}, Hôtel de la Poste"),
  mailHosts: list("courrier.example, mail.example"),
};
