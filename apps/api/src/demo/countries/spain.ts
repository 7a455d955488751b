import { type Country, list } from "./country.ts";

export const spain: Country = {
  code: "ES",
  weight: 55,
  locale: "es-ES",
  firstNames: list(
    "Lucía, María José, Inés, Begoña, Montserrat, Núria, Itziar, José Luis, Íñigo, Álvaro, Adrián, Xoán, Raúl",
  ),
  lastNames: list(
    `García López, Muñoz Ibáñez, Peña Núñez, Ordóñez, Etxeberria, Puig i Cadafalch, Fernández de la Vega, Rodríguez,
    Sáenz, Güell`,
  ),
  longNames: [{ first: "María de los Ángeles Inmaculada", last: "Fernández de Córdova y Ruiz de la Pradera Sanchís" }],
  line1: "{street}, {number}",
  streets: list("Calle Mayor, Carrer de Balmes, Paseo de la Castellana, Calle del Pez, Rúa do Vilar, Gran Vía"),
  secondLines: list("3.º B, Bajo derecha, Escalera 2, Ático"),
  places: [
    { city: "Madrid", postalCode: "280##", province: "Madrid" },
    { city: "Barcelona", postalCode: "080##", province: "Barcelona" },
    { city: "Valencia", postalCode: "460##", province: "Valencia" },
    { city: "Donostia-San Sebastián", postalCode: "200##", province: "Gipuzkoa" },
    { city: "A Coruña", postalCode: "150##", province: "A Coruña" },
  ],
  phones: ["+346########", "+3491#######"],
  taxId: "ESB########",
  companies: list("Muebles {last} S.L., Estudio {last}, Hostal La Encina"),
  mailHosts: list("correo.example, mail.example"),
};
