import { ColourLabel } from "@clientele/ui/ColourLabel.tsx";
import { DataTable } from "@clientele/ui/DataTable.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Stack } from "@mantine/core";
import { IconTags } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { AnchorLink, ButtonLink } from "../links.tsx";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { TagMenu } from "./TagMenu.tsx";

const t = text.tags;
export type TagRow = Outputs["tags"]["list"][number];

const columnsFor = (locale: string, onEdit: ((id: string) => void) | null): readonly DataTableColumn<TagRow>[] => [
  {
    id: "name",
    header: t.column.name,
    rowHeader: true,
    cell: ({ name, colour }) => (
      <ColourLabel colour={colour}>
        <bdi>{name}</bdi>
      </ColourLabel>
    ),
  },
  {
    id: "customers",
    header: t.column.customers,
    numeric: true,
    cell: ({ name, customers }) => {
      const count = formatTotal(customers, locale);
      return customers.count === 0 ? (
        count
      ) : (
        <AnchorLink
          to="/customers"
          search={{ tags: [name] }}
          aria-label={t.customersWith(count, customers.count === 1, name)}
        >
          {count}
        </AnchorLink>
      );
    },
  },
  ...(onEdit === null
    ? []
    : [
        {
          id: "actions",
          header: t.column.actions,
          width: 60,
          cell: (tag: TagRow) => <TagMenu tag={tag} onEdit={() => onEdit(tag.id)} />,
        },
      ]),
];

/** Every tag of the store with how many customers bear it. */
export function TagsPage({ onEdit }: { onEdit: (id: string) => void }) {
  const can = useCan();
  const editable = can("customers.write");
  const { locale } = useLocale();
  const columns = useMemo(() => columnsFor(locale, editable ? onEdit : null), [locale, editable, onEdit]);
  const list = useQuery(trpc.tags.list.queryOptions());
  return (
    <>
      <PageHeader title={t.title} store={text.shell.app} description={t.description} />
      <Stack maw={760}>
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <TableSkeleton rows={8} columns={3} />}
        {list.data !== undefined && (
          <DataTable
            label={t.title}
            columns={columns}
            rows={list.data}
            rowId={({ id }) => id}
            {...(editable ? { onEdit: ({ id }: TagRow) => onEdit(id) } : {})}
            empty={
              <EmptyState
                icon={IconTags}
                title={t.empty}
                action={
                  <ButtonLink to="/customers" variant="default">
                    {t.emptyAction}
                  </ButtonLink>
                }
              >
                {t.emptyBody}
              </EmptyState>
            }
          />
        )}
      </Stack>
    </>
  );
}
