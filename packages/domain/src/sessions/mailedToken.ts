import { z } from "zod";

/** A mailed token as it stands behind `#token=`: the token's id, a dot, its secret. */
export const MailedToken = z.string().min(20).max(120);
