import { type ConflictField, conflictsOf, mergeConflict } from "@clientele/ui/conflict.ts";
import { problemOf } from "@clientele/ui/problem.ts";
import { useStirred } from "@clientele/ui/stirred.ts";
import type { ZodForm } from "@clientele/ui/useZodForm.ts";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";

const ConflictDialog = lazy(async () => ({
  default: (await import("@clientele/ui/ConflictDialog.tsx")).ConflictDialog,
}));

export interface RowFormOptions<Values extends object, Row extends { version: number }> {
  form: ZodForm<Values>;
  /** The row as it is known now; the form follows it while nothing was typed. */
  row: Row;
  valuesOf: (row: Row) => Values;
  labels: Partial<Record<keyof Values & string, string>>;
  /** Sends the values over the row they began from; answers the row as it is saved. */
  save: (values: Values, before: Row) => Promise<Row>;
  reread: () => Promise<Row>;
  /** Takes over into what was typed what others changed within a field of many values; else a field is one value. */
  rebase?: (base: Values, mine: Values, theirs: Values) => Values;
  /** Shows a value of the "changed meanwhile" dialog that is no plain text. */
  format?: (field: ConflictField, value: unknown) => ReactNode;
}

interface Conflict<Values, Row> {
  fields: ConflictField[];
  mine: Values;
  base: Values;
  theirs: Row;
}

const isStale = (error: unknown): boolean => problemOf(error)?.code.endsWith(".changed_meanwhile") === true;

/** A form over a saved row: it follows the row, sends the version it saw, and when that is stale asks what to keep. */
export function useRowForm<Values extends object, Row extends { version: number }>(
  options: RowFormOptions<Values, Row>,
) {
  const { form, row, valuesOf, labels, save, reread, rebase, format } = options;
  const seen = useRef(row);
  const [conflict, setConflict] = useState<Conflict<Values, Row> | null>(null);
  const [saving, setSaving] = useState(false);
  const stirred = useStirred();

  useEffect(() => {
    if (row.version <= seen.current.version || form.isDirty() || form.sending) return;
    seen.current = row;
    form.take(valuesOf(row));
  }, [row, form, valuesOf]);

  const keep = (saved: Row) => {
    seen.current = saved;
    form.take(valuesOf(saved));
  };

  const submit = async (values: Values): Promise<void> => {
    try {
      keep(await save(values, seen.current));
    } catch (error) {
      if (!isStale(error)) throw error;
      const theirs = await reread();
      const base = valuesOf(seen.current);
      // The call was refused, so what was typed is still unsaved.
      form.fill(values, base);
      const saved = valuesOf(theirs);
      const mine = rebase === undefined ? values : rebase(base, values, saved);
      setConflict({ fields: conflictsOf(base, mine, saved, labels), mine, base, theirs });
    }
  };

  const dialog = stirred && (
    <Suspense>
      <ConflictDialog
        opened={conflict !== null}
        fields={conflict?.fields ?? []}
        saving={saving}
        onClose={() => setConflict(null)}
        {...(format === undefined ? {} : { format })}
        onResolve={(choices) => {
          if (conflict === null) return;
          const merged = mergeConflict(conflict.base, conflict.mine, valuesOf(conflict.theirs), choices);
          seen.current = conflict.theirs;
          form.fill(merged, valuesOf(conflict.theirs));
          setSaving(true);
          void submit(merged)
            .then(
              () => setConflict(null),
              (error: unknown) => {
                setConflict(null);
                form.showFailure(error);
              },
            )
            .finally(() => setSaving(false));
        }}
      />
    </Suspense>
  );
  return { submit, dialog };
}
