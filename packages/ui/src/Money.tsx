import { useLocale } from "./locale.tsx";

export interface MoneyProps {
  /** Integer minor units: cents of the euro, yen of the yen. */
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** An amount in the viewer's format, with figures of one width. */
export function Money({ amount, currency }: MoneyProps) {
  const { locale } = useLocale();
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return <span className="figures">{format.format(amount / 10 ** digits)}</span>;
}
