import { passwordLeast, passwordMost } from "@clientele/domain/sessions/password";
import { CreateOwner } from "@clientele/domain/staff/staff";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Box, Button } from "@mantine/core";
import type { z } from "zod";
import { enterWith } from "../session.ts";
import { text } from "../text.ts";
import { client } from "../trpc.ts";
import { DoorTitle } from "./DoorTitle.tsx";
import { MailedLink } from "./MailedLink.tsx";
import type { SignInProps } from "./SignIn.tsx";

const t = text.account.owner;

/** The page behind the one-time link that the server prints: makes the first owner. */
export function FirstOwner({ onSignedIn }: SignInProps) {
  return (
    <MailedLink purpose="first_owner" otherwise={null}>
      {(token) => <OwnerForm token={token} onSignedIn={onSignedIn} />}
    </MailedLink>
  );
}

function OwnerForm({ token, onSignedIn }: SignInProps & { token: string }) {
  const form = useZodForm(CreateOwner, { initialValues: { token, email: "", name: "", password: "" } });
  const send = async (values: z.input<typeof CreateOwner>) => {
    await client.setup.createOwner.mutate(values);
    await enterWith(values);
    await onSignedIn();
  };
  return (
    <>
      <DoorTitle title={t.title}>{t.body}</DoorTitle>
      <Box mt="lg">
        <Form form={form} onSubmit={send}>
          <Field
            form={form}
            name="name"
            label={text.account.name}
            description={text.account.nameHint}
            autoComplete="name"
          />
          <Field form={form} name="email" kind="email" label={text.account.email} autoComplete="username" />
          <Field
            form={form}
            name="password"
            kind="password"
            label={text.account.password}
            least={passwordLeast.staff}
            most={passwordMost}
          />
          <Button type="submit" fullWidth loading={form.sending}>
            {t.submit}
          </Button>
        </Form>
      </Box>
    </>
  );
}
