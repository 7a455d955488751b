import type { DemoProduct } from "../product.ts";

const category = "Kitchen";

export const kitchen: readonly DemoProduct[] = [
  {
    title: "Cutting board",
    category,
    drawing: "board",
    palette: { wood: "walnut", shade: "linen" },
    description: "End grain, which closes again behind the knife.",
    variants: [
      ["Small", "CUT-BO-S", 4_900, 160],
      ["Large", "CUT-BO-L", 7_900, 95],
    ],
  },
  {
    title: "Salad bowl",
    category,
    drawing: "bowl",
    palette: { wood: "cherry", shade: "clay" },
    description: "From the trunk, not glued. Every one has its knot somewhere.",
    variants: [["", "SAL-BO-CHE", 8_900, 58]],
  },
  {
    title: "Cooking spoons",
    category,
    drawing: "spoons",
    palette: { wood: "linden", shade: "linen" },
    description: "A spoon, a fork that stirs, and one with a corner for the pot’s edge.",
    variants: [["Set of three", "COO-SP-3", 2_400, 220]],
  },
  {
    title: "Pepper mill",
    category,
    drawing: "mill",
    palette: { wood: "black", shade: "iron" },
    description: "A steel mill inside, so it stays a mill.",
    variants: [
      ["18 cm", "PEP-MI-18", 4_400, 84],
      ["26 cm", "PEP-MI-26", 5_900, 61],
    ],
  },
  {
    title: "Breakfast tray",
    category,
    drawing: "tray",
    palette: { wood: "oak", shade: "sky" },
    description: "Wide enough for two cups and the paper.",
    variants: [["", "BRE-TR-OAK", 6_900, 66]],
  },
  {
    title: "Bread box",
    category,
    drawing: "breadBox",
    palette: { wood: "ash", shade: "linen" },
    description: "Keeps a loaf for five days; the lid is a board to cut it on.",
    variants: [["", "BRE-BO-ASH", 11_900, 41]],
  },
  {
    title: "Pair of cups",
    category,
    drawing: "cups",
    palette: { wood: "oak", shade: "clay" },
    description: "Stoneware with an oak sleeve, so that you can hold them.",
    variants: [
      ["Clay", "PAI-CU-CLA", 3_600, 130],
      ["Sky", "PAI-CU-SKY", 3_600, 118],
    ],
  },
];
