import { InviteStaff as InviteStaffInput } from "@clientele/domain/staff/staff";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { withProof } from "../proof.ts";
import { text } from "../text.ts";
import { client, trpc } from "../trpc.ts";
import { RoleField } from "./RoleField.tsx";

const t = text.staff.invite;
type Values = z.input<typeof InviteStaffInput>;

/** Invites a colleague by mail, with the role they begin with. */
export function InviteStaff({ onDone }: { onDone: () => void }) {
  const { mutateAsync } = useMutation({
    mutationKey: trpc.staff.invite.mutationKey(),
    mutationFn: (values: Values) => withProof(() => client.staff.invite.mutate(values)),
  });
  const form = useZodForm(InviteStaffInput, { initialValues: { email: "", name: "", role: "viewer" } });
  const send = async (values: Values) => {
    const { email } = await mutateAsync(values);
    doneToast(t.done(email));
    form.take(values);
    onDone();
  };
  return (
    <Form form={form} onSubmit={send} label={t.title}>
      <LeaveGuard form={form} />
      <Field form={form} name="name" label={t.name} autoComplete="off" autoFocus />
      <Field form={form} name="email" kind="email" label={t.email} autoComplete="off" />
      <RoleField value={form.values.role} onChange={(role) => form.setFieldValue("role", role)} />
      <FormActions cancel={t.cancel} onCancel={onDone} submit={t.submit} sending={form.sending} />
    </Form>
  );
}
