import { passwordLeast, passwordMost } from "@clientele/domain/sessions/password";
import { AcceptInvitation as Accept } from "@clientele/domain/staff/staff";
import { Field } from "@clientele/ui/Field.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Text } from "@mantine/core";
import type { z } from "zod";
import { enterWith } from "../session.ts";
import { text } from "../text.ts";
import { client } from "../trpc.ts";
import { DoorForm } from "./DoorForm.tsx";
import { MailedLink } from "./MailedLink.tsx";
import type { SignInProps } from "./SignIn.tsx";

const t = text.account.invitation;

/** The page behind a staff invitation: name, password, and in. */
export function AcceptInvitation({ onSignedIn }: SignInProps) {
  return (
    <MailedLink purpose="staff_invitation" otherwise={<Text>{text.account.link.askOwner}</Text>}>
      {(token, { email, firstName, lastName }) => (
        <AcceptForm
          token={token}
          email={email ?? ""}
          name={[firstName, lastName].filter((part) => part !== null && part !== "").join(" ")}
          onSignedIn={onSignedIn}
        />
      )}
    </MailedLink>
  );
}

interface AcceptFormProps extends SignInProps {
  token: string;
  email: string;
  name: string;
}

function AcceptForm({ token, email, name, onSignedIn }: AcceptFormProps) {
  const form = useZodForm(Accept, { initialValues: { token, name, password: "" } });
  const send = async (values: z.input<typeof Accept>) => {
    await client.staff.acceptInvitation.mutate(values);
    await enterWith({ email, password: values.password });
    await onSignedIn();
  };
  return (
    <DoorForm title={t.title} body={t.body(email)} form={form} onSubmit={send} submit={t.submit}>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        form={form}
        name="name"
        label={text.account.name}
        description={text.account.nameHint}
        autoComplete="name"
      />
      <Field
        form={form}
        name="password"
        kind="password"
        label={text.account.newPassword}
        least={passwordLeast.staff}
        most={passwordMost}
      />
    </DoorForm>
  );
}
