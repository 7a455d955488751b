import { RequestSignUp } from "@clientele/domain/sessions/account";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";

export interface AskFormProps {
  /** What was typed on the page before. */
  email: string;
  /** Called with the address once the mail is on its way, whether or not the address is known. */
  onAsked: (email: string) => void;
}

/** Asks for the link that opens an account. */
export function SignUpForm({ email, onAsked }: AskFormProps) {
  const form = useZodForm(RequestSignUp, { initialValues: { email } });
  const ask = useMutation(trpc.account.requestSignUp.mutationOptions({ meta: { invalidates: [] } }));
  const send = async (values: RequestSignUp) => {
    await ask.mutateAsync(values);
    onAsked(values.email.trim());
  };
  return (
    <Form form={form} onSubmit={send}>
      <Field form={form} name="email" kind="email" label={text.fields.email} />
      <Button type="submit" loading={form.sending} fullWidth>
        {text.signUp.submit}
      </Button>
    </Form>
  );
}
