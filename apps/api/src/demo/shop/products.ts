import { home } from "./goods/home.ts";
import { kitchen } from "./goods/kitchen.ts";
import { light } from "./goods/light.ts";
import { seating } from "./goods/seating.ts";
import { storage } from "./goods/storage.ts";
import { tables } from "./goods/tables.ts";
import type { DemoProduct } from "./product.ts";

/** What the demo store sells: forty things in six categories, made up for it. */
export const products: readonly DemoProduct[] = [...seating, ...tables, ...storage, ...light, ...kitchen, ...home];
