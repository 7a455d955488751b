import { type Channel, channels } from "@clientele/domain/customers/consent";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Paper, Switch, Text, Title } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { accountText } from "../accountText.ts";
import { withPassword } from "../passwordPrompt.tsx";
import { type Outputs, trpc } from "../trpc.ts";
import classes from "./ConsentSection.module.css";

const t = accountText.consent;
type Consent = Outputs["profile"]["consents"][number];
type Answer = Pick<Consent, "state" | "source" | "at">;

/** What the store may write about, one switch a channel; each answer is kept with its date. */
export function ConsentSection({ email }: { email: string }) {
  const consents = useSuspenseQuery(trpc.profile.consents.queryOptions()).data;
  const set = useMutation(trpc.profile.setConsent.mutationOptions());
  const change = (channel: Channel, yes: boolean) => {
    const state = yes ? ("granted" as const) : ("withdrawn" as const);
    // The failure stands above the switches; there is nothing else to do with it here.
    withPassword(email, () => set.mutateAsync({ channel, state })).catch(() => undefined);
  };
  return (
    <section aria-labelledby="consent">
      <Title order={2} size="h3" id="consent">
        {t.title}
      </Title>
      <Text c="dimmed" mt={4} mb="md" className="measure">
        {t.description}
      </Text>
      <ProblemNotice error={set.error} />
      <Paper component="ul" className={classes["list"] ?? ""}>
        {channels.map((channel) => (
          <li key={channel}>
            <Row
              channel={channel}
              consent={consents.find((one) => one.channel === channel) ?? null}
              asked={set.isPending && set.variables.channel === channel ? set.variables.state : null}
              onChange={(yes) => change(channel, yes)}
            />
          </li>
        ))}
      </Paper>
    </section>
  );
}

interface RowProps {
  channel: Channel;
  consent: Consent | null;
  /** The answer that is on its way. */
  asked: Consent["state"] | null;
  onChange: (yes: boolean) => void;
}

function Row({ channel, consent, asked, onChange }: RowProps) {
  const label = t.channels[channel];
  return (
    <>
      <Switch
        label={label}
        description={consent === null ? t.unset : <Said answer={consent} />}
        checked={(asked ?? consent?.state) === "granted"}
        disabled={asked !== null}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {consent !== null && consent.history.length > 1 && (
        <details className={classes["disclosure"]}>
          <summary aria-label={t.historyOf(label)}>{t.history}</summary>
          <ul className={classes["history"]}>
            {consent.history.map((answer) => (
              <Text component="li" size="sm" c="dimmed" key={answer.at}>
                <Said answer={answer} exact />
              </Text>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Said({ answer: { state, source, at }, exact = false }: { answer: Answer; exact?: boolean }) {
  return (
    <>
      {t[state]} {t.source[source]}, <Time at={at} as={exact ? "instant" : "relative"} />
    </>
  );
}
