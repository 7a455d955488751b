import { DataTable } from "@clientele/ui/DataTable.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { text } from "../text.ts";
import type { ProductDetail } from "./productForm.ts";

const t = text.catalogue.variants;

/** The variants for whoever may only look. */
export function VariantTable({ product, currencies }: { product: ProductDetail; currencies: readonly string[] }) {
  return (
    <DataTable
      label={t.title}
      rows={product.variants}
      rowId={({ id }) => id}
      columns={[
        { id: "sku", header: t.sku, rowHeader: true, cell: ({ sku }) => sku },
        { id: "title", header: t.name, cell: ({ title }) => title !== "" && <bdi>{title}</bdi> },
        {
          id: "stock",
          header: t.stock,
          numeric: true,
          cell: ({ stock }) => (stock === null ? t.uncounted : stock.toLocaleString("en")),
        },
        ...currencies.map((currency) => ({
          id: currency,
          header: t.price(currency),
          numeric: true,
          cell: ({ prices }: ProductDetail["variants"][number]) => {
            const price = prices.find((one) => one.currency === currency);
            return price === undefined ? "–" : <Money of={price} />;
          },
        })),
      ]}
    />
  );
}
