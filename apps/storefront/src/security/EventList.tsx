import { Pager } from "@clientele/ui/Pager.tsx";
import { problemOf } from "@clientele/ui/problem.ts";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Alert, Button, Paper, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { accountText } from "../accountText.ts";
import { eventText } from "../eventText.ts";
import { trpc } from "../trpc.ts";
import { Section } from "./Section.tsx";
import classes from "./SessionList.module.css";

const t = accountText.security.events;

export interface EventListProps {
  cursor: string | undefined;
  /** Called with the cursor of another page, null for the first. */
  onPage: (cursor: string | null) => void;
}

/** What happened to the way into the account, newest first. */
export function EventList({ cursor, onPage }: EventListProps) {
  const page = useQuery(
    trpc.sessions.events.queryOptions(
      { limit: 10, ...(cursor === undefined ? {} : { cursor }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const pageGone = problemOf(page.error)?.fields["cursor"] !== undefined;
  return (
    <Section id="events" title={t.title} body={t.body}>
      {page.isPending && <TableSkeleton rows={4} columns={2} />}
      {pageGone ? (
        <Alert color="yellow">
          <Stack gap="sm" align="flex-start">
            <Text size="sm">{t.pageGone}</Text>
            <Button size="xs" variant="default" onClick={() => onPage(null)}>
              {t.toNewest}
            </Button>
          </Stack>
        </Alert>
      ) : (
        <ProblemNotice error={page.error} onRetry={() => void page.refetch()} />
      )}
      {page.data !== undefined && (
        <Stack gap="sm">
          <Paper component="ol" className={classes["list"] ?? ""} aria-busy={page.isPlaceholderData}>
            {page.data.items.map(({ id, type, at, device, place }) => (
              <li key={id} className={classes["row"]}>
                <div className={classes["text"]}>
                  <Text fw={550}>{eventText(type)}</Text>
                  <Text size="sm" c="dimmed">
                    {[device, place].filter((where) => where !== null).join(", ")}
                  </Text>
                </div>
                <Text size="sm" c="dimmed">
                  <Time at={at} />
                </Text>
              </li>
            ))}
            {page.data.items.length === 0 && <li className={classes["row"]}>{t.none}</li>}
          </Paper>
          {(page.data.prevCursor !== null || page.data.nextCursor !== null) && (
            <Pager
              shown={page.data.items.length}
              total={page.data.total}
              busy={page.isPlaceholderData}
              onPrevious={pageTo(page.data.prevCursor, onPage)}
              onNext={pageTo(page.data.nextCursor, onPage)}
            />
          )}
        </Stack>
      )}
    </Section>
  );
}

const pageTo = (cursor: string | null, onPage: (cursor: string) => void) =>
  cursor === null ? null : () => onPage(cursor);
