import { passwordLeast, passwordMost } from "@clientele/domain/sessions/password";
import { ResetStaffPassword } from "@clientele/domain/staff/staff";
import { Field } from "@clientele/ui/Field.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { useState } from "react";
import { ButtonLink } from "../links.tsx";
import { text } from "../text.ts";
import { client } from "../trpc.ts";
import { DoorForm } from "./DoorForm.tsx";
import { DoorTitle } from "./DoorTitle.tsx";
import { MailedLink } from "./MailedLink.tsx";

const t = text.account.reset;

/** The page behind the reset link. */
export function ResetPassword() {
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <>
        <DoorTitle title={t.doneTitle} announce>
          {t.done}
        </DoorTitle>
        <ButtonLink to="/sign-in" fullWidth mt="lg">
          {text.account.link.toSignIn}
        </ButtonLink>
      </>
    );
  }
  const otherwise = <ButtonLink to="/forgot">{text.account.link.newReset}</ButtonLink>;
  return (
    <MailedLink purpose="staff_password_reset" otherwise={otherwise}>
      {(token, { email }) => <ResetForm token={token} email={email ?? ""} onDone={() => setDone(true)} />}
    </MailedLink>
  );
}

function ResetForm({ token, email, onDone }: { token: string; email: string; onDone: () => void }) {
  const form = useZodForm(ResetStaffPassword, { initialValues: { token, password: "" } });
  const send = async (values: { token: string; password: string }) => {
    await client.account.resetPassword.mutate(values);
    onDone();
  };
  return (
    <DoorForm title={t.title} body={t.body(email)} form={form} onSubmit={send} submit={t.submit}>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        form={form}
        name="password"
        kind="password"
        label={text.account.newPassword}
        least={passwordLeast.staff}
        most={passwordMost}
        autoFocus
      />
    </DoorForm>
  );
}
