import { z } from "zod";

/** An address copied into a cart or an order; it belongs to nobody's address book. It was checked when it was typed. */
export const Place = z.object({
  firstName: z.string(),
  lastName: z.string(),
  company: z.string().nullable(),
  line1: z.string(),
  line2: z.string().nullable(),
  city: z.string(),
  province: z.string().nullable(),
  postalCode: z.string(),
  countryCode: z.string(),
  phone: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;
