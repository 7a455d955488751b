import type { EntryInput } from "@clientele/domain/pricing/priceListEntry";
import { isSameEntry } from "@clientele/domain/pricing/entries";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { useMutation } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { failToast } from "../failToast.ts";
import { gridText } from "../text/grid.ts";
import { type Outputs, queryClient, trpc } from "../trpc.ts";
import { type Draft, draftOf, type Entry, judge } from "./entryDraft.ts";
import { touchedLists } from "./touched.ts";
import type { useEntryPages } from "./useEntryPages.ts";

/** How many entries one call takes. */
const mostAtOnce = 1000;
const mostSteps = 50;

/** What undoes a step: what was said before, or the import that is taken back. */
type Step = readonly EntryInput[] | { importId: string };

export interface VariantEdit {
  variantId: string;
  change: (draft: Draft) => Draft;
}

interface Options {
  list: { id: string; currency: string };
  pages: ReturnType<typeof useEntryPages>;
}

/** What is typed into the grid: read cells are sent at once, one call an edit; others wait where they stand. */
export function useEntryEdits({ list: { id: priceListId, currency }, pages }: Options) {
  const { locale } = useLocale();
  const { rows, patch, reread } = pages;
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [steps, setSteps] = useState(0);
  /** What undoes each edit, the last one last; an answer that is still on its way is waited for. */
  const history = useRef<Promise<Step>[]>([]);
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
      for (let at = 0; at < entries.length; at += mostAtOnce) {
        const answer = await mutateAsync({ priceListId, entries: entries.slice(at, at + mostAtOnce) });
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

  const remember = useCallback((before: Promise<Step>) => {
    const keep = (all: Promise<Step>[]) => {
      history.current = all.slice(-mostSteps);
      setSteps(history.current.length);
    };
    keep([...history.current, before]);
    before.catch(() => keep(history.current.filter((step) => step !== before)));
  }, []);

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
      const changed = new Map<string, Draft>();
      for (const { variantId, change } of edits) {
        const row = entriesById.get(variantId);
        if (row === undefined) continue;
        changed.set(variantId, change(changed.get(variantId) ?? drafts.get(variantId) ?? draftOf(row, currency)));
      }
      const sent: { row: Entry; draft: Draft; entry: EntryInput }[] = [];
      const settled: [string, Draft | null][] = [];
      for (const [variantId, draft] of changed) {
        const { entry } = judge(draft, currency, locale);
        const row = entriesById.get(variantId);
        // A row that was just added is empty and waits, though all that is written can be read.
        const waits = entry === null || draft.rows.length > Math.max(1, entry.ranges.length);
        settled.push([variantId, waits ? draft : null]);
        if (entry === null || row === undefined || isSameEntry({ variantId, ...entry }, row)) continue;
        sent.push({ row, draft, entry: { variantId, ...entry } });
      }
      withDrafts(settled);
      if (sent.length === 0) return;
      patch(sent.map(({ entry }) => entry));
      const before = send(sent.map(({ entry }) => entry));
      remember(before);
      before.catch((error: unknown) => {
        // What was typed stays in its cell, marked as unsaved; the row is as the server knows it.
        patch(sent.map(({ row }) => row));
        withDrafts(sent.map(({ row, draft }) => [row.variantId, draft]));
        failToast(error);
      });
    },
    [drafts, entriesById, currency, locale, patch, send, remember, withDrafts],
  );

  /** Writes what was pasted and checked. */
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

  /** Empties the list and fills it with what is right of a text; a repeat with the same key does nothing more. */
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
    const last = history.current.at(-1);
    if (last === undefined) return;
    history.current = history.current.slice(0, -1);
    setSteps(history.current.length);
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
  }, [patch, send, reread, undoImport, withDrafts]);

  return { drafts, edit, write, replaceAll, undo, canUndo: steps > 0, saving: set.isPending };
}
