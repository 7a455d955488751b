import { Alert, Box, Button, Group, List, Stack, Text } from "@mantine/core";
import { IconAlertCircle, IconPlugConnectedX } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { isLostConnection, problemOf } from "./problem.ts";
import { problemText } from "./problemText.ts";
import { text } from "./text.ts";

// Its hint is heavy, and most pages never show a problem.
const CopyButton = lazy(() => import("./CopyButton.tsx").then(({ CopyButton: component }) => ({ default: component })));

export interface ProblemNoticeProps {
  /** What was thrown; nothing is drawn for null. */
  error: unknown;
  title?: string;
  onRetry?: () => void;
}

/** What happened, what to do, and the number by which the store finds it in its log. Announced when it appears. */
export function ProblemNotice({ error, title, onRetry }: ProblemNoticeProps) {
  if (error === null || error === undefined) return null;
  const problem = problemOf(error);
  const lost = problem === null && isLostConnection(error);
  const fields = Object.entries(problem?.fields ?? {}).filter(([, at]) => at.code !== problem?.code);
  const body = problem === null ? (lost ? text.problem.lost : text.problem.unknown) : problemText(problem);
  const Icon = lost ? IconPlugConnectedX : IconAlertCircle;
  return (
    <Alert
      color={lost ? "yellow" : "red"}
      icon={<Icon size={18} stroke={1.6} aria-hidden />}
      title={title ?? text.problem.title}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{body}</Text>
        {fields.length > 0 && (
          <List size="sm" spacing={4}>
            {fields.map(([path, at]) => (
              <List.Item key={path}>
                {path}: {problemText(at)}
              </List.Item>
            ))}
          </List>
        )}
        <Group gap="sm">
          {onRetry !== undefined && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {text.retry}
            </Button>
          )}
          {problem !== null && (
            <Group gap={4}>
              <Text size="xs" className="figures">
                {text.problem.requestId} {problem.requestId}
              </Text>
              <Suspense fallback={<Box w={22} h={22} />}>
                <CopyButton value={problem.requestId} label={text.problem.copyRequestId} />
              </Suspense>
            </Group>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
