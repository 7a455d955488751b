import { Money } from "@clientele/ui/Money.tsx";
import { Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { TextLink } from "../links.tsx";
import { Picture } from "../Picture.tsx";
import { priceAt } from "../priceAt.ts";
import { PriceText } from "../PriceText.tsx";
import { QuantityField } from "../QuantityField.tsx";
import { cartText } from "../text/cart.ts";
import type { CartLine } from "../useCart.ts";
import classes from "./CartPage.module.css";
import type { Quantities } from "./useQuantities.ts";

const t = cartText;

export interface CartLinesProps {
  lines: readonly CartLine[];
  quantities: Quantities;
  onRemove: (line: CartLine) => void;
}

export function CartLines({ lines, quantities, onRemove }: CartLinesProps) {
  return (
    <ul className={classes["lines"]} aria-label={t.lines}>
      {lines.map((line) => (
        <li key={line.id} className={classes["line"]}>
          <Line line={line} quantities={quantities} onRemove={onRemove} />
        </li>
      ))}
    </ul>
  );
}

/** A line with its quantity; price and sum of the line follow at once by the steps the server told. */
function Line({ line, quantities, onRemove }: Omit<CartLinesProps, "lines"> & { line: CartLine }) {
  const { handle, title, variantTitle, picture, most, unit, steps } = line;
  const quantity = quantities.of(line);
  const settled = quantity === line.quantity;
  const price = unit === null ? null : settled ? unit : priceAt(unit, steps, quantity);
  const amount = settled || price === null ? line.amount : sum(price.amount, quantity);
  const tooMany = most !== null && quantity > most;
  return (
    <>
      <div className={classes["picture"]}>
        <Picture hash={picture} />
      </div>
      <div className={classes["what"]}>
        <TextLink to="/products/$handle" params={{ handle }} search={{ variant: line.variantId }} c="inherit" fw={570}>
          <bdi>{title}</bdi>
        </TextLink>
        {variantTitle !== "" && (
          <Text size="sm" c="dimmed">
            <bdi>{variantTitle}</bdi>
          </Text>
        )}
        {price !== null && (
          <div className={classes["unit"]}>
            <PriceText price={price} each />
          </div>
        )}
        <Problem line={line} tooMany={tooMany} onTake={(pieces) => quantities.set(line.id, pieces)} />
      </div>
      <div className={classes["controls"]}>
        {price !== null && (
          <QuantityField
            title={title}
            value={quantity}
            most={most === 0 ? null : most}
            disabled={most === 0}
            onChange={(pieces) => quantities.set(line.id, pieces)}
          />
        )}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={t.removeOf(title)}
          onClick={() => onRemove(line)}
        >
          {t.remove}
        </Button>
      </div>
      <div className={classes["amount"]} data-pending={!settled}>
        {price !== null && <Money of={amount} />}
      </div>
    </>
  );
}

const sum = ({ amount, currency }: { amount: number; currency: string }, quantity: number) => ({
  amount: amount * quantity,
  currency,
});

interface ProblemProps {
  line: CartLine;
  tooMany: boolean;
  onTake: (quantity: number) => void;
}

/** Why a line cannot be bought as it stands, and what helps. */
function Problem({ line: { problem, most }, tooMany, onTake }: ProblemProps) {
  if (problem === "not_for_sale" || problem === "out_of_stock") return <Warning>{t.problems[problem]}</Warning>;
  if (!tooMany || most === null || most === 0) return null;
  return (
    <Warning>
      {t.problems.too_many(most)}{" "}
      <Button size="compact-xs" variant="default" onClick={() => onTake(most)}>
        {t.takeMost(most)}
      </Button>
    </Warning>
  );
}

const Warning = ({ children }: { children: React.ReactNode }) => (
  <Text size="sm" component="div" className={classes["warning"] ?? ""}>
    <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
    <span>{children}</span>
  </Text>
);
