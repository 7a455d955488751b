import { DataTable } from "@clientele/ui/DataTable.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { catalogueText } from "../text/catalogue.ts";
import type { ProductDetail } from "./productForm.ts";

const t = catalogueText.variants;

type Row = ProductDetail["variants"][number];

const columnsFor = (currencies: readonly string[]): readonly DataTableColumn<Row>[] => [
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
    cell: ({ prices }: Row) => {
      const price = prices.find((one) => one.currency === currency);
      return price === undefined ? "–" : <Money of={price} />;
    },
  })),
];

/** The variants for whoever may only look. */
export const VariantTable = ({ product, currencies }: { product: ProductDetail; currencies: readonly string[] }) => (
  <DataTable label={t.title} rows={product.variants} rowId={({ id }) => id} columns={columnsFor(currencies)} />
);
