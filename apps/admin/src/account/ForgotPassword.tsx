import { RequestPasswordReset } from "@clientele/domain/sessions/account";
import { Field } from "@clientele/ui/Field.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { AnchorLink } from "../links.tsx";
import { text } from "../text.ts";
import { client } from "../trpc.ts";
import { DoorForm } from "./DoorForm.tsx";
import { DoorTitle } from "./DoorTitle.tsx";

const t = text.account.forgot;

/** Asks for a reset link; the answer is the same whether the address is known or not. */
export function ForgotPassword() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useZodForm(RequestPasswordReset, { initialValues: { email: "" } });
  const back = (
    <AnchorLink to="/sign-in" size="sm" ta="center">
      {t.back}
    </AnchorLink>
  );
  if (sentTo !== null) {
    return (
      <>
        <DoorTitle title={t.sentTitle} announce>
          {t.sent(sentTo)}
        </DoorTitle>
        <Stack mt="lg">
          <Button variant="default" onClick={() => setSentTo(null)}>
            {t.again}
          </Button>
          {back}
        </Stack>
      </>
    );
  }
  const send = async (values: { email: string }) => {
    await client.account.requestPasswordReset.mutate(values);
    setSentTo(values.email.trim());
  };
  return (
    <DoorForm title={t.title} body={t.body} form={form} onSubmit={send} submit={t.submit} after={back}>
      <Field form={form} name="email" kind="email" label={text.account.email} autoComplete="username" autoFocus />
    </DoorForm>
  );
}
