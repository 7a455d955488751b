import { Money } from "@clientele/ui/Money.tsx";
import { VisuallyHidden } from "@mantine/core";
import classes from "./PriceText.module.css";
import { catalogueText } from "./text/catalogue.ts";
import type { Outputs } from "./trpc.ts";

export type Price = NonNullable<Outputs["catalogue"]["product"]["variants"][number]["price"]>;

const t = catalogueText;

export interface PriceTextProps {
  price: Price;
  /** Whether others of the same product cost more. */
  from?: boolean;
  size?: "md" | "lg";
  /** Whether it is said that this is the price of each of several. */
  each?: boolean;
}

/** What a piece costs this shopper; a higher usual price is struck through, and what the lower one comes from stands below. */
export function PriceText({ price, from = false, size = "md", each = false }: PriceTextProps) {
  const { amount, original, benefit } = price;
  const lower = original.amount > amount.amount;
  return (
    <span className={classes["price"]} data-size={size}>
      <span className={classes["amounts"]}>
        {from && <span className={classes["from"]}>{t.from} </span>}
        {lower && <VisuallyHidden>{t.now}: </VisuallyHidden>}
        <span className={classes["amount"]} data-lower={lower}>
          <Money of={amount} />
        </span>
        {lower && (
          <span className={classes["usual"]}>
            <VisuallyHidden>{t.usual}: </VisuallyHidden>
            <s>
              <Money of={original} />
            </s>
          </span>
        )}
        {each && <span className={classes["from"]}>{t.each}</span>}
      </span>
      {benefit !== null && <span className={classes["benefit"]}>{benefit}</span>}
    </span>
  );
}
