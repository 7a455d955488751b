import { DiscountEditor } from "./DiscountEditor.tsx";
import type { DiscountDetail } from "./discountForm.ts";
import { DiscountHead } from "./DiscountHead.tsx";
import classes from "./DiscountPage.module.css";
import { TryDiscount } from "./TryDiscount.tsx";

export interface DiscountPageProps {
  discount: DiscountDetail;
  onRemoved: () => Promise<void>;
}

/** A discount, and a cart to try it on. */
export function DiscountPage({ discount, onRemoved }: DiscountPageProps) {
  return (
    <>
      <DiscountHead discount={discount} onRemoved={onRemoved} />
      <div className={classes["page"]}>
        <DiscountEditor discount={discount} />
        <TryDiscount discount={discount} />
      </div>
    </>
  );
}
