import { CreateCustomer } from "@clientele/domain/customers/customer";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { SimpleGrid } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { GroupsPicker } from "../GroupPicker.tsx";
import { useCan } from "../me.ts";
import { callOf } from "../PersonCell.tsx";
import { TagsField } from "../TagsField.tsx";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";

const t = text.customers.create;

// What the sheet shows is never left out, so the fields have no defaults here.
const { shape } = CreateCustomer;
const NewCustomerForm = z.strictObject({
  email: shape.email,
  firstName: shape.firstName.unwrap(),
  lastName: shape.lastName.unwrap(),
  phone: shape.phone.unwrap(),
  companyName: shape.companyName.unwrap(),
  tags: shape.tags.unwrap(),
  groupIds: shape.groupIds.unwrap(),
  invite: shape.invite.unwrap(),
});

export interface NewCustomerProps {
  onDone: (customerId: string) => void;
  onCancel: () => void;
}

/** Enters somebody by hand: as a guest, or invited at once. */
export function NewCustomer({ onDone, onCancel }: NewCustomerProps) {
  const can = useCan();
  // A second press, or a repeat after a lost answer, makes no second customer.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { mutateAsync } = useMutation(
    trpc.customers.create.mutationOptions({ meta: { invalidates: ["customers", "groups", "tags"] } }),
  );
  const form = useZodForm(NewCustomerForm, {
    initialValues: {
      email: "",
      firstName: "",
      lastName: "",
      phone: null,
      companyName: null,
      tags: [],
      groupIds: [],
      invite: false,
    },
  });
  const send = async (values: z.input<typeof NewCustomerForm>) => {
    const customer = await mutateAsync({ ...values, idempotencyKey });
    doneToast(values.invite ? t.invited(callOf(customer)) : t.done(callOf(customer)));
    form.take(values);
    onDone(customer.id);
  };
  const errorOf = (name: string): string | null => {
    const error = form.errors[name];
    return typeof error === "string" ? error : null;
  };
  return (
    <Form form={form} onSubmit={send} label={t.title}>
      <LeaveGuard form={form} />
      <Field form={form} name="email" kind="email" label={t.email} autoComplete="off" autoFocus />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Field form={form} name="firstName" label={t.firstName} autoComplete="off" />
        <Field form={form} name="lastName" label={t.lastName} autoComplete="off" />
      </SimpleGrid>
      <Field form={form} name="phone" kind="phone" label={t.phone} description={t.phoneHint} autoComplete="off" />
      <Field form={form} name="companyName" label={t.company} autoComplete="off" />
      {can("groups.write") && (
        <GroupsPicker
          label={t.groups}
          description={t.groupsHint}
          value={form.values.groupIds}
          onChange={(ids) => form.setFieldValue("groupIds", ids)}
          error={errorOf("groupIds")}
        />
      )}
      <TagsField
        label={t.tags}
        description={t.tagsHint}
        value={form.values.tags}
        onChange={(tags) => form.setFieldValue("tags", tags)}
        error={errorOf("tags")}
      />
      <Field form={form} name="invite" kind="switch" label={t.invite} description={t.inviteHint} />
      <FormActions cancel={t.cancel} onCancel={onCancel} submit={t.submit} sending={form.sending} />
    </Form>
  );
}
