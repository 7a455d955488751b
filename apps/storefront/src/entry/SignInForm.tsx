import { SignIn } from "@clientele/domain/sessions/account";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Checkbox, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { LoneLink } from "../links.tsx";
import { meetCustomer } from "../session.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";

const t = text.signIn;

export interface SignInFormProps {
  email: string;
  onSignedIn: () => void;
}

export function SignInForm({ email, onSignedIn }: SignInFormProps) {
  const form = useZodForm(SignIn, { initialValues: { email, password: "", remember: false } });
  const signIn = useMutation(trpc.account.signIn.mutationOptions({ meta: { invalidates: [] } }));
  const send = async (values: z.input<typeof SignIn>) => {
    await signIn.mutateAsync(values);
    await meetCustomer();
    onSignedIn();
  };
  return (
    <Form form={form} onSubmit={send}>
      <Field form={form} name="email" kind="email" label={text.fields.email} autoComplete="username" />
      <Field form={form} name="password" kind="password" label={text.fields.password} />
      <Checkbox
        {...form.getInputProps("remember", { type: "checkbox" })}
        name="remember"
        label={t.remember}
        description={t.rememberHint}
      />
      <Button type="submit" loading={form.sending} fullWidth>
        {t.submit}
      </Button>
      <Group justify="center">
        <LoneLink to="/forgot-password" size="sm" state={{ mailedTo: form.values.email }}>
          {t.forgot}
        </LoneLink>
      </Group>
    </Form>
  );
}
