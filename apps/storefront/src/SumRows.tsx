import { Money } from "@clientele/ui/Money.tsx";
import type { ReactNode } from "react";
import classes from "./SumRows.module.css";
import { cartText } from "./text/cart.ts";

type Amount = { amount: number; currency: string };

export interface Sums {
  subtotal: Amount;
  discounts: readonly { name: string; code: string | null; amount: Amount }[];
  /** Before any free shipping, which stands among the discounts; null while no way is chosen. */
  shipping: { name: string; price: Amount } | null;
  tax: Amount;
  taxIncluded: boolean;
  total: Amount;
}

const t = cartText;

export interface SumRowsProps {
  sums: Sums;
  /** True while it is added up anew. */
  pending?: boolean;
  /** What stands for the shipping while no way is chosen. */
  shippingOpen?: string;
}

/** How a total comes about, row by row. */
export function SumRows({ sums, pending = false, shippingOpen = t.shippingLater }: SumRowsProps) {
  const { subtotal, discounts, shipping, tax, taxIncluded, total } = sums;
  return (
    <dl className={classes["sums"]} data-pending={pending} aria-busy={pending}>
      <Row name={t.subtotal}>
        <Money of={subtotal} />
      </Row>
      <Row name={shipping === null ? t.shipping : `${t.shipping}: ${shipping.name}`}>
        {shipping === null ? (
          <span className={classes["later"]}>{shippingOpen}</span>
        ) : shipping.price.amount === 0 ? (
          t.shippingFree
        ) : (
          <Money of={shipping.price} />
        )}
      </Row>
      {discounts.map(({ name, code, amount }) => (
        <Row key={`${name} ${code ?? ""}`} name={t.discountBy(name, code)} kind="discount">
          <span className="figures">
            {"−\u2060"}
            <Money of={amount} />
          </span>
        </Row>
      ))}
      {!taxIncluded && (
        <Row name={t.tax}>
          <Money of={tax} />
        </Row>
      )}
      <Row name={t.total} kind="total">
        <Money of={total} />
      </Row>
      {taxIncluded && tax.amount > 0 && (
        <Row name={t.taxIncluded} kind="small">
          <Money of={tax} />
        </Row>
      )}
    </dl>
  );
}

function Row({ name, kind, children }: { name: string; kind?: "discount" | "total" | "small"; children: ReactNode }) {
  return (
    <div className={classes["row"]} data-kind={kind}>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
