import { ConfirmPassword } from "@clientele/domain/sessions/account";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { openDialog } from "@clientele/ui/openDialog.ts";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Text } from "@mantine/core";
import { text } from "./text.ts";
import { client } from "./trpc.ts";

interface ProofProps {
  onProven: () => void;
  onCancel: () => void;
}

function ProofForm({ onProven, onCancel }: ProofProps) {
  const form = useZodForm(ConfirmPassword, { initialValues: { password: "" }, name: "proof" });
  const prove = async (values: { password: string }) => {
    await client.account.confirmPassword.mutate(values);
    onProven();
  };
  return (
    <Form form={form} onSubmit={prove} label={text.account.proof.title}>
      <Text>{text.account.proof.body}</Text>
      <Field form={form} name="password" kind="password" label={text.account.password} autoFocus />
      <FormActions
        cancel={text.account.proof.cancel}
        onCancel={onCancel}
        submit={text.account.proof.confirm}
        sending={form.sending}
      />
    </Form>
  );
}

/** Asks for the password; false when the dialog is closed instead. */
export const askPassword = (): Promise<boolean> =>
  new Promise((resolve) => {
    openDialog((close) => ({
      title: text.account.proof.title,
      size: 420,
      onClose: () => resolve(false),
      children: (
        <ProofForm
          onProven={() => {
            resolve(true);
            close();
          }}
          onCancel={close}
        />
      ),
    }));
  });
