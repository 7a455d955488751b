import { RequestEmailChange } from "@clientele/domain/sessions/account";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Alert, Anchor, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { accountText } from "../accountText.ts";
import { withPassword } from "../passwordPrompt.tsx";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { useStore } from "../useStore.ts";
import { Section } from "./Section.tsx";

const t = accountText.security.email;
const invalidates = { meta: { invalidates: ["account", "sessions"] } };

export interface EmailSectionProps {
  email: string;
  pendingEmail: string | null;
}

/** The e-mail of the account, and the change of it that waits for the new mailbox. */
export function EmailSection({ email, pendingEmail }: EmailSectionProps) {
  return (
    <Section id="email" title={t.title} body={t.body}>
      <Paper p={{ base: "md", sm: "lg" }} maw={480}>
        <Stack gap="md">
          <div>
            <Text size="sm" c="dimmed">
              {t.now}
            </Text>
            <Text fw={550} style={{ overflowWrap: "anywhere" }}>
              {email}
            </Text>
          </div>
          {pendingEmail === null ? <ChangeForm email={email} /> : <Pending email={email} pendingEmail={pendingEmail} />}
        </Stack>
      </Paper>
    </Section>
  );
}

function ChangeForm({ email }: { email: string }) {
  const form = useZodForm(RequestEmailChange, { initialValues: { email: "" }, name: "email-change" });
  const request = useMutation(trpc.account.requestEmailChange.mutationOptions(invalidates));
  const send = async (values: RequestEmailChange) => {
    await withPassword(email, () => request.mutateAsync(values));
    doneToast(t.asked);
  };
  return (
    <Form form={form} onSubmit={send} label={t.title}>
      <Field form={form} name="email" kind="email" label={t.new} />
      <Group>
        <Button type="submit" variant="default" loading={form.sending}>
          {t.submit}
        </Button>
      </Group>
    </Form>
  );
}

function Pending({ email, pendingEmail }: { email: string; pendingEmail: string }) {
  const { realMail } = useStore();
  const cancel = useMutation(trpc.account.cancelEmailChange.mutationOptions(invalidates));
  const press = () => {
    // A failure is shown above the button.
    withPassword(email, () => cancel.mutateAsync({})).then(
      () => doneToast(t.cancelled),
      () => undefined,
    );
  };
  return (
    <>
      <ProblemNotice error={cancel.error} />
      <Alert
        color="blue"
        title={t.pendingTitle}
        icon={<IconMailForward size={18} stroke={1.6} aria-hidden />}
        style={{ overflowWrap: "anywhere" }}
      >
        <Stack gap="sm" align="flex-start">
          <Text size="sm">{t.pending(pendingEmail)}</Text>
          {!realMail && (
            <Anchor size="sm" href="/dev/mail">
              {text.checkMail.openMailbox}
            </Anchor>
          )}
          <Button size="sm" variant="default" loading={cancel.isPending} onClick={press}>
            {t.cancel}
          </Button>
        </Stack>
      </Alert>
    </>
  );
}
