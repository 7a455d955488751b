import { UpdateTag } from "@clientele/domain/customers/tag";
import type { ConflictField } from "@clientele/ui/conflict.ts";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { ColourField } from "../ColourField.tsx";
import { text } from "../text.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import type { TagRow } from "./TagsPage.tsx";

const t = text.tags.edit;
const { shape } = UpdateTag;
const TagForm = z.strictObject({ name: shape.name.unwrap(), colour: shape.colour.unwrap() });
type Values = z.input<typeof TagForm>;

const valuesOf = ({ name, colour }: TagRow): Values => ({ name, colour });
const labels = { name: t.name, colour: t.colour };
const names: Readonly<Record<string, string>> = text.tags.colours;
const format = ({ name }: ConflictField, value: unknown): string =>
  typeof value !== "string" ? "" : name === "colour" ? (names[value] ?? value) : value;

/** The tag as it is stored now; one that is gone stays as it was seen, and saving it says so. */
const reread = async (seen: TagRow): Promise<TagRow> => {
  const all = await queryClient.fetchQuery(trpc.tags.list.queryOptions(undefined, { staleTime: 0 }));
  return all.find(({ id }) => id === seen.id) ?? seen;
};

/** Renames or recolours a tag for everybody who bears it. */
export function EditTag({ tag, onDone }: { tag: TagRow; onDone: () => void }) {
  const { mutateAsync } = useMutation(
    trpc.tags.update.mutationOptions({ meta: { invalidates: ["tags", "customers"] } }),
  );
  const form = useZodForm(TagForm, { initialValues: valuesOf(tag), name: "tag" });
  const { submit, dialog } = useRowForm<Values, TagRow>({
    form,
    row: tag,
    valuesOf,
    labels,
    format,
    save: async (values, { id, version }) => {
      const saved = await mutateAsync({ id, version, ...values });
      doneToast(t.saved(saved.name));
      form.take(valuesOf(saved));
      onDone();
      return saved;
    },
    reread: () => reread(tag),
  });
  return (
    <>
      <Form form={form} onSubmit={submit} label={t.title(tag.name)}>
        <LeaveGuard form={form} />
        <Field form={form} name="name" label={t.name} description={t.nameHint} autoComplete="off" autoFocus />
        <ColourField
          label={t.colour}
          value={form.values.colour}
          onChange={(colour) => form.setFieldValue("colour", colour)}
        />
        <FormActions cancel={t.cancel} onCancel={onDone} submit={t.submit} sending={form.sending} />
      </Form>
      {dialog}
    </>
  );
}
