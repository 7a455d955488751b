import type { productSorts } from "@clientele/domain/catalogue/product";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { TableLayoutMenu } from "@clientele/ui/TableLayoutMenu.tsx";
import { useTableLayout } from "@clientele/ui/tableLayout.ts";
import { Time } from "@clientele/ui/Time.tsx";
import { Button, Group, Stack, Text } from "@mantine/core";
import { IconPackage } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AddButton } from "../AddButton.tsx";
import { ListTable } from "../ListTable.tsx";
import { AnchorLink } from "../links.tsx";
import { useCan } from "../me.ts";
import { ProductThumb } from "../ProductThumb.tsx";
import { text } from "../text.ts";
import { catalogueText } from "../text/catalogue.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { ProductFilters } from "./ProductFilters.tsx";
import { hasProductFilter, noProductFilter, type ProductSearch, productsInput } from "./productSearch.ts";
import { ProductStatus } from "./ProductStatus.tsx";

const t = catalogueText;
type Row = Outputs["products"]["list"]["items"][number];

const columns: readonly DataTableColumn<Row, (typeof productSorts)[number]>[] = [
  {
    id: "title",
    header: t.column.title,
    rowHeader: true,
    sort: ["title", "-title"],
    cell: ({ id, title, picture }) => (
      <Group gap="sm" wrap="nowrap">
        <ProductThumb hash={picture} />
        <AnchorLink to="/products/$productId" params={{ productId: id }} underline="hover" c="inherit" truncate>
          <bdi>{title}</bdi>
        </AnchorLink>
      </Group>
    ),
  },
  { id: "status", header: t.column.status, cell: (row) => <ProductStatus status={row.status} /> },
  {
    id: "category",
    header: t.column.category,
    cell: ({ category }) =>
      category !== "" && (
        <AnchorLink
          to="/products"
          search={{ category }}
          c="inherit"
          underline="hover"
          aria-label={t.filter.onlyCategory(category)}
        >
          <bdi>{category}</bdi>
        </AnchorLink>
      ),
  },
  {
    id: "variants",
    header: t.column.variants,
    numeric: true,
    cell: ({ variants }) => variants.toLocaleString("en"),
  },
  {
    id: "stock",
    header: t.column.stock,
    numeric: true,
    cell: ({ stock }) =>
      stock === null || stock === 0 ? (
        <Text span c="dimmed">
          {stock === null ? t.uncounted : t.soldOut}
        </Text>
      ) : (
        stock.toLocaleString("en")
      ),
  },
  {
    id: "updated",
    header: t.column.updated,
    sort: ["-updatedAt", "updatedAt"],
    cell: ({ updatedAt }) => <Time at={updatedAt} />,
  },
  {
    id: "created",
    header: t.column.created,
    sort: ["-createdAt", "createdAt"],
    hiddenAtFirst: true,
    cell: ({ createdAt }) => <Time at={createdAt} as="day" />,
  },
];

export interface ProductsPageProps {
  search: ProductSearch;
  onSearch: (changes: Partial<ProductSearch>) => void;
  onNew: () => void;
  onCategories: () => void;
}

/** The list of products: found, filtered and sorted. */
export function ProductsPage({ search, onSearch, onNew, onCategories }: ProductsPageProps) {
  const navigate = useNavigate();
  const can = useCan();
  const control = useTableLayout("products", columns);
  const list = useQuery({
    ...trpc.products.list.queryOptions(productsInput(search)),
    placeholderData: keepPreviousData,
  });
  const add = can("catalogue.write") ? <AddButton onClick={onNew}>{t.add}</AddButton> : undefined;
  const actions = can("catalogue.write") ? (
    <Group gap="xs">
      <Button variant="default" onClick={onCategories}>
        {t.categories.title}
      </Button>
      {add}
    </Group>
  ) : undefined;
  const empty = hasProductFilter(search) ? (
    <NoMatch
      title={search.search === undefined ? t.empty.noMatch : t.empty.noMatchSearch(search.search)}
      onClear={() => onSearch(noProductFilter)}
    >
      {t.empty.noMatchBody}
    </NoMatch>
  ) : (
    <EmptyState icon={IconPackage} title={t.empty.title} action={add}>
      {add === undefined ? t.empty.viewer : t.empty.body}
    </EmptyState>
  );
  return (
    <>
      <PageHeader title={t.title} store={text.shell.app} description={t.description} actions={actions} />
      <Stack gap="md">
        <ProductFilters search={search} onSearch={onSearch} busy={list.isFetching}>
          <TableLayoutMenu columns={columns} {...control} />
        </ProductFilters>
        <ListTable
          list={list}
          skeleton={<TableSkeleton rows={12} columns={6} dense={control.layout.dense} />}
          onCursor={(cursor) => onSearch({ cursor })}
          label={t.title}
          columns={columns}
          rowId={({ id }) => id}
          sort={search.sort ?? "-createdAt"}
          onSort={(sort) => onSearch({ sort, cursor: undefined })}
          onOpen={({ id }) => void navigate({ to: "/products/$productId", params: { productId: id } })}
          layout={control.layout}
          empty={empty}
        />
      </Stack>
    </>
  );
}
