import { basis, partOf } from "../money.ts";

export interface TaxRules {
  /** Basis points. */
  taxRate: number;
  pricesIncludeTax: boolean;
}

/** The tax of one line or of the shipping, and what is paid with it: added to the amount, or held by it (`domain` 7). */
export function taxOf(amount: number, { taxRate, pricesIncludeTax }: TaxRules): { tax: number; total: number } {
  if (pricesIncludeTax) return { tax: amount - partOf(amount, basis, basis + taxRate), total: amount };
  const tax = partOf(amount, taxRate, basis);
  return { tax, total: amount + tax };
}
