import { Money } from "@clientele/ui/Money.tsx";
import { Text } from "@mantine/core";
import { ProductThumb } from "../ProductThumb.tsx";
import { ordersText } from "../text/orders.ts";
import classes from "./OrderLines.module.css";
import type { OrderDetail, OrderLine } from "./orderState.ts";

const t = ordersText.page;

/** What was bought, at which price and why at that one. */
export function OrderLines({ order: { lines } }: { order: OrderDetail }) {
  const discounted = lines.some(({ discount }) => discount.amount > 0);
  return (
    <table className={classes["table"]} aria-label={t.lines}>
      <thead>
        <tr>
          <th scope="col">{t.item}</th>
          <th scope="col" className={classes["number"]}>
            {t.unit}
          </th>
          <th scope="col" className={classes["number"]}>
            {t.quantity}
          </th>
          {discounted && (
            <th scope="col" className={classes["number"]}>
              {t.discount}
            </th>
          )}
          <th scope="col" className={classes["number"]}>
            {t.lineTotal}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} discounted={discounted} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, discounted }: { line: OrderLine; discounted: boolean }) {
  const { title, variantTitle, sku, picture, quantity, unit, original, benefit, listName, fulfilled, ...sums } = line;
  const { amount, discount } = sums;
  return (
    <tr>
      <th scope="row" className={classes["item"]}>
        <span className={classes["product"]}>
          <ProductThumb hash={picture} size={44} />
          <span className={classes["words"]}>
            <Text span fw={550}>
              <bdi>{title}</bdi>
            </Text>
            <Text span size="xs" c="dimmed">
              <bdi>{variantTitle === "" ? t.sku(sku) : `${variantTitle} · ${t.sku(sku)}`}</bdi>
            </Text>
            {(benefit !== null || listName !== null) && (
              <Text span size="xs" className={classes["benefit"] ?? ""}>
                <bdi>
                  {[benefit, listName === null || listName === benefit ? null : t.list(listName)]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </bdi>
              </Text>
            )}
          </span>
        </span>
      </th>
      <td className={classes["number"]} data-label={t.unit}>
        <span className={classes["price"]}>
          {original.amount > unit.amount && (
            <Text span component="s" size="xs" c="dimmed" aria-label={t.original("")}>
              <Money of={original} />
            </Text>
          )}
          <Money of={unit} />
        </span>
      </td>
      <td className={classes["number"]} data-label={t.quantity}>
        <span className={classes["price"]}>
          <span>{quantity.toLocaleString("en")}</span>
          {fulfilled > 0 && (
            <Text span size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {t.sent(fulfilled, quantity)}
            </Text>
          )}
        </span>
      </td>
      {discounted && (
        <td className={classes["number"]} data-label={t.discount}>
          {discount.amount > 0 && (
            <>
              {"−\u2060"}
              <Money of={discount} />
            </>
          )}
        </td>
      )}
      <td className={classes["number"]} data-label={t.lineTotal}>
        <Money of={{ amount: amount.amount - discount.amount, currency: amount.currency }} />
      </td>
    </tr>
  );
}
