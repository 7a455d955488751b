import { fieldProblemsOf } from "@clientele/domain/fieldProblem";
import { type LooseKeys, useForm, type UseFormReturnType } from "@mantine/form";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { problemOf } from "./problem.ts";
import { problemText } from "./problemText.ts";
import { isRequired } from "./schemaField.ts";

type FormValues = Record<string, unknown>;

export interface ZodForm<Values> extends UseFormReturnType<Values> {
  /** True while a submission is on its way. */
  sending: boolean;
  /** The last failure, as far as no field shows it; for `ProblemNotice`. Null when there is none. */
  failure: unknown;
  /** Shows a failed call: what belongs to a field at that field, the rest in `failure`. Nothing typed is lost. */
  showFailure: (error: unknown) => void;
  /** True where the schema refuses an empty value. */
  isRequired: (path: string) => boolean;
  /**
   * The handler of the form's submit event: checks, focuses the first wrong field, sends once however often it is
   * pressed, and shows what fails. Afterwards the sent values count as the saved ones.
   */
  submit: (send: (values: Values) => Promise<unknown>) => (event?: SyntheticEvent) => void;
  /** Takes the row as it is saved: fields become its values and the form counts as unchanged. */
  take: (values: Values) => void;
  /** Fills in values that are not saved yet, as after a conflict; `saved` is what they are compared with. */
  fill: (values: Values, saved: Values) => void;
  /** Goes back to the saved values. */
  discard: () => void;
}

export interface ZodFormOptions<Values> {
  initialValues: Values;
  /** Needed only where two forms with fields of the same name stand on one page. */
  name?: string;
}

/** The mark by which the form finds a field that is none of `Field`'s kinds, to put the focus there. */
export const pathOf = <Values>(form: ZodForm<Values>, name: LooseKeys<Values> & string): string =>
  Reflect.get(form.getInputProps(name), "data-path") as string;

/**
 * A form over a schema of the domain: the same rules as the server's, in the words of `problemText`. What is sent is
 * what was typed; trimming and the like happen once, at the server. Mantine's own `schemaResolver` would show zod's
 * messages, so the issues are translated here.
 */
export function useZodForm<Schema extends z.ZodType<unknown, FormValues>>(
  schema: Schema,
  { initialValues, name }: ZodFormOptions<z.input<Schema>>,
): ZodForm<z.input<Schema>> {
  type Values = z.input<Schema>;

  const check = (values: Values): Record<string, string> => {
    const parsed = schema.safeParse(values);
    if (parsed.success) return {};
    return Object.fromEntries(
      Object.entries(fieldProblemsOf(parsed.error)).map(([path, problem]) => [path, problemText(problem)]),
    );
  };

  const form = useForm<Values>({
    initialValues,
    validate: check,
    ...(name === undefined ? {} : { name }),
  });
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const underway = useRef(false);
  const taken = useRef(false);
  const wrong = useRef<string[]>([]);

  // After the errors are on the page, so that a screen reader reads the field together with its error.
  useEffect(() => {
    if (wrong.current.length === 0) return;
    const nodes = wrong.current.flatMap((path) => form.getInputNode(path) ?? []);
    nodes.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    nodes[0]?.focus();
    // With its error, which stands below it and would lie under the save bar.
    (nodes[0]?.closest(".mantine-InputWrapper-root") ?? nodes[0])?.scrollIntoView({ block: "nearest" });
    wrong.current = [];
  });

  /** The path itself or the nearest one above it that has a field on the page. */
  const placeOf = (path: string): string | null => {
    for (let at = path; at !== ""; at = at.includes(".") ? at.slice(0, at.lastIndexOf(".")) : "") {
      if (form.getInputNode(at) !== null) return at;
    }
    return null;
  };

  const showFailure = (error: unknown): void => {
    const fields = Object.entries(problemOf(error)?.fields ?? {});
    const errors: Record<string, string> = {};
    let placed = 0;
    for (const [path, problem] of fields) {
      const place = placeOf(path);
      if (place === null) continue;
      placed += 1;
      errors[place] ??= problemText(problem);
    }
    wrong.current = Object.keys(errors);
    form.setErrors(errors);
    setFailure(fields.length > 0 && placed === fields.length ? null : error);
  };

  const submit: ZodForm<Values>["submit"] = (send) => (event) => {
    event?.preventDefault();
    if (underway.current) return;
    const values = form.getValues();
    const errors: Record<string, string> = {};
    // What is wrong within a field of many values, such as one of several tags, is told at that field.
    for (const [path, problem] of Object.entries(check(values))) errors[placeOf(path) ?? path] ??= problem;
    form.setErrors(errors);
    setFailure(null);
    if (Object.keys(errors).length > 0) {
      wrong.current = Object.keys(errors);
      return;
    }
    underway.current = true;
    taken.current = false;
    setSending(true);
    void Promise.resolve()
      .then(() => send(values))
      .then(
        () => {
          // Unless the sender took the row the server answered, what was sent is what is saved.
          if (taken.current) return;
          form.setInitialValues(values);
          form.resetDirty(values);
        },
        (error: unknown) => showFailure(error),
      )
      .finally(() => {
        underway.current = false;
        setSending(false);
      });
  };

  const fill = (values: Values, saved: Values): void => {
    taken.current = true;
    form.setInitialValues(saved);
    form.resetDirty(saved);
    form.setValues(values);
    form.clearErrors();
    setFailure(null);
  };
  const take = (values: Values): void => fill(values, values);
  const discard = (): void => take(form.getInitialValues());

  return {
    ...form,
    sending,
    failure,
    showFailure,
    isRequired: (path) => isRequired(schema, path),
    submit,
    take,
    fill,
    discard,
  };
}
