import type { DemoProduct } from "../product.ts";

const category = "Home";

export const home: readonly DemoProduct[] = [
  {
    title: "Turned vase",
    category,
    drawing: "vase",
    palette: { wood: "linden", shade: "moss" },
    description: "With a glass inside for what is still growing.",
    variants: [["", "TUR-VA-LIN", 5_900, 72]],
  },
  {
    title: "Wool blanket",
    category,
    drawing: "blanket",
    palette: { wood: "oak", shade: "rust" },
    description: "Woven in Saxony from the wool of three flocks.",
    variants: [
      ["Rust", "WOO-BL-RUS", 14_900, 37],
      ["Night", "WOO-BL-NIG", 14_900, 34],
      ["Moss", "WOO-BL-MOS", 14_900, 0],
    ],
  },
  {
    title: "Linen cushion",
    category,
    drawing: "cushion",
    palette: { wood: "walnut", shade: "sky" },
    description: "Filled with spelt husk. Takes the shape of whoever was there first.",
    variants: [
      ["40 × 40", "LIN-CU-40", 4_900, 88],
      ["50 × 50", "LIN-CU-50", 5_900, 79],
    ],
  },
  {
    title: "Hand-knotted rug",
    category,
    drawing: "rug",
    palette: { wood: "cherry", shade: "rust" },
    description: "Four months of somebody’s evenings.",
    variants: [
      ["140 × 200", "HAN-RU-140", 119_000, 3],
      ["170 × 240", "HAN-RU-170", 168_000, 2],
    ],
  },
  {
    title: "Oval mirror",
    category,
    drawing: "mirror",
    palette: { wood: "walnut", shade: "glass" },
    description: "A steamed walnut ring, closed without a seam you would find.",
    variants: [["", "OVA-MI-WAL", 24_900, 20]],
  },
  {
    title: "Kitchen clock",
    category,
    drawing: "clock",
    palette: { wood: "oak", shade: "rust" },
    description: "No numbers; you know them.",
    variants: [["", "KIT-CL-OAK", 8_900, 55]],
  },
  {
    title: "Building blocks",
    category,
    drawing: "blocks",
    palette: { wood: "linden", shade: "sky" },
    description: "Forty blocks in a cotton bag, in three colours that a mouth may taste.",
    variants: [
      ["40 pieces", "BUI-BL-40", 4_900, 96],
      ["80 pieces", "BUI-BL-80", 8_400, 63],
    ],
  },
  {
    title: "Rocking horse for very brave children",
    category,
    drawing: "horse",
    palette: { wood: "cherry", shade: "night" },
    description: "We are still testing how brave.",
    variants: [["", "ROC-HO-CHE", 32_900, 4]],
    draft: true,
  },
];
