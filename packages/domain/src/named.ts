import { z } from "zod";

/** Whatever is told of by what it is called, with the id that leads to it. */
export const Named = z.object({ id: z.string(), name: z.string() });
