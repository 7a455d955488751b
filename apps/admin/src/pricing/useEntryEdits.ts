import { type EntryInput, mostEntriesSet } from "@clientele/domain/pricing/priceListEntry";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { useMutation } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { failToast } from "../failToast.ts";
import { gridText } from "../text/grid.ts";
import { type Outputs, queryClient, trpc } from "../trpc.ts";
import type { Draft } from "./entryDraft.ts";
import { touchedLists } from "./touched.ts";
import type { useEntryPages } from "./useEntryPages.ts";
import { useUndoSteps } from "./useUndoSteps.ts";
import { settleEdits, type VariantEdit } from "./variantEdits.ts";

/** What undoes a step: what was said before, or the import that is taken back. */
type Step = readonly EntryInput[] | { importId: string };

interface Options {
  list: { id: string; currency: string };
  pages: ReturnType<typeof useEntryPages>;
}

export type EntryEdits = ReturnType<typeof useEntryEdits>;

/** What is typed into the grid: read cells are sent at once, one call an edit; others wait where they stand. */
export function useEntryEdits({ list: { id: priceListId, currency }, pages }: Options) {
  const { locale } = useLocale();
  const { rows, patch, reread } = pages;
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const { canUndo, remember, takeLast } = useUndoSteps<Step>();
  const set = useMutation(
    trpc.priceLists.setEntries.mutationOptions({
      // Edits of the same variant must arrive in the order in which they were made.
      scope: { id: `entries of ${priceListId}` },
      meta: { invalidates: [] },
    }),
  );
  const { mutateAsync } = set;
  const { mutateAsync: importEntries } = useMutation(trpc.priceLists.importEntries.mutationOptions(touchedLists));
  const { mutateAsync: undoImport } = useMutation(trpc.priceLists.undoImport.mutationOptions(touchedLists));
  const entriesById = useMemo(() => new Map(rows.map((row) => [row.variantId, row])), [rows]);

  const send = useCallback(
    async (entries: readonly EntryInput[]): Promise<EntryInput[]> => {
      const before: EntryInput[] = [];
      for (let at = 0; at < entries.length; at += mostEntriesSet) {
        const answer = await mutateAsync({ priceListId, entries: entries.slice(at, at + mostEntriesSet) });
        before.push(...answer.before);
        queryClient.setQueryData(trpc.priceLists.get.queryKey({ id: priceListId }), (list) =>
          list === undefined ? list : { ...list, variants: answer.variants },
        );
      }
      for (const path of ["list", "conflicts", "previewActivation"] as const) {
        void queryClient.invalidateQueries(trpc.priceLists[path].pathFilter());
      }
      void queryClient.invalidateQueries(trpc.customers.previewPrices.pathFilter());
      return before;
    },
    [mutateAsync, priceListId],
  );

  const withDrafts = useCallback(
    (changed: Iterable<readonly [string, Draft | null]>) =>
      setDrafts((before) => {
        const after = new Map(before);
        for (const [id, draft] of changed) {
          if (draft === null) after.delete(id);
          else after.set(id, draft);
        }
        return after;
      }),
    [],
  );

  const edit = useCallback(
    (edits: readonly VariantEdit[]) => {
      const settled = settleEdits(edits, { entries: entriesById, drafts, currency, locale });
      const { unsent } = settled;
      withDrafts(settled.drafts);
      if (unsent.length === 0) return;
      patch(unsent.map(({ entry }) => entry));
      const before = send(unsent.map(({ entry }) => entry));
      remember(before);
      before.catch((error: unknown) => {
        // What was typed stays in its cell, marked as unsaved; the row is as the server knows it.
        patch(unsent.map(({ row }) => row));
        withDrafts(unsent.map(({ row, draft }) => [row.variantId, draft]));
        failToast(error);
      });
    },
    [drafts, entriesById, currency, locale, patch, send, remember, withDrafts],
  );

  /** Writes what was pasted and checked, so that it can be undone; answers how many changed. */
  const write = useCallback(
    async (entries: readonly EntryInput[]): Promise<number> => {
      const before = send(entries);
      remember(before);
      const changed = (await before).length;
      withDrafts(entries.map(({ variantId }) => [variantId, null]));
      await reread();
      return changed;
    },
    [send, remember, reread, withDrafts],
  );

  /**
   * Empties the list and fills it with what is right of a text, so that it can be undone; a repeat with the same key does
   * nothing more.
   */
  const replaceAll = useCallback(
    async (content: string, idempotencyKey: string): Promise<Outputs["priceLists"]["importEntries"]> => {
      const call = { priceListId, text: content, replace: true, skipProblems: true, idempotencyKey };
      const imported = await importEntries(call);
      const { importId } = imported;
      if (importId !== null) remember(Promise.resolve({ importId }));
      setDrafts(new Map());
      await reread();
      return imported;
    },
    [priceListId, importEntries, remember, reread],
  );

  const undo = useCallback(async () => {
    const last = takeLast();
    if (last === undefined) return;
    try {
      const before = await last;
      if ("importId" in before) {
        const { kept } = await undoImport(before);
        await reread();
        doneToast(kept === 0 ? gridText.undone : gridText.undoneBut(kept));
        return;
      }
      patch(before);
      withDrafts(before.map(({ variantId }) => [variantId, null]));
      await send(before);
      if (before.length > 1) await reread();
      doneToast(gridText.undone);
    } catch (error) {
      failToast(error);
      await reread();
    }
  }, [patch, send, reread, takeLast, undoImport, withDrafts]);

  return { drafts, edit, write, replaceAll, undo, canUndo, saving: set.isPending };
}
