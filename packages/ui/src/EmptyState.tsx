import { Button, Group, Text, Title } from "@mantine/core";
import { type Icon, IconSearchOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./EmptyState.module.css";
import { text } from "./text.ts";

export interface EmptyStateProps {
  icon: Icon;
  title: string;
  /** What this will be for. */
  children: ReactNode;
  /** The first step. */
  action?: ReactNode;
}

/** "None yet": says what this is for and offers the first step. */
export function EmptyState({ icon: Symbol, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes["empty"]}>
      <div className={classes["icon"]}>
        <Symbol size={22} stroke={1.6} aria-hidden />
      </div>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text c="dimmed" className={classes["body"] ?? ""}>
        {children}
      </Text>
      {action !== undefined && <Group mt="xs">{action}</Group>}
    </div>
  );
}

export interface NoMatchProps {
  /** "No customer matches “anna”." */
  title: string;
  children?: ReactNode;
  onClear: () => void;
}

/** "No match": there are some, but none like this; offers to clear the filters. */
export function NoMatch({ title, children, onClear }: NoMatchProps) {
  const clear = (
    <Button variant="default" onClick={onClear}>
      {text.empty.clear}
    </Button>
  );
  return (
    <EmptyState icon={IconSearchOff} title={title} action={clear}>
      {children}
    </EmptyState>
  );
}
