import { CopyButton } from "@clientele/ui/CopyButton.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Group, Stack, Text, Tooltip } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { EventSentence } from "../EventSentence.tsx";
import { toldOf } from "../told.ts";
import { ListTable } from "../ListTable.tsx";
import { text } from "../text.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { AuditFilters } from "./AuditFilters.tsx";
import { type AuditSearch, auditInput, noAuditFilter } from "./auditSearch.ts";

const t = text.audit;
type Row = Outputs["audit"]["list"]["items"][number];

const columnsFor = (locale: string): readonly DataTableColumn<Row>[] => [
  {
    id: "what",
    header: t.column.what,
    rowHeader: true,
    cell: (entry) => (
      <span style={{ fontWeight: 400, whiteSpace: "normal" }}>
        <EventSentence told={toldOf(entry)} place="audit" />
      </span>
    ),
  },
  { id: "at", header: t.column.at, width: 190, cell: ({ at }) => <Time at={at} as="instant" /> },
  {
    id: "address",
    header: t.column.address,
    width: 130,
    cell: ({ address }) => <span className="figures">{address}</span>,
  },
  {
    id: "seal",
    header: t.column.seal,
    width: 110,
    cell: ({ seal }) =>
      seal === null ? (
        <Text span size="xs" c="dimmed">
          {t.unsealed}
        </Text>
      ) : (
        <Group gap={4} wrap="nowrap">
          <Tooltip label={seal.hash}>
            <Text span size="xs" className="figures">
              {t.sealOf(seal.number.toLocaleString(locale))}
            </Text>
          </Tooltip>
          <CopyButton value={seal.hash} label={t.copySeal} />
        </Group>
      ),
  },
];

export interface AuditPageProps {
  search: AuditSearch;
  onSearch: (changes: Partial<AuditSearch>) => void;
}

/** Everything that was done, by whom and from where. */
export function AuditPage({ search, onSearch }: AuditPageProps) {
  const { locale } = useLocale();
  const columns = useMemo(() => columnsFor(locale), [locale]);
  const list = useQuery({ ...trpc.audit.list.queryOptions(auditInput(search)), placeholderData: keepPreviousData });
  const { cursor: _cursor, ...filter } = search;
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <PageHeader title={t.title} store={text.shell.app} description={t.description} />
      <Stack gap="md">
        <AuditFilters search={search} onSearch={onSearch} />
        <ListTable
          list={list}
          skeleton={<TableSkeleton rows={14} columns={4} />}
          onCursor={(cursor) => onSearch({ cursor })}
          label={t.title}
          columns={columns}
          rowId={({ id }) => id}
          empty={
            filtered ? (
              <NoMatch title={t.noMatch} onClear={() => onSearch(noAuditFilter)}>
                {t.noMatchBody}
              </NoMatch>
            ) : (
              <EmptyState icon={IconHistory} title={t.empty}>
                {t.emptyBody}
              </EmptyState>
            )
          }
        />
      </Stack>
    </>
  );
}
