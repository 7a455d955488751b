import { ResetPassword as Values } from "@clientele/domain/sessions/account";
import { passwordMost } from "@clientele/domain/sessions/password";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { useStore } from "../useStore.ts";
import { EntryPage } from "./EntryPage.tsx";
import type { OpenLink } from "./LinkGate.tsx";
import { MailedTo } from "./MailedTo.tsx";

const t = text.reset;

export interface ResetPasswordProps {
  link: OpenLink;
  onDone: () => void;
}

/** Behind the link of the reset mail. */
export function ResetPassword({ link, onDone }: ResetPasswordProps) {
  const { passwordLeast } = useStore();
  const form = useZodForm(Values, { initialValues: { token: link.token, password: "" } });
  const reset = useMutation(trpc.account.resetPassword.mutationOptions({ meta: { invalidates: [] } }));
  const send = async (values: Values) => {
    await reset.mutateAsync(values);
    onDone();
  };
  return (
    <EntryPage title={t.title} description={t.body(link.email)}>
      <Form form={form} onSubmit={send}>
        <MailedTo email={link.email} />
        <Field
          form={form}
          name="password"
          kind="password"
          label={text.fields.newPassword}
          least={passwordLeast}
          most={passwordMost}
        />
        <Button type="submit" loading={form.sending} fullWidth>
          {t.submit}
        </Button>
      </Form>
    </EntryPage>
  );
}
