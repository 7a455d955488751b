import { passwordLeast, passwordMost } from "@clientele/domain/sessions/password";
import { CreateOwner } from "@clientele/domain/staff/staff";
import { Field } from "@clientele/ui/Field.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import type { z } from "zod";
import { enterWith } from "../session.ts";
import { text } from "../text.ts";
import { client } from "../trpc.ts";
import { DoorForm } from "./DoorForm.tsx";
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
    <DoorForm title={t.title} body={t.body} form={form} onSubmit={send} submit={t.submit}>
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
    </DoorForm>
  );
}
