import type { Palette } from "./drawing.ts";
import { furniture } from "./furniture.ts";
import { household } from "./household.ts";

const drawings = { ...furniture, ...household };

export interface DemoProduct {
  title: string;
  category: string;
  description: string;
  drawing: keyof typeof drawings;
  palette: Palette;
  /** Each with its price in euro cents; other currencies follow from it. Stock null is not counted. */
  variants: readonly (readonly [title: string, sku: string, price: number, stock: number | null])[];
  draft?: true;
}

/** What is drawn of the product: `picture` of `drawing.ts` puts it on its ground. */
export const drawingOf = ({ drawing, palette }: DemoProduct): string => drawings[drawing](palette);
