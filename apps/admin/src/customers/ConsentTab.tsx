import { type Channel, channels, type ConsentState, SetCustomerConsent } from "@clientele/domain/customers/consent";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { useCan } from "../me.ts";
import { openDialog } from "../openDialog.tsx";
import { customerText } from "../text/customer.ts";
import { type Outputs, trpc } from "../trpc.ts";
import classes from "./Overview.module.css";

const t = customerText.consent;
const ReasonForm = SetCustomerConsent.pick({ reason: true });
type Consent = Outputs["customers"]["consents"][number];
type Answer = Consent["history"][number];

/** What was agreed to, when, how it is known, and everything said before. */
export function ConsentTab({ customerId, readOnly }: { customerId: string; readOnly: boolean }) {
  const can = useCan();
  const consents = useQuery(trpc.customers.consents.queryOptions({ id: customerId }));
  const mayWrite = can("customers.write") && !readOnly;
  return (
    <Stack maw={760}>
      <div>
        <Title order={2}>{t.title}</Title>
        <Text c="dimmed">{t.body}</Text>
      </div>
      <ProblemNotice error={consents.error} onRetry={() => void consents.refetch()} />
      {consents.isPending && <CardSkeleton cards={3} lines={1} />}
      {consents.data !== undefined &&
        channels.map((channel) => (
          <ChannelCard
            key={channel}
            customerId={customerId}
            channel={channel}
            consent={consents.data.find((one) => one.channel === channel)}
            mayWrite={mayWrite}
          />
        ))}
    </Stack>
  );
}

interface ChannelCardProps {
  customerId: string;
  channel: Channel;
  consent: Consent | undefined;
  mayWrite: boolean;
}

function ChannelCard({ customerId, channel, consent, mayWrite }: ChannelCardProps) {
  const granted = consent?.state === "granted";
  const next: ConsentState = granted ? "withdrawn" : "granted";
  const name = t.channel[channel];
  const ask = () =>
    openDialog(granted ? t.withdrawTitle(name) : t.grantTitle(name), (close) => (
      <ConsentForm customerId={customerId} channel={channel} state={next} close={close} />
    ));
  const earlier = (consent?.history ?? []).filter(({ at }) => at !== consent?.at);
  return (
    <Paper p="lg" component="section" aria-label={name}>
      <Group justify="space-between" align="start">
        <div>
          <Group gap="xs">
            <Title order={3}>{name}</Title>
            {consent === undefined ? (
              <ToneBadge tone="neutral">{t.unset}</ToneBadge>
            ) : (
              <ToneBadge tone={granted ? "good" : "warn"}>{granted ? t.granted : t.withdrawn}</ToneBadge>
            )}
          </Group>
          {consent !== undefined && <AnswerLine answer={consent} />}
        </div>
        {mayWrite && (
          <Button variant="default" size="xs" onClick={ask}>
            {granted ? t.withdraw : t.grant}
          </Button>
        )}
      </Group>
      {earlier.length > 0 && (
        <details style={{ marginTop: "0.75rem" }}>
          <summary style={{ cursor: "pointer" }}>{t.history}</summary>
          <ol className={classes["text"]} style={{ paddingInlineStart: "1.25rem", whiteSpace: "normal" }}>
            {earlier.map((answer) => (
              <li key={`${answer.at} ${answer.state}`}>
                {answer.state === "granted" ? t.granted : t.withdrawn} <AnswerLine answer={answer} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </Paper>
  );
}

function AnswerLine({ answer }: { answer: Answer }) {
  return (
    <Text size="sm" c="dimmed" component="div">
      <Time at={answer.at} as="day" /> {t.source[answer.source]}
      {answer.reason !== null && (
        <>
          {" · "}“<bdi>{answer.reason}</bdi>”
        </>
      )}
    </Text>
  );
}

interface ConsentFormProps {
  customerId: string;
  channel: Channel;
  state: ConsentState;
  close: () => void;
}

function ConsentForm({ customerId, channel, state, close }: ConsentFormProps) {
  const { mutateAsync } = useMutation(trpc.customers.setConsent.mutationOptions());
  const form = useZodForm(ReasonForm, { initialValues: { reason: "" }, name: "consent" });
  const send = async ({ reason }: z.input<typeof ReasonForm>) => {
    await mutateAsync({ id: customerId, channel, state, reason });
    close();
  };
  return (
    <Form form={form} onSubmit={send}>
      <Field
        form={form}
        name="reason"
        label={customerText.action.reason}
        description={t.reasonHint}
        autoComplete="off"
        autoFocus
      />
      <FormActions
        cancel={customerText.action.cancel}
        onCancel={close}
        submit={state === "granted" ? t.grantVerb : t.withdrawVerb}
        sending={form.sending}
      />
    </Form>
  );
}
