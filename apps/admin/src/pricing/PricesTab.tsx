import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { SearchBox } from "@clientele/ui/SearchBox.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Box, Button, FileButton, Group, Stack, Switch, Text } from "@mantine/core";
import { IconArrowBackUp, IconClipboardList, IconDownload, IconTable, IconUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { failToast } from "../failToast.ts";
import { useCan } from "../me.ts";
import { openDialog } from "../openDialog.tsx";
import { gridText } from "../text/grid.ts";
import { allEntries, csvOf, download, fileName } from "./entriesCsv.ts";
import type { EntriesSearch } from "./entriesSearch.ts";
import { countWrong } from "./gridRows.ts";
import { ImportEntries } from "./ImportEntries.tsx";
import type { PriceListDetail } from "./priceListForm.ts";
import { useEntryEdits } from "./useEntryEdits.ts";
import { useEntryPages } from "./useEntryPages.ts";

// The grid and its style sheet come with this page only.
const EntryGrid = lazy(() => import("./EntryGrid.tsx"));
const t = gridText;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;
/** What the server takes of a text at once. */
const mostCharacters = 240_000;

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
  const file = useMutation({
    mutationFn: async () => download(fileName(list.name), csvOf(await allEntries(list.id), list.currency)),
    onError: failToast,
  });
  const wrong = countWrong(edits.drafts, { currency: list.currency, locale });

  const openImport = (given?: { text: string; file?: string }) =>
    openDialog(
      given?.file === undefined ? t.check.title : t.check.uploadTitle(given.file),
      (close) => (
        <ImportEntries
          list={list}
          {...(given === undefined ? {} : { given: given.text })}
          write={edits.write}
          replaceAll={edits.replaceAll}
          close={close}
        />
      ),
      860,
    );
  const upload = async (chosen: File | null) => {
    if (chosen === null) return;
    const content = chosen.size > mostCharacters * 4 ? "" : await chosen.text();
    openImport({ text: content.slice(0, mostCharacters + 1), file: chosen.name });
  };

  const empty =
    search.search !== undefined ? (
      <NoMatch title={t.noMatch(search.search)} onClear={() => onSearch({ search: undefined })} />
    ) : (
      <EmptyState
        icon={IconTable}
        title={t.none}
        {...(editable && search.all !== true
          ? { action: <Button onClick={() => onSearch({ all: true })}>{t.showAll}</Button> }
          : {})}
      >
        {editable ? t.noneBody : t.noneArchived}
      </EmptyState>
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
        <Group gap="xs" ml="auto">
          {editable && (
            <>
              <Button
                variant="default"
                leftSection={<IconArrowBackUp {...icon} />}
                disabled={!edits.canUndo}
                onClick={() => void edits.undo()}
              >
                {t.undo}
              </Button>
              <Button variant="default" leftSection={<IconClipboardList {...icon} />} onClick={() => openImport()}>
                {t.paste}
              </Button>
              <FileButton accept=".csv,.tsv,.txt,text/csv,text/plain" onChange={(chosen) => void upload(chosen)}>
                {(props) => (
                  <Button {...props} variant="default" leftSection={<IconUpload {...icon} />}>
                    {t.upload}
                  </Button>
                )}
              </FileButton>
            </>
          )}
          <Button
            variant="default"
            leftSection={<IconDownload {...icon} />}
            loading={file.isPending}
            disabled={list.variants === 0}
            onClick={() => file.mutate()}
          >
            {t.download}
          </Button>
        </Group>
      </Group>
      <ProblemNotice error={pages.error} onRetry={pages.retry} />
      {pages.isPending ? (
        <TableSkeleton rows={10} columns={5} />
      ) : pages.rows.length === 0 ? (
        pages.error === null && empty
      ) : (
        <Suspense fallback={<TableSkeleton rows={10} columns={5} />}>
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
      )}
      {pages.rows.length > 0 && (
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
      )}
      {editable && pages.rows.length > 0 && (
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t.help}
        </Text>
      )}
    </Stack>
  );
}
