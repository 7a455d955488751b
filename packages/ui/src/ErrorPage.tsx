import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { type Icon, IconCloudOff, IconLock, IconMapQuestion, IconMoodSad } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import classes from "./EmptyState.module.css";
import { isLostConnection, problemKindOf, problemOf } from "./problem.ts";
import { problemText } from "./problemText.ts";
import { text } from "./text.ts";

// This page is in the first load of every app, its tooltip need not be.
const CopyButton = lazy(() => import("./CopyButton.tsx").then(({ CopyButton: component }) => ({ default: component })));

interface MessageProps {
  icon: Icon;
  title: string;
  requestId?: string | undefined;
  actions?: ReactNode;
  children: ReactNode;
}

function Message({ icon: Symbol, title, requestId, actions, children }: MessageProps) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <Stack align="center" gap="xs" py={72} px="md" ta="center">
      <div className={classes["icon"]}>
        <Symbol size={24} stroke={1.6} aria-hidden />
      </div>
      <Title order={1}>{title}</Title>
      <Text c="dimmed" maw="48ch">
        {children}
      </Text>
      {requestId !== undefined && (
        <Group gap={4}>
          <Text size="xs" c="dimmed" className="figures">
            {text.problem.requestId} {requestId}
          </Text>
          <Suspense>
            <CopyButton value={requestId} label={text.problem.copyRequestId} />
          </Suspense>
        </Group>
      )}
      {actions !== undefined && <Group mt="sm">{actions}</Group>}
    </Stack>
  );
}

const page = text.page;
interface WayBack {
  /** A link to the start of the app. */
  home?: ReactNode;
}

export function NotFoundPage({ home, children }: WayBack & { children?: ReactNode }) {
  return (
    <Message icon={IconMapQuestion} title={page.notFoundTitle} actions={home}>
      {children ?? page.notFoundBody}
    </Message>
  );
}

/** Names the missing right and who can give it. */
export function NoAccessPage({ right, home }: WayBack & { right?: string }) {
  return (
    <Message icon={IconLock} title={page.noAccessTitle} actions={home}>
      {right === undefined ? page.noAccessPlain : page.noAccessBody(right)}
    </Message>
  );
}

export interface ErrorPageProps extends WayBack {
  error: unknown;
  onRetry: () => void;
}

/** The page shown instead of one that failed: each kind of failure reads as what it is. */
export function ErrorPage({ error, onRetry, home }: ErrorPageProps) {
  const problem = problemOf(error);
  const retry = <Button onClick={onRetry}>{page.reload}</Button>;
  if (isLostConnection(error)) {
    return (
      <Message icon={IconCloudOff} title={page.offlineTitle} actions={retry}>
        {page.offlineBody}
      </Message>
    );
  }
  if (problem?.code === "request.not_allowed") {
    const right = problem.params["permission"];
    return <NoAccessPage home={home} {...(typeof right === "string" ? { right } : {})} />;
  }
  if (problem !== null && problemKindOf(error) === "not_found") {
    return <NotFoundPage home={home}>{problemText(problem)}</NotFoundPage>;
  }
  return (
    <Message icon={IconMoodSad} title={page.wrongTitle} requestId={problem?.requestId} actions={retry}>
      {problem === null || problem.code === "server.internal" ? page.wrongBody : problemText(problem)}
    </Message>
  );
}
