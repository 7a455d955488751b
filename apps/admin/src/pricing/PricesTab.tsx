import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { SearchBox } from "@clientele/ui/SearchBox.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Box, Button, Group, Stack, Switch, Text } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useCan } from "../me.ts";
import { openDialog } from "../openDialog.tsx";
import { gridText } from "../text/grid.ts";
import type { EntriesSearch } from "./entriesSearch.ts";
import { EntryTools } from "./EntryTools.tsx";
import { countWrong } from "./gridRows.ts";
import { type GivenEntries, ImportEntries } from "./ImportEntries.tsx";
import type { PriceListDetail } from "./priceListForm.ts";
import { useEntryEdits } from "./useEntryEdits.ts";
import { useEntryPages } from "./useEntryPages.ts";

// The grid and its style sheet come with this page only.
const EntryGrid = lazy(() => import("./EntryGrid.tsx"));
const t = gridText;
const skeleton = <TableSkeleton rows={10} columns={5} />;

export interface PricesTabProps {
  list: PriceListDetail;
  search: EntriesSearch;
  onSearch: (changes: Partial<EntriesSearch>) => void;
}

/** The prices of a list: the grid, and the ways in and out of it. */
export function PricesTab({ list, search, onSearch }: PricesTabProps) {
  const can = useCan();
  const { locale } = useLocale();
  const editable = can("pricing.write") && list.status !== "archived";
  const pages = useEntryPages(list.id, search);
  const edits = useEntryEdits({ list, pages });
  const wrong = countWrong(edits.drafts, { currency: list.currency, locale });
  const openImport = (given?: GivenEntries) =>
    openDialog(
      given?.file === undefined ? t.check.title : t.check.uploadTitle(given.file),
      (close) => <ImportEntries list={list} given={given?.text} edits={edits} close={close} />,
      860,
    );
  return (
    <Stack gap="md">
      <LeaveGuard form={{ isDirty: () => edits.saving || wrong > 0 }} elsewhereOnly />
      <Group gap="sm">
        <Box flex="1 1 14rem" maw={360}>
          <SearchBox
            value={search.search}
            onSearch={(found) => onSearch({ search: found })}
            placeholder={t.search}
            busy={pages.isPending}
          />
        </Box>
        <Switch
          label={t.all}
          title={t.allHint}
          checked={search.all === true}
          onChange={(event) => onSearch({ all: event.currentTarget.checked ? true : undefined })}
        />
        <EntryTools list={list} editable={editable} edits={edits} onImport={openImport} />
      </Group>
      <ProblemNotice error={pages.error} onRetry={pages.retry} />
      {pages.isPending && skeleton}
      {!pages.isPending && pages.error === null && pages.rows.length === 0 && (
        <NoEntries editable={editable} search={search} onSearch={onSearch} />
      )}
      {pages.rows.length > 0 && (
        <>
          <Suspense fallback={skeleton}>
            <EntryGrid
              label={t.title}
              currency={list.currency}
              entries={pages.rows}
              drafts={edits.drafts}
              editable={editable}
              adjusted={list.adjustment !== null}
              total={pages.total.count}
              onMore={pages.more}
              onEdit={edits.edit}
              onUndo={() => void edits.undo()}
              onBlock={(pasted) => openImport({ text: pasted })}
            />
          </Suspense>
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed" className="figures">
              {t.counted(formatTotal(pages.total, locale), pages.total.count === 1)}
            </Text>
            {editable && (
              <Text size="sm" c={wrong > 0 ? "var(--mantine-color-error)" : "dimmed"} role="status">
                {wrong > 0 ? t.unsaved(wrong) : edits.saving ? t.saving : t.saved}
              </Text>
            )}
          </Group>
          {editable && (
            <Text size="xs" c="dimmed" visibleFrom="sm">
              {t.help}
            </Text>
          )}
        </>
      )}
    </Stack>
  );
}

/** What stands instead of the grid: a search that found nothing, or a list that says nothing yet. */
function NoEntries({ editable, search, onSearch }: Omit<PricesTabProps, "list"> & { editable: boolean }) {
  if (search.search !== undefined) {
    return <NoMatch title={t.noMatch(search.search)} onClear={() => onSearch({ search: undefined })} />;
  }
  const showAll =
    editable && search.all !== true ? <Button onClick={() => onSearch({ all: true })}>{t.showAll}</Button> : undefined;
  return (
    <EmptyState icon={IconTable} title={t.none} action={showAll}>
      {editable ? t.noneBody : t.noneArchived}
    </EmptyState>
  );
}
