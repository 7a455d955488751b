import { csvFormatRows } from "d3-dsv";
import { plainAmount } from "@clientele/domain/money";
import { client } from "../trpc.ts";
import type { Entry } from "./entryDraft.ts";

const head = ["SKU", "From quantity", "Price", "To quantity", "Excluded"];

/** Spreadsheets run a cell that begins with one of these signs as a formula; a quote before it keeps it a text. */
const safe = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** The rows of a list as the import reads them again. */
export function csvOf(entries: readonly Entry[], currency: string): string {
  const rows = entries.flatMap(({ sku, excluded, ranges }) => {
    if (excluded) return [[safe(sku), "", "", "", "excluded"]];
    return ranges.map(({ min, max, amount }) => [
      safe(sku),
      String(min),
      plainAmount(amount, currency),
      max === null ? "" : String(max),
      "",
    ]);
  });
  return csvFormatRows([head, ...rows]);
}

/** Everything that the list names, page by page. */
export async function allEntries(priceListId: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof client.priceLists.entries.query>> = await client.priceLists.entries.query({
      priceListId,
      limit: 1000,
      ...(cursor === null ? {} : { cursor }),
    });
    entries.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return entries;
}

/** Hands a text to the reader's machine as a file. */
export function download(name: string, csv: string): void {
  // The mark tells spreadsheets that the text is UTF-8.
  const address = URL.createObjectURL(new Blob(["\uFEFF", csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name for the file that every system takes. */
export const fileName = (list: string): string =>
  `${
    list
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "prices"
  }.csv`;
