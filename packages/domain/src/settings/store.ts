import { z } from "zod";
import { ShopRegion } from "../catalogue/region.ts";

/** What the store says of itself to everyone; `realMail` is false where mails are only kept in the development mailbox. */
export const StoreInfo = z.object({
  name: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  policies: z.object({ privacy: z.string(), terms: z.string(), returns: z.string() }),
  realMail: z.boolean(),
  /** Where the store sells; the first is the store's own. */
  regions: z.array(ShopRegion),
  passwordLeast: z.int(),
});
export type StoreInfo = z.infer<typeof StoreInfo>;
