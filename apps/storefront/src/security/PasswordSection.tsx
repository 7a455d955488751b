import { ChangePassword } from "@clientele/domain/sessions/account";
import { passwordMost } from "@clientele/domain/sessions/password";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Paper } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { accountText } from "../accountText.ts";
import { withPassword } from "../passwordPrompt.tsx";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { useStore } from "../useStore.ts";
import { Section } from "./Section.tsx";

const t = accountText.security.password;
const empty: ChangePassword = { currentPassword: "", password: "" };

/** A new password for who knows the present one. */
export function PasswordSection({ email }: { email: string }) {
  const { passwordLeast } = useStore();
  const form = useZodForm(ChangePassword, { initialValues: empty, name: "password" });
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({ meta: { invalidates: ["account", "sessions"] } }),
  );
  const send = async (values: ChangePassword) => {
    await withPassword(email, () => change.mutateAsync(values));
    form.take(empty);
    doneToast(t.done);
  };
  return (
    <Section id="password" title={t.title} body={t.body}>
      <Paper p={{ base: "md", sm: "lg" }} maw={480}>
        <Form form={form} onSubmit={send} label={t.title}>
          <input type="text" hidden readOnly autoComplete="username" value={email} />
          <Field form={form} name="currentPassword" kind="password" label={text.fields.currentPassword} />
          <Field
            form={form}
            name="password"
            kind="password"
            label={text.fields.newPassword}
            least={passwordLeast}
            most={passwordMost}
          />
          <Group>
            <Button type="submit" loading={form.sending}>
              {t.submit}
            </Button>
          </Group>
        </Form>
      </Paper>
    </Section>
  );
}
