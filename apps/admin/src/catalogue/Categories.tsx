import { DataTable } from "@clientele/ui/DataTable.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { ActionIcon, Stack, Text } from "@mantine/core";
import { IconCategory, IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { AnchorLink } from "../links.tsx";
import { catalogueText } from "../text/catalogue.ts";
import { trpc } from "../trpc.ts";
import { type Category, openRenameCategory } from "./RenameCategory.tsx";

const t = catalogueText.categories;

const columns: readonly DataTableColumn<Category>[] = [
  {
    id: "name",
    header: catalogueText.column.category,
    rowHeader: true,
    cell: ({ name }) => (
      <AnchorLink to="/products" search={{ category: name }} c="inherit" underline="hover">
        <bdi>{name}</bdi>
      </AnchorLink>
    ),
  },
  {
    id: "products",
    header: t.products,
    numeric: true,
    cell: ({ products }) => products.toLocaleString("en"),
  },
  {
    id: "rename",
    header: t.actions,
    cell: (category) => (
      <ActionIcon aria-label={t.rename(category.name)} onClick={() => openRenameCategory(category)}>
        <IconPencil size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    ),
  },
];

/** The categories that products are in, each to be renamed for all of them. */
export function Categories() {
  const { data, error } = useQuery(trpc.products.categories.queryOptions());
  return (
    <Stack>
      <Text c="dimmed">{t.body}</Text>
      <ProblemNotice error={error} />
      {data === undefined ? (
        error === null && <TableSkeleton rows={6} columns={2} dense />
      ) : (
        <DataTable
          label={t.title}
          rows={data}
          rowId={({ name }) => name}
          columns={columns}
          empty={
            <EmptyState icon={IconCategory} title={t.none}>
              {t.noneBody}
            </EmptyState>
          }
        />
      )}
    </Stack>
  );
}
