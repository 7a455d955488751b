import { RequestPasswordReset } from "@clientele/domain/sessions/account";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Box, Button, Stack } from "@mantine/core";
import { useState } from "react";
import { AnchorLink } from "../links.tsx";
import { text } from "../text.ts";
import { client } from "../trpc.ts";
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
    <>
      <DoorTitle title={t.title}>{t.body}</DoorTitle>
      <Box mt="lg">
        <Form form={form} onSubmit={send}>
          <Field form={form} name="email" kind="email" label={text.account.email} autoComplete="username" autoFocus />
          <Button type="submit" fullWidth loading={form.sending}>
            {t.submit}
          </Button>
          {back}
        </Form>
      </Box>
    </>
  );
}
