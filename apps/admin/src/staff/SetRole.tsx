import { SetRole as SetRoleInput } from "@clientele/domain/staff/staff";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { openDialog } from "../openDialog.tsx";
import { withProof } from "../proof.ts";
import { text } from "../text.ts";
import { client, trpc } from "../trpc.ts";
import { RoleField } from "./RoleField.tsx";
import type { StaffRow } from "./StaffPage.tsx";

const t = text.staff.setRole;
const RoleForm = SetRoleInput.pick({ role: true });
type Values = z.input<typeof RoleForm>;

function SetRole({ member: { id, version, name, role }, close }: { member: StaffRow; close: () => void }) {
  const { mutateAsync } = useMutation({
    mutationKey: trpc.staff.setRole.mutationKey(),
    mutationFn: (values: Values) => withProof(() => client.staff.setRole.mutate({ id, version, ...values })),
  });
  const form = useZodForm(RoleForm, { initialValues: { role }, name: "role" });
  const send = async (values: Values) => {
    await mutateAsync(values);
    doneToast(t.done(name, text.staff.role[values.role].toLowerCase()));
    close();
  };
  return (
    <Form form={form} onSubmit={send}>
      <RoleField value={form.values.role} onChange={(chosen) => form.setFieldValue("role", chosen)} />
      <FormActions cancel={text.staff.invite.cancel} onCancel={close} submit={t.submit} sending={form.sending} />
    </Form>
  );
}

/** The dialog that gives a colleague another role. */
export const openSetRole = (member: StaffRow): void =>
  openDialog(t.title(member.name), (close) => <SetRole member={member} close={close} />);
