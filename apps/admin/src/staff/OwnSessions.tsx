import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Badge, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { failToast } from "../failToast.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";

const t = text.staff.profile;

/** Where I am signed in; one or all others can be ended. */
export function OwnSessions() {
  const sessions = useQuery(trpc.sessions.list.queryOptions());
  const end = useMutation(trpc.sessions.end.mutationOptions());
  const endOthers = useMutation(trpc.sessions.endOthers.mutationOptions());
  const others = (sessions.data ?? []).some(({ current }) => !current);
  return (
    <Paper p="lg" component="section" aria-labelledby="own-sessions">
      <Group justify="space-between" mb="md" align="start">
        <div>
          <Title order={2} id="own-sessions">
            {t.sessions}
          </Title>
          <Text c="dimmed">{t.sessionsBody}</Text>
        </div>
        {others && (
          <Button
            variant="default"
            size="xs"
            loading={endOthers.isPending}
            onClick={() =>
              endOthers.mutate(undefined, {
                onSuccess: ({ ended }) => doneToast(t.othersEnded(ended)),
                onError: failToast,
              })
            }
          >
            {t.endOthers}
          </Button>
        )}
      </Group>
      <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />
      {sessions.isPending && <CardSkeleton lines={2} />}
      <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: "none" }}>
        {sessions.data?.map(({ handle, current, device, place, createdAt, lastUsedAt }) => (
          <Group component="li" key={handle} justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <Text fw={550}>{device ?? t.unknownDevice}</Text>
                {current && <Badge>{t.current_}</Badge>}
              </Group>
              <Text size="sm" c="dimmed" component="div">
                {place !== null && `${place} · `}
                {t.began} <Time at={createdAt} />, {t.lastUsed} <Time at={lastUsedAt} />
              </Text>
            </div>
            {!current && (
              <Button
                variant="default"
                size="xs"
                flex="none"
                aria-label={t.endOf(device ?? t.unknownDevice)}
                onClick={() => end.mutate({ handle }, { onSuccess: () => doneToast(t.ended), onError: failToast })}
              >
                {t.end}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
