import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { TableLayoutMenu } from "@clientele/ui/TableLayoutMenu.tsx";
import { useTableLayout } from "@clientele/ui/tableLayout.ts";
import { Stack } from "@mantine/core";
import { IconReceipt } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ListTable } from "../ListTable.tsx";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import { orderColumns, ownOrderColumns } from "./orderColumns.tsx";
import { OrderFilters } from "./OrderFilters.tsx";
import { hasOrderFilter, noOrderFilter, type OrderSearch, ordersInput } from "./orderSearch.ts";

const t = ordersText;

export interface OrdersListProps {
  search: OrderSearch;
  onSearch: (changes: Partial<OrderSearch>) => void;
  /** Only this customer's; all orders without it. */
  customerId?: string;
}

/** Orders, found, filtered and sorted. */
export function OrdersList({ search, onSearch, customerId }: OrdersListProps) {
  const navigate = useNavigate();
  const columns = customerId === undefined ? orderColumns : ownOrderColumns;
  const control = useTableLayout(customerId === undefined ? "orders" : "customerOrders", columns);
  const list = useQuery({
    ...trpc.orders.list.queryOptions(ordersInput(search, customerId)),
    placeholderData: keepPreviousData,
  });
  const empty = hasOrderFilter(search) ? (
    <NoMatch
      title={search.search === undefined ? t.empty.noMatch : t.empty.noMatchSearch(search.search)}
      onClear={() => onSearch(noOrderFilter)}
    >
      {t.empty.noMatchBody}
    </NoMatch>
  ) : (
    <EmptyState icon={IconReceipt} title={customerId === undefined ? t.empty.title : t.empty.customerTitle}>
      {customerId === undefined ? t.empty.body : t.empty.customerBody}
    </EmptyState>
  );
  return (
    <Stack gap="md">
      <OrderFilters search={search} onSearch={onSearch} busy={list.isFetching} ofCustomer={customerId !== undefined}>
        <TableLayoutMenu columns={columns} {...control} />
      </OrderFilters>
      <ListTable
        list={list}
        skeleton={<TableSkeleton rows={12} columns={7} dense={control.layout.dense} />}
        onCursor={(cursor) => onSearch({ cursor })}
        label={t.title}
        columns={columns}
        rowId={({ id }) => id}
        sort={search.sort ?? "-placedAt"}
        onSort={(sort) => onSearch({ sort, cursor: undefined })}
        onOpen={({ id }) => void navigate({ to: "/orders/$orderId", params: { orderId: id } })}
        layout={control.layout}
        empty={empty}
      />
    </Stack>
  );
}
