import { CompleteSignUp } from "@clientele/domain/sessions/account";
import { passwordMost } from "@clientele/domain/sessions/password";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, SimpleGrid } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { meetCustomer } from "../session.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { useStore } from "../useStore.ts";
import { EntryPage } from "./EntryPage.tsx";
import type { OpenLink } from "./LinkGate.tsx";
import { MailedTo } from "./MailedTo.tsx";

const t = text.openAccount;

export interface OpenAccountProps {
  link: OpenLink;
  onOpened: () => void;
}

/** Behind the link of the sign-up mail or an invitation: a password and a name. */
export function OpenAccount({ link, onOpened }: OpenAccountProps) {
  const { passwordLeast } = useStore();
  const { token, firstName, lastName } = link;
  const form = useZodForm(CompleteSignUp, { initialValues: { token, password: "", firstName, lastName } });
  const open = useMutation(trpc.account.completeSignUp.mutationOptions({ meta: { invalidates: [] } }));
  const send = async (values: z.input<typeof CompleteSignUp>) => {
    await open.mutateAsync(values);
    await meetCustomer();
    onOpened();
  };
  return (
    <EntryPage title={t.title} description={t.body(link.email)}>
      <Form form={form} onSubmit={send}>
        <MailedTo email={link.email} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <Field form={form} name="firstName" label={text.fields.firstName} autoComplete="given-name" />
          <Field form={form} name="lastName" label={text.fields.lastName} autoComplete="family-name" />
        </SimpleGrid>
        <Field
          form={form}
          name="password"
          kind="password"
          label={text.fields.password}
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
