import { isProblemCode } from "@clientele/ui/problem.ts";

/** Runs a sensitive call; when the server asks for the password first, asks for it and runs the call again (SES-9). */
export async function withProof<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isProblemCode(error, "account.password_proof_needed")) throw error;
    const { askPassword } = await import("./askPassword.tsx");
    if (!(await askPassword())) throw error;
    return await call();
  }
}
