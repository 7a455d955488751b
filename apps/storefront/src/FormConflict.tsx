import { type ConflictField, conflictsOf, mergeConflict } from "@clientele/ui/conflict.ts";
import { ConflictDialog } from "@clientele/ui/ConflictDialog.tsx";
import type { ZodForm } from "@clientele/ui/useZodForm.ts";
import type { ReactNode } from "react";

export interface FormConflictProps<Values extends object> {
  form: ZodForm<Values>;
  /** What is saved now; null as long as nobody else saved. */
  theirs: Values | null;
  labels: Partial<Record<keyof Values & string, string>>;
  format?: (field: ConflictField, value: unknown) => ReactNode;
  /** Sends the chosen values. */
  send: (values: Values) => Promise<unknown>;
  onClose: () => void;
}

/** Asks which of two versions of a form to keep, and sends the answer. */
export function FormConflict<Values extends object>(props: FormConflictProps<Values>) {
  const { form, theirs, labels, format, send, onClose } = props;
  if (theirs === null) return null;
  const base = form.getInitialValues();
  return (
    <ConflictDialog
      opened
      fields={conflictsOf(base, form.getValues(), theirs, labels)}
      {...(format === undefined ? {} : { format })}
      saving={form.sending}
      onClose={onClose}
      onResolve={(choices) => {
        form.fill(mergeConflict(base, form.getValues(), theirs, choices), theirs);
        onClose();
        form.submit(send)();
      }}
    />
  );
}
