import type { DemoProduct } from "../product.ts";

const category = "Storage";

export const storage: readonly DemoProduct[] = [
  {
    title: "Open shelf",
    category,
    drawing: "shelf",
    palette: { wood: "oak", shade: "sky" },
    description: "Five boards, two sides, and twenty minutes without a tool.",
    variants: [
      ["Oak", "OPE-SH-OAK", 42_900, 21],
      ["Black ash", "OPE-SH-BLA", 44_900, 17],
    ],
  },
  {
    title: "Sideboard Allee",
    category,
    drawing: "cabinet",
    palette: { wood: "walnut", shade: "brass" },
    description: "Two doors in one grain, laid book-open.",
    variants: [["", "ALL-SB-WAL", 162_000, 4]],
  },
  {
    title: "Chest of drawers",
    category,
    drawing: "drawers",
    palette: { wood: "cherry", shade: "brass" },
    description: "Three drawers on wood, which run better every year.",
    variants: [["", "CHE-DR-CHE", 76_900, 12]],
  },
  {
    title: "Coat rack",
    category,
    drawing: "coatRack",
    palette: { wood: "ash", shade: "night" },
    description: "Five pegs that hold a wet coat and a schoolbag together.",
    variants: [
      ["60 cm", "COA-RA-060", 7_900, 90],
      ["90 cm", "COA-RA-090", 9_900, 70],
    ],
  },
  {
    title: "Wall shelf",
    category,
    drawing: "wallShelf",
    palette: { wood: "oak", shade: "clay" },
    description: "Hangs on two hidden pins and carries forty kilograms.",
    variants: [
      ["60 cm", "WAL-SH-060", 8_900, 75],
      ["90 cm", "WAL-SH-090", 11_900, 52],
    ],
  },
  {
    title: "Treasure box",
    category,
    drawing: "box",
    palette: { wood: "cherry", shade: "brass" },
    description: "Dovetailed, with a brass catch. Letters, buttons, a first tooth.",
    variants: [["", "TRE-BO-CHE", 12_900, 33]],
  },
  {
    title: "Guest bed",
    category,
    drawing: "bed",
    palette: { wood: "linden", shade: "sky" },
    description: "Slatted, quiet, and with room for boxes under it.",
    variants: [
      ["90 × 200", "GUE-BE-090", 79_000, 8],
      ["140 × 200", "GUE-BE-140", 98_000, 6],
    ],
  },
];
