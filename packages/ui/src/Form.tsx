import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { ProblemNotice } from "./ProblemNotice.tsx";
import type { ZodForm } from "./useZodForm.ts";

export interface FormProps<Values> {
  form: ZodForm<Values>;
  /** Sends the values; what it throws is shown at the fields and above them. */
  onSubmit: (values: Values) => Promise<unknown>;
  /** Names the form where a page has several. */
  label?: string;
  children: ReactNode;
}

/** A form with its notice; the browser's own bubbles are off, since each field shows its error itself. */
export function Form<Values>({ form, onSubmit, label, children }: FormProps<Values>) {
  return (
    <form noValidate onSubmit={form.submit(onSubmit)} aria-label={label}>
      <Stack gap="md">
        <ProblemNotice error={form.failure} />
        {children}
      </Stack>
    </form>
  );
}
