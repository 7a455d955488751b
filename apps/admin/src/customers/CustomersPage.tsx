import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { SelectionBar } from "@clientele/ui/SelectionBar.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { TableLayoutMenu } from "@clientele/ui/TableLayoutMenu.tsx";
import { useTableLayout } from "@clientele/ui/tableLayout.ts";
import { Stack } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { AddButton } from "../AddButton.tsx";
import { ListTable } from "../ListTable.tsx";
import { useCan } from "../me.ts";
import { callOf } from "../PersonCell.tsx";
import { text } from "../text.ts";
import { type Inputs, trpc } from "../trpc.ts";
import { useSelection } from "../useSelection.ts";
import { customerColumns, type CustomerRow } from "./customerColumns.tsx";
import { CustomerFilters } from "./CustomerFilters.tsx";
import { type CustomerSearch, filterOf, hasFilter, listInput, noFilter } from "./customerSearch.ts";

const t = text.customers;
/** Whom a bulk action means: those ticked, or everybody the filter finds. */
export type BulkTarget = Pick<Inputs["groups"]["addMembers"], "customerIds" | "filter"> & {
  count: { count: number; capped: boolean };
  all: boolean;
};

export interface CustomersPageProps {
  search: CustomerSearch;
  onSearch: (changes: Partial<CustomerSearch>) => void;
  onNew: () => void;
  /** What can be done with a selection; nothing for a role that may do nothing. */
  renderBulk: ((target: BulkTarget, done: () => void) => ReactNode) | null;
}

/** The list of customers: found, filtered, sorted and selected. */
export function CustomersPage({ search, onSearch, onNew, renderBulk }: CustomersPageProps) {
  const navigate = useNavigate();
  const can = useCan();
  const control = useTableLayout("customers", customerColumns);
  const filter = filterOf(search);
  const selection = useSelection(JSON.stringify(filter));
  const list = useQuery({
    ...trpc.customers.list.queryOptions(listInput(search)),
    placeholderData: keepPreviousData,
  });
  const filtered = hasFilter(search);
  const total = list.data?.total ?? { count: 0, capped: false };
  const target: BulkTarget = selection.all
    ? { filter, count: total, all: true }
    : { customerIds: [...selection.selected], count: { count: selection.selected.size, capped: false }, all: false };
  const add = can("customers.write") ? <AddButton onClick={onNew}>{t.add}</AddButton> : undefined;

  const empty = filtered ? (
    <NoMatch
      title={search.search === undefined ? t.empty.noMatch : t.empty.noMatchSearch(search.search)}
      onClear={() => onSearch({ ...noFilter, cursor: undefined })}
    >
      {t.empty.noMatchBody}
    </NoMatch>
  ) : (
    <EmptyState icon={IconUsers} title={t.empty.title} action={add}>
      {add === undefined ? t.empty.viewer : t.empty.body}
    </EmptyState>
  );

  return (
    <>
      <PageHeader title={t.title} store={text.shell.app} description={t.description} actions={add} />
      <Stack gap="md">
        <CustomerFilters
          filter={search}
          onChange={(changes) => onSearch({ ...changes, cursor: undefined })}
          busy={list.isFetching}
        >
          <TableLayoutMenu columns={customerColumns} {...control} />
        </CustomerFilters>
        {renderBulk !== null && (
          <SelectionBar
            count={selection.selected.size}
            total={total}
            all={selection.all}
            onSelectAll={selection.setAll}
            onClear={selection.clear}
          >
            {renderBulk(target, selection.clear)}
          </SelectionBar>
        )}
        <ListTable
          list={list}
          skeleton={<TableSkeleton rows={12} dense={control.layout.dense} />}
          onCursor={(cursor) => onSearch({ cursor })}
          label={t.title}
          columns={customerColumns}
          rowId={({ id }) => id}
          sort={search.sort ?? "-createdAt"}
          onSort={(sort) => onSearch({ sort, cursor: undefined })}
          {...(renderBulk === null
            ? {}
            : {
                selection: {
                  selected: selection.selected,
                  onChange: selection.set,
                  nameOf: callOf,
                  all: selection.all,
                },
              })}
          onOpen={({ id }) => void navigate({ to: "/customers/$customerId", params: { customerId: id } })}
          {...(can("customers.write")
            ? {
                onEdit: ({ id }: CustomerRow) =>
                  void navigate({ to: "/customers/$customerId/details", params: { customerId: id } }),
              }
            : {})}
          layout={control.layout}
          empty={empty}
        />
      </Stack>
    </>
  );
}
