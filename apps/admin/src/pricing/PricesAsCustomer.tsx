import { DayOrInstant } from "@clientele/domain/time";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { DateField } from "@clientele/ui/DateField.tsx";
import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { SearchBox } from "@clientele/ui/SearchBox.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Alert, Box, Group, Modal, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { IconInfoCircle, IconTag } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { AnchorLink } from "../links.tsx";
import { ListTable } from "../ListTable.tsx";
import { pricingText } from "../text/pricing.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { RegionField } from "./pickers.tsx";
import { type CustomerPricesSearch, customerPricesInput } from "./customerPricesSearch.ts";
import { PriceTrace } from "./PriceTrace.tsx";
import { QuantityInput } from "./QuantityInput.tsx";

const t = pricingText.asCustomer;
type PreviewedPrice = Outputs["customers"]["previewPrices"]["items"][number];

const columnsFor = (onWhy: (row: PreviewedPrice) => void): readonly DataTableColumn<PreviewedPrice>[] => [
  {
    id: "variant",
    header: t.variant,
    rowHeader: true,
    cell: (row) => (
      <UnstyledButton ta="start" title={t.why(row.title)} onClick={() => onWhy(row)}>
        <bdi>{row.title}</bdi>
        <Text span size="xs" c="dimmed" display="block">
          {row.sku}
        </Text>
      </UnstyledButton>
    ),
  },
  {
    id: "base",
    header: t.base,
    numeric: true,
    cell: ({ base }) => (base === null ? <Text c="dimmed">{t.notSold}</Text> : <Money of={base} />),
  },
  {
    id: "price",
    header: t.price,
    numeric: true,
    cell: ({ price, original }) =>
      price !== null && (
        <Text span fw={original !== null && original.amount > price.amount ? 600 : 400}>
          <Money of={price} />
        </Text>
      ),
  },
  {
    id: "list",
    header: t.list,
    cell: ({ list, base }) =>
      list === null ? (
        base !== null && (
          <Text span c="dimmed">
            {t.noList}
          </Text>
        )
      ) : (
        <AnchorLink to="/price-lists/$priceListId" params={{ priceListId: list.id }} underline="hover">
          <bdi>{list.name}</bdi>
        </AnchorLink>
      ),
  },
];

export interface PricesAsCustomerProps {
  customerId: string;
  search: CustomerPricesSearch;
  onSearch: (changes: Partial<CustomerPricesSearch>) => void;
}

/** What the shop asks of one customer, in a region, for a quantity, on a day, and why. */
export function PricesAsCustomer({ customerId, search, onSearch }: PricesAsCustomerProps) {
  const [why, setWhy] = useState<PreviewedPrice | null>(null);
  const columns = useMemo(() => columnsFor(setWhy), []);
  const input = useMemo(() => customerPricesInput(customerId, search), [customerId, search]);
  const preview = useQuery({ ...trpc.customers.previewPrices.queryOptions(input), placeholderData: keepPreviousData });
  const { data } = preview;
  const move = (changes: Partial<CustomerPricesSearch>) => onSearch({ ...changes, cursor: undefined });
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>{t.title}</Title>
        <Text c="dimmed">
          {t.body}{" "}
          {data !== undefined && (data.groups.length > 0 ? t.groups(data.groups.map(({ name }) => name)) : t.noGroups)}
        </Text>
      </div>
      {data?.publicBecause != null && (
        <Alert color="blue" icon={<IconInfoCircle size={18} stroke={1.6} aria-hidden />}>
          {t.publicBecause[data.publicBecause]}
        </Alert>
      )}
      <Group align="end">
        <Box flex="1 1 14rem" maw={360}>
          <SearchBox
            value={search.search}
            onSearch={(found) => move({ search: found })}
            placeholder={t.search}
            busy={preview.isFetching}
          />
        </Box>
        <RegionField
          label={t.region}
          value={search.regionId ?? data?.region.id ?? ""}
          onChange={(regionId) => move({ regionId })}
        />
        <QuantityInput
          label={t.quantity}
          w="7rem"
          most={1_000_000}
          value={search.quantity ?? 1}
          onChange={(quantity) => move({ quantity: quantity > 1 ? quantity : undefined })}
        />
        <DateField
          label={t.at}
          withTime
          value={search.at ?? null}
          onChange={(at) => move({ at: at === null || !DayOrInstant.safeParse(at).success ? undefined : at })}
        />
      </Group>
      <ListTable
        list={preview}
        skeleton={<TableSkeleton rows={8} columns={4} />}
        onCursor={(cursor) => onSearch({ cursor })}
        label={t.title}
        columns={columns}
        rowId={({ variantId }) => variantId}
        onOpen={setWhy}
        empty={
          search.search === undefined ? (
            <EmptyState icon={IconTag} title={t.none}>
              {t.noneBody}
            </EmptyState>
          ) : (
            <NoMatch title={t.noMatch} onClear={() => move({ search: undefined })} />
          )
        }
      />
      <Modal opened={why !== null} onClose={() => setWhy(null)} title={why?.title} size={620}>
        {why !== null && <PriceTrace row={why} />}
      </Modal>
    </Stack>
  );
}
