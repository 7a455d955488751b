import { mostEntriesText } from "@clientele/domain/pricing/priceListEntry";
import { Button, FileButton, Group } from "@mantine/core";
import { IconArrowBackUp, IconClipboardList, IconDownload, IconUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { failToast } from "../failToast.ts";
import { gridText } from "../text/grid.ts";
import { allEntries, csvOf, download, fileName } from "./entriesCsv.ts";
import type { GivenEntries } from "./ImportEntries.tsx";
import type { PriceListDetail } from "./priceListForm.ts";
import type { EntryEdits } from "./useEntryEdits.ts";

const t = gridText;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

export interface EntryToolsProps {
  list: PriceListDetail;
  editable: boolean;
  edits: EntryEdits;
  /** Opens the import, with what a file holds or with nothing yet. */
  onImport: (given?: GivenEntries) => void;
}

/** The ways in and out of the prices of a list, and the way back. */
export function EntryTools({ list, editable, edits, onImport }: EntryToolsProps) {
  const file = useMutation({
    mutationFn: async () => download(fileName(list.name), csvOf(await allEntries(list.id), list.currency)),
    onError: failToast,
  });
  const upload = async (chosen: File | null) => {
    if (chosen === null) return;
    // No character of UTF-8 has more bytes, so that a larger file is too long without being read.
    const content = chosen.size > mostEntriesText * 4 ? "" : await chosen.text();
    onImport({ text: content.slice(0, mostEntriesText + 1), file: chosen.name });
  };
  return (
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
          <Button variant="default" leftSection={<IconClipboardList {...icon} />} onClick={() => onImport()}>
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
  );
}
