import type { DemoProduct } from "../product.ts";

const category = "Tables & desks";

export const tables: readonly DemoProduct[] = [
  {
    title: "Long table",
    category,
    drawing: "table",
    palette: { wood: "oak", shade: "linen" },
    description:
      "Made from one tree: the boards are numbered, and so is your table.\nSeats eight, or ten who like each other.",
    variants: [
      ["180 cm", "LON-TA-180", 149_000, 7],
      ["220 cm", "LON-TA-220", 178_000, 5],
      ["260 cm", "LON-TA-260", 214_000, 3],
    ],
  },
  {
    title: "Round table",
    category,
    drawing: "roundTable",
    palette: { wood: "walnut", shade: "clay" },
    description: "No head and no foot. One leg, so nobody sits at it badly.",
    variants: [
      ["90 cm", "ROU-TA-090", 89_000, 10],
      ["120 cm", "ROU-TA-120", 118_000, 8],
    ],
  },
  {
    title: "Writing desk",
    category,
    drawing: "desk",
    palette: { wood: "cherry", shade: "night" },
    description: "One drawer for what must not be seen, and a slot for the cable.",
    variants: [["", "WRI-DE-CHE", 84_900, 14]],
  },
  {
    title: "Side table Scheibe",
    category,
    drawing: "stool",
    palette: { wood: "walnut", shade: "linen" },
    description: "Beside the armchair, under the lamp, next to the bed.",
    variants: [
      ["Oak", "SCH-TA-OAK", 16_900, 36],
      ["Walnut", "SCH-TA-WAL", 19_900, 27],
    ],
  },
  {
    title: "Garden table",
    category,
    drawing: "table",
    palette: { wood: "ash", shade: "moss" },
    description: "Robinia that may stay out all winter and turns silver for it.",
    variants: [["", "GAR-TA-ROB", 69_900, 16]],
  },
  {
    title: "Workshop bench",
    category,
    drawing: "desk",
    palette: { wood: "linden", shade: "iron" },
    description: "The bench our own people stand at, shorter by a head.",
    variants: [["", "WOR-BE-BEE", 124_000, 0]],
  },
];
