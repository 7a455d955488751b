import { ChangeCustomerEmail, DisableCustomer } from "@clientele/domain/customers/customer";
import { hasAccount } from "@clientele/domain/customers/customerStatus";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { openDialog } from "../openDialog.tsx";
import { callOf } from "../PersonCell.tsx";
import { customerText } from "../text/customer.ts";
import { trpc } from "../trpc.ts";
import type { CustomerDetail } from "./CustomerHead.tsx";

const t = customerText.action;
const DisableForm = DisableCustomer.pick({ reason: true });
const EmailForm = ChangeCustomerEmail.pick({ email: true, reason: true });

interface DialogProps {
  customer: CustomerDetail;
  close: () => void;
}

function Disable({ customer: { id, version }, close }: DialogProps) {
  const { mutateAsync } = useMutation(trpc.customers.disable.mutationOptions());
  const form = useZodForm(DisableForm, { initialValues: { reason: "" }, name: "disable" });
  const send = async (values: z.input<typeof DisableForm>) => {
    await mutateAsync({ id, version, ...values });
    doneToast(t.disabled);
    close();
  };
  return (
    <Form form={form} onSubmit={send}>
      <Text>{t.disableBody}</Text>
      <Field form={form} name="reason" label={t.reason} description={t.reasonHint} autoComplete="off" autoFocus />
      <FormActions cancel={t.cancel} onCancel={close} submit={t.disableVerb} sending={form.sending} harmful />
    </Form>
  );
}

/** Asks why, then closes the door. */
export const openDisable = (customer: CustomerDetail): void =>
  openDialog(t.disableTitle(callOf(customer)), (close) => <Disable customer={customer} close={close} />);

function ChangeEmail({ customer: { id, version, status }, close }: DialogProps) {
  const account = hasAccount(status);
  const { mutateAsync } = useMutation(trpc.customers.changeEmail.mutationOptions());
  const form = useZodForm(EmailForm, { initialValues: { email: "", reason: "" }, name: "change-email" });
  const send = async (values: z.input<typeof EmailForm>) => {
    await mutateAsync({ id, version, ...values });
    doneToast(account ? t.emailAsked(values.email.trim()) : t.emailChanged);
    close();
  };
  return (
    <Form form={form} onSubmit={send}>
      <Text>{account ? t.emailAccount : t.emailGuest}</Text>
      <Field form={form} name="email" kind="email" label={t.emailNew} autoComplete="off" autoFocus />
      <Field form={form} name="reason" label={t.reason} description={t.reasonHint} autoComplete="off" />
      <FormActions cancel={t.cancel} onCancel={close} submit={t.emailVerb} sending={form.sending} />
    </Form>
  );
}

/** Corrects the e-mail of a guest, or starts the change for an account. */
export const openChangeEmail = (customer: CustomerDetail): void =>
  openDialog(t.emailTitle, (close) => <ChangeEmail customer={customer} close={close} />);
