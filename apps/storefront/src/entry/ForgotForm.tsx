import { RequestPasswordReset } from "@clientele/domain/sessions/account";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import type { AskFormProps } from "./SignUpForm.tsx";

/** Asks for the link to a new password. */
export function ForgotForm({ email, onAsked }: AskFormProps) {
  const form = useZodForm(RequestPasswordReset, { initialValues: { email } });
  const ask = useMutation(trpc.account.requestPasswordReset.mutationOptions({ meta: { invalidates: [] } }));
  const send = async (values: RequestPasswordReset) => {
    await ask.mutateAsync(values);
    onAsked(values.email.trim());
  };
  return (
    <Form form={form} onSubmit={send}>
      <Field form={form} name="email" kind="email" label={text.fields.email} autoComplete="username" />
      <Button type="submit" loading={form.sending} fullWidth>
        {text.forgot.submit}
      </Button>
    </Form>
  );
}
