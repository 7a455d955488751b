import { CreateGroup } from "@clientele/domain/groups/group";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { ColourField } from "../ColourField.tsx";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";

const t = text.groups.create;
const { shape } = CreateGroup;
const NewGroupForm = z.strictObject({
  name: shape.name,
  description: shape.description.unwrap(),
  colour: shape.colour.unwrap(),
});

export interface NewGroupProps {
  onDone: (groupId: string) => void;
  onCancel: () => void;
}

/** Makes a group; its members come next, on its own page. */
export function NewGroup({ onDone, onCancel }: NewGroupProps) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { mutateAsync } = useMutation(trpc.groups.create.mutationOptions());
  const form = useZodForm(NewGroupForm, { initialValues: { name: "", description: "", colour: "teal" } });
  const send = async (values: z.input<typeof NewGroupForm>) => {
    const group = await mutateAsync({ ...values, idempotencyKey });
    doneToast(t.done(group.name));
    form.take(values);
    onDone(group.id);
  };
  return (
    <Form form={form} onSubmit={send} label={t.title}>
      <LeaveGuard form={form} />
      <Field form={form} name="name" label={t.name} autoComplete="off" autoFocus />
      <Field form={form} name="description" kind="textarea" label={t.description} description={t.descriptionHint} />
      <ColourField
        label={t.colour}
        value={form.values.colour}
        onChange={(colour) => form.setFieldValue("colour", colour)}
      />
      <FormActions cancel={t.cancel} onCancel={onCancel} submit={t.submit} sending={form.sending} />
    </Form>
  );
}
