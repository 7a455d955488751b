import { type Country, list } from "./country.ts";

export const greece: Country = {
  code: "GR",
  weight: 35,
  locale: "en",
  firstNames: list(
    `Ελένη|Eleni, Μαρία|Maria, Κατερίνα|Katerina, Δήμητρα|Dimitra, Άννα|Anna, Γιώργος|Giorgos, Νίκος|Nikos,
    Αλέξανδρος|Alexandros, Ιάσονας|Iasonas, Σπύρος|Spyros`,
  ),
  // Family names that are the same for women and men.
  lastNames: list(
    `Παπαγεωργίου|Papageorgiou, Οικονόμου|Oikonomou, Δημητρίου|Dimitriou, Νικολάου|Nikolaou, Ιωάννου|Ioannou,
    Αθανασίου|Athanasiou, Κωνσταντίνου|Konstantinou, Παπαχριστοδούλου|Papachristodoulou`,
  ),
  line1: "{street} {number}",
  streets: list("Λεωφόρος Αλεξάνδρας, Ερμού, Πατησίων, Αγίου Δημητρίου, Τσιμισκή, Οδός Ελευθερίας"),
  secondLines: list("3ος όροφος, Διαμέρισμα 4"),
  places: [
    { city: "Αθήνα", postalCode: "10# ##" },
    { city: "Θεσσαλονίκη", postalCode: "54# ##" },
    { city: "Πάτρα", postalCode: "26# ##" },
    { city: "Ηράκλειο", postalCode: "71# ##" },
  ],
  phones: ["+30694#######", "+30210#######"],
  taxId: "EL#########",
  companies: list("{last} Έπιπλα Α.Ε., Καφενείο {last}"),
  mailHosts: list("tachydromio.example, mail.example"),
};
