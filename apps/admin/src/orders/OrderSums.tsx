import { Money } from "@clientele/ui/Money.tsx";
import type { ReactNode } from "react";
import { ordersText } from "../text/orders.ts";
import classes from "./OrderSums.module.css";
import type { OrderDetail } from "./orderState.ts";

const t = ordersText.page;

/** How the total came about, and what is left of it after refunds. */
export function OrderSums({ order }: { order: OrderDetail }) {
  const { subtotal, discounts, shipping, shippingName, tax, taxIncluded, total, refunded, captured } = order;
  return (
    <dl className={classes["sums"]}>
      <Row name={t.subtotal}>
        <Money of={subtotal} />
      </Row>
      <Row name={t.shipping(shippingName)}>{shipping.amount === 0 ? t.shippingFree : <Money of={shipping} />}</Row>
      {discounts.map(({ name, code, amount }) => (
        <Row key={`${name} ${code ?? ""}`} name={t.discountBy(name, code)}>
          {"−\u2060"}
          <Money of={amount} />
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
      {refunded.amount > 0 && (
        <>
          <Row name={t.refunded}>
            {"−\u2060"}
            <Money of={refunded} />
          </Row>
          <Row name={t.left} kind="total">
            <Money of={{ amount: captured.amount - refunded.amount, currency: captured.currency }} />
          </Row>
        </>
      )}
    </dl>
  );
}

function Row({ name, kind, children }: { name: string; kind?: "total" | "small"; children: ReactNode }) {
  return (
    <div className={classes["row"]} data-kind={kind}>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
