import { mostVariants } from "@clientele/domain/catalogue/product";
import type { ZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Text, VisuallyHidden } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { catalogueText } from "../text/catalogue.ts";
import { newVariant, type PriceMarks, type ProductDetail, type ProductValues } from "./productForm.ts";
import classes from "./ProductPage.module.css";
import { VariantRow } from "./VariantRow.tsx";

const t = catalogueText.variants;

export interface VariantRowsProps {
  form: ZodForm<ProductValues>;
  product: ProductDetail;
  marks: PriceMarks;
}

/**
 * The variants of a product with their stock and their base price in every currency, to be typed in and put in the order
 * in which the store offers them.
 */
export function VariantRows({ form, product, marks }: VariantRowsProps) {
  const rows = form.values.variants;
  const { currencies } = marks;
  const [moved, setMoved] = useState("");
  // A row that moves is taken out of the page and put back, which would lose the place of whoever moves it.
  const focused = useRef<HTMLElement | null>(null);
  useEffect(() => {
    focused.current?.focus();
    focused.current = null;
  }, [rows]);
  const move = (from: number, step: -1 | 1, place: HTMLElement | null) => {
    const to = from + step;
    if (to < 0 || to >= rows.length) return;
    focused.current = place;
    form.reorderListItem("variants", { from, to });
    setMoved(t.moved(to + 1, rows.length));
  };
  const removed = product.variants.filter(({ id }) => rows.every(({ key }) => key !== id)).length;
  const heads = [t.name, t.sku, t.stock, ...currencies.map(t.price)];
  return (
    <div className={classes["frame"]}>
      <div className={classes["scroll"]}>
        <table className={classes["variants"]} aria-label={t.title}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">
                <VisuallyHidden>{t.actions}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key }, at) => (
              <VariantRow
                key={key}
                form={form}
                at={at}
                currencies={currencies}
                onMove={(step, place) => move(at, step, place)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {removed > 0 && (
        <Text size="sm" c="dimmed" mt="xs" role="status">
          {t.removing(removed)}
        </Text>
      )}
      {rows.length > 1 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t.moveHint}
        </Text>
      )}
      <VisuallyHidden role="status">{moved}</VisuallyHidden>
      <Button
        mt="sm"
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} stroke={1.8} aria-hidden />}
        disabled={rows.length >= mostVariants}
        onClick={() => form.insertListItem("variants", newVariant(marks))}
      >
        {t.add}
      </Button>
    </div>
  );
}
