import { mostVariants } from "@clientele/domain/catalogue/product";
import type { ZodForm } from "@clientele/ui/useZodForm.ts";
import { ActionIcon, Button, Text, TextInput, VisuallyHidden } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { catalogueText } from "../text/catalogue.ts";
import { newVariant, type PriceMarks, type ProductDetail, type ProductValues } from "./productForm.ts";
import classes from "./ProductPage.module.css";

const t = catalogueText.variants;

export interface VariantRowsProps {
  form: ZodForm<ProductValues>;
  product: ProductDetail;
  marks: PriceMarks;
}

/** The variants of a product with their stock and their base price in every currency, to be typed in. */
export function VariantRows({ form, product, marks }: VariantRowsProps) {
  const rows = form.values.variants;
  const { currencies } = marks;
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
            {rows.map(({ key }, at) => {
              const place = at + 1;
              const cell = (label: string, path: string, extra: object = {}) => (
                <td key={path} data-label={label}>
                  <TextInput
                    {...form.getInputProps(`variants.${at}.${path}`)}
                    aria-label={t.of(label, place)}
                    autoComplete="off"
                    {...extra}
                  />
                </td>
              );
              return (
                <tr key={key}>
                  {cell(t.name, "title", { placeholder: rows.length === 1 ? t.only : t.namePlaceholder })}
                  {cell(t.sku, "sku", { "aria-required": true, spellCheck: false })}
                  {cell(t.stock, "stock", {
                    inputMode: "numeric",
                    className: "figures",
                    placeholder: t.uncounted,
                  })}
                  {currencies.map((currency) =>
                    cell(t.price(currency), `prices.${currency}`, {
                      inputMode: "decimal",
                      className: "figures",
                      placeholder: "–",
                    }),
                  )}
                  <td>
                    <ActionIcon
                      size={36}
                      aria-label={t.remove(place)}
                      disabled={rows.length === 1}
                      onClick={() => form.removeListItem("variants", at)}
                    >
                      <IconTrash size={16} stroke={1.6} aria-hidden />
                    </ActionIcon>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {removed > 0 && (
        <Text size="sm" c="dimmed" mt="xs" role="status">
          {t.removing(removed)}
        </Text>
      )}
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
