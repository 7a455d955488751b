import type { DemoProduct } from "../product.ts";

const category = "Light";

export const light: readonly DemoProduct[] = [
  {
    title: "Pendant Glocke",
    category,
    drawing: "pendant",
    palette: { wood: "oak", shade: "glow" },
    description: "Turned so thin that the rim lets the light through.",
    variants: [
      ["28 cm", "GLO-PE-028", 18_900, 28],
      ["38 cm", "GLO-PE-038", 25_900, 19],
    ],
  },
  {
    title: "Globe lamp",
    category,
    drawing: "globe",
    palette: { wood: "walnut", shade: "glow" },
    description: "Blown glass on a walnut collar.",
    variants: [["", "GLB-LA-GLA", 21_900, 24]],
  },
  {
    title: "Tripod floor lamp",
    category,
    drawing: "floorLamp",
    palette: { wood: "ash", shade: "linen" },
    description: "Three ash legs and a linen shade. The switch is where your foot is.",
    variants: [
      ["Linen", "TRI-FL-LIN", 32_900, 15],
      ["Moss", "TRI-FL-MOS", 32_900, 13],
    ],
  },
  {
    title: "Bedside lamp",
    category,
    drawing: "tableLamp",
    palette: { wood: "cherry", shade: "glow" },
    description: "For the last page.",
    variants: [["", "BED-LA-CHE", 12_900, 48]],
  },
  {
    title: "Candlestick",
    category,
    drawing: "candlestick",
    palette: { wood: "walnut", shade: "brass" },
    description: "Turned from offcuts of the long table. Sold by the piece; most people take three.",
    variants: [
      ["Small", "CAN-ST-S", 2_900, 140],
      ["Tall", "CAN-ST-T", 3_900, 110],
    ],
  },
];
