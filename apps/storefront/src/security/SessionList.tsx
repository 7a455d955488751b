import { confirm } from "@clientele/ui/confirm.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Group, Paper, Text } from "@mantine/core";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { accountText } from "../accountText.ts";
import { withPassword } from "../passwordPrompt.tsx";
import { type Outputs, trpc } from "../trpc.ts";
import { Section } from "./Section.tsx";
import classes from "./SessionList.module.css";

const t = accountText.security.sessions;
type Session = Outputs["sessions"]["list"][number];

/** Every device that is signed in; each can be sent away. */
export function SessionList({ email }: { email: string }) {
  const sessions = useSuspenseQuery(trpc.sessions.list.queryOptions()).data;
  const end = useMutation(trpc.sessions.end.mutationOptions());
  const endOthers = useMutation(trpc.sessions.endOthers.mutationOptions());
  const others = sessions.filter(({ current }) => !current);
  const ordered = [...sessions.filter(({ current }) => current), ...others];

  const endOne = ({ handle, device }: Session) =>
    withPassword(email, () => end.mutateAsync({ handle })).then(
      () => doneToast(t.ended(device ?? t.unknownDevice)),
      () => undefined,
    );
  const endAll = async () => {
    const yes = await confirm({ title: t.endOthersTitle, consequence: t.endOthersBody, verb: t.endOthers });
    if (!yes) return;
    await withPassword(email, () => endOthers.mutateAsync({})).then(
      ({ ended }) => doneToast(t.endedOthers(ended)),
      () => undefined,
    );
  };

  return (
    <Section id="sessions" title={t.title} body={t.body}>
      <ProblemNotice error={end.error ?? endOthers.error} />
      <Paper component="ul" className={classes["list"] ?? ""}>
        {ordered.map((session) => (
          <li key={session.handle}>
            <Row
              session={session}
              ending={end.isPending && end.variables.handle === session.handle}
              onEnd={() => void endOne(session)}
            />
          </li>
        ))}
      </Paper>
      <Group mt="md">
        {others.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t.only}
          </Text>
        ) : (
          <Button variant="default" size="sm" loading={endOthers.isPending} onClick={() => void endAll()}>
            {t.endOthers}
          </Button>
        )}
      </Group>
    </Section>
  );
}

interface RowProps {
  session: Session;
  ending: boolean;
  onEnd: () => void;
}

function Row({ session: { device, place, current, createdAt, lastUsedAt }, ending, onEnd }: RowProps) {
  const name = device ?? t.unknownDevice;
  const Icon = /android|iphone|ipad|ios/i.test(name) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <div className={classes["row"]}>
      <Icon size={22} stroke={1.5} className={classes["icon"]} aria-hidden />
      <div className={classes["text"]}>
        <Group gap="xs">
          <Text fw={550}>{name}</Text>
          {current && <ToneBadge tone="good">{t.current}</ToneBadge>}
        </Group>
        <Text size="sm" c="dimmed">
          {t.opened} <Time at={createdAt} />
          {place !== null && ` ${t.from(place)}`}
          {!current && (
            <>
              , {t.used} <Time at={lastUsedAt} />
            </>
          )}
        </Text>
      </div>
      {!current && (
        <Button variant="default" size="xs" loading={ending} onClick={onEnd} aria-label={t.endOf(name)}>
          {t.end}
        </Button>
      )}
    </div>
  );
}
