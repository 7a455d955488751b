import type { Outputs } from "./trpc.ts";

type Variant = Outputs["catalogue"]["product"]["variants"][number];
type Price = NonNullable<Variant["price"]>;

/** The step that holds for a quantity: the last that begins at or below it. */
export const stepAt = (steps: Variant["steps"], quantity: number): Variant["steps"][number] | null =>
  steps.findLast(({ from }) => from <= quantity) ?? null;

/** What one piece costs when so many are bought; the server says it anew before anything is paid. */
export function priceAt(price: Price, steps: Variant["steps"], quantity: number): Price {
  const step = stepAt(steps, quantity);
  return step === null ? price : { amount: step.amount, original: step.original, benefit: price.benefit };
}
