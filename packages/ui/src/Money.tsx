import { formatMoney } from "@clientele/domain/formatMoney";
import { useLocale } from "./locale.tsx";

export interface MoneyProps {
  of: { amount: number; currency: string };
}

/** An amount as the viewer reads it, in figures of one width, never broken over two lines. */
export function Money({ of }: MoneyProps) {
  const { locale } = useLocale();
  return (
    <span className="figures" style={{ whiteSpace: "nowrap" }}>
      {formatMoney(of, locale)}
    </span>
  );
}

/** Writes amounts for texts, such as a toast or a label. */
export function useMoney(): (of: MoneyProps["of"]) => string {
  const { locale } = useLocale();
  return (of) => formatMoney(of, locale);
}
