import type { DemoProduct } from "../product.ts";

const category = "Chairs & stools";

export const seating: readonly DemoProduct[] = [
  {
    title: "Linde chair",
    category,
    drawing: "chair",
    palette: { wood: "oak", shade: "linen" },
    description: "The chair we began with. Steam-bent back, wedge joints, no screws.\nStacks to four.",
    variants: [
      ["Oak, oiled", "LIN-CH-OAK", 28_900, 64],
      ["Walnut, oiled", "LIN-CH-WAL", 36_900, 22],
    ],
  },
  {
    title: "Spindle chair",
    category,
    drawing: "spindleChair",
    palette: { wood: "ash", shade: "sky" },
    description: "Seven turned spindles and a seat carved from one board.",
    variants: [["", "SPI-CH-ASH", 34_900, 31]],
  },
  {
    title: "Reading armchair",
    category,
    drawing: "armchair",
    palette: { wood: "walnut", shade: "moss" },
    description: "Low and deep, for a whole book. The covers come off and can be washed.",
    variants: [
      ["Moss", "REA-AC-MOS", 98_000, 9],
      ["Rust", "REA-AC-RUS", 98_000, 6],
      ["Linen", "REA-AC-LIN", 94_000, 12],
    ],
  },
  {
    title: "Milking stool",
    category,
    drawing: "stool",
    palette: { wood: "cherry", shade: "clay" },
    description: "Three legs stand on any floor.",
    variants: [["", "MIL-ST-CHE", 8_900, 120]],
  },
  {
    title: "Bar stool Kante",
    category,
    drawing: "barStool",
    palette: { wood: "black", shade: "iron" },
    description: "A saddle seat at counter height, with a rail that does not mind shoes.",
    variants: [
      ["65 cm", "KAN-BS-065", 23_900, 40],
      ["75 cm", "KAN-BS-075", 24_900, 38],
    ],
  },
  {
    title: "Hall bench",
    category,
    drawing: "bench",
    palette: { wood: "oak", shade: "linen" },
    description: "For putting shoes on, or for four at the table.",
    variants: [
      ["120 cm", "HAL-BE-120", 31_900, 18],
      ["160 cm", "HAL-BE-160", 38_900, 11],
    ],
  },
  {
    title: "Nursery chair",
    category,
    drawing: "chair",
    palette: { wood: "linden", shade: "rust" },
    description: "The Linde chair for those between two and six. Rounded wherever a head may land.",
    variants: [["", "NUR-CH-LIN", 14_900, 45]],
  },
];
