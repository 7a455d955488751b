import { CreateCustomer } from "@clientele/domain/customers/customer";
import { canonicalEmail } from "@clientele/domain/customers/email";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { pathOf, useZodForm } from "@clientele/ui/useZodForm.ts";
import { SimpleGrid } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { GroupsPicker } from "../GroupPicker.tsx";
import { AnchorLink } from "../links.tsx";
import { useCan } from "../me.ts";
import { callOf } from "../PersonCell.tsx";
import { TagsField } from "../TagsField.tsx";
import { text } from "../text.ts";
import { client, type Outputs, trpc } from "../trpc.ts";

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

type Found = Outputs["customers"]["list"]["items"][number];

/** Who has that e-mail already; nobody where it is only kept for somebody, or cannot be asked now. */
const findByEmail = async (email: string): Promise<Found | null> => {
  const search = canonicalEmail(email) ?? email;
  const found = await client.customers.list.query({ search, limit: 5 }).catch(() => null);
  return found?.items.find((customer) => customer.email === search) ?? null;
};

/** Enters somebody by hand: as a guest, or invited at once. */
export function NewCustomer({ onDone, onCancel }: NewCustomerProps) {
  const can = useCan();
  // A second press, or a repeat after a lost answer, makes no second customer.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [namesake, setNamesake] = useState<Found | null>(null);
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
    setNamesake(null);
    const customer = await mutateAsync({ ...values, idempotencyKey }).catch(async (error: unknown) => {
      if (isProblemCode(error, "customer.email_taken")) setNamesake(await findByEmail(values.email));
      throw error;
    });
    doneToast(values.invite ? t.invited(callOf(customer)) : t.done(callOf(customer)));
    form.take(values);
    onDone(customer.id);
  };
  const taken = form.errors["email"] === undefined ? null : namesake;
  const errorOf = (name: string): string | null => {
    const error = form.errors[name];
    return typeof error === "string" ? error : null;
  };
  return (
    <Form form={form} onSubmit={send} label={t.title}>
      <LeaveGuard form={form} />
      <Field form={form} name="email" kind="email" label={t.email} autoComplete="off" autoFocus />
      {taken !== null && (
        <AnchorLink to="/customers/$customerId" params={{ customerId: taken.id }} size="sm">
          {t.openTaken(callOf(taken))}
        </AnchorLink>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Field form={form} name="firstName" label={t.firstName} autoComplete="off" />
        <Field form={form} name="lastName" label={t.lastName} autoComplete="off" />
      </SimpleGrid>
      <Field form={form} name="phone" kind="phone" label={t.phone} description={t.phoneHint} autoComplete="off" />
      <Field form={form} name="companyName" label={t.company} autoComplete="off" />
      {can("groups.write") && (
        <GroupsPicker
          joinable
          label={t.groups}
          description={t.groupsHint}
          value={form.values.groupIds}
          onChange={(ids) => form.setFieldValue("groupIds", ids)}
          error={errorOf("groupIds")}
          data-path={pathOf(form, "groupIds")}
        />
      )}
      <TagsField
        label={t.tags}
        description={t.tagsHint}
        value={form.values.tags}
        onChange={(tags) => form.setFieldValue("tags", tags)}
        error={errorOf("tags")}
        data-path={pathOf(form, "tags")}
      />
      <Field form={form} name="invite" kind="switch" label={t.invite} description={t.inviteHint} />
      <FormActions cancel={t.cancel} onCancel={onCancel} submit={t.submit} sending={form.sending} />
    </Form>
  );
}
