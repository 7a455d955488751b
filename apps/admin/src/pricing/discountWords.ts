import { formatMoney } from "@clientele/domain/formatMoney";
import { discountsText } from "../text/discounts.ts";
import type { DiscountDetail } from "./discountForm.ts";
import { percentText } from "./percent.ts";

const t = discountsText.value;
type Value = Pick<DiscountDetail, "kind" | "appliesTo" | "basisPoints" | "amount" | "currency">;

/** What a discount takes, in words. */
export function discountValue({ kind, appliesTo, basisPoints, amount, currency }: Value, locale: string): string {
  const isItems = appliesTo === "items";
  if (kind === "percentage") return t.percentage(percentText(basisPoints ?? 0, locale), isItems);
  if (kind === "free_shipping") return t.free_shipping;
  return t.fixed(formatMoney({ amount: amount ?? 0, currency: currency ?? "EUR" }, locale), isItems);
}
