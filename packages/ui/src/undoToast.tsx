import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect, useRef, useState } from "react";
import { problemOf } from "./problem.ts";
import { problemText } from "./problemText.ts";
import { stir } from "./stirred.ts";
import { text } from "./text.ts";

export interface UndoToastOptions {
  /** What was done, in the past: "12 members removed from Wholesale." */
  message: string;
  /** The server call that restores what was. */
  onUndo: () => Promise<unknown>;
  seconds?: number;
}

interface UndoProps extends UndoToastOptions {
  seconds: number;
  close: () => void;
}

function Undo({ message, onUndo, seconds, close }: UndoProps) {
  const [left, setLeft] = useState(seconds);
  const [state, setState] = useState<"open" | "undoing" | "undone" | { failed: string }>("open");
  const held = useRef(false);

  useEffect(() => {
    if (state !== "open") return;
    const timer = setInterval(() => {
      // Who points at it or has reached it by keyboard is about to press it.
      if (!held.current) setLeft((before) => before - 1);
    }, 1000);
    return () => clearInterval(timer);
  }, [state]);

  useEffect(() => {
    if (left <= 0 && state === "open") close();
  }, [left, state, close]);

  useEffect(() => {
    if (state !== "undone") return;
    const timer = setTimeout(close, 3000);
    return () => clearTimeout(timer);
  }, [state, close]);

  const undo = () => {
    setState("undoing");
    onUndo().then(
      () => setState("undone"),
      (error: unknown) => {
        const problem = problemOf(error);
        setState({ failed: problem === null ? text.problem.lost : problemText(problem) });
      },
    );
  };

  const hold = (yes: boolean) => () => {
    held.current = yes;
  };

  if (typeof state === "object") return <Text size="sm">{state.failed}</Text>;
  if (state === "undone") return <Text size="sm">{text.undo.undone}</Text>;
  return (
    <Group
      justify="space-between"
      wrap="nowrap"
      gap="md"
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <Text size="sm" miw={0} style={{ overflowWrap: "anywhere" }}>
        {message}
      </Text>
      <Group gap="xs" wrap="nowrap" flex="none">
        <Text size="xs" c="dimmed" className="figures" aria-hidden>
          {text.undo.left(left)}
        </Text>
        <Button size="compact-sm" variant="light" loading={state === "undoing"} onClick={undo}>
          {text.undo.undo}
        </Button>
      </Group>
    </Group>
  );
}

/** Tells what was done and, for ten seconds, takes it back. Announced once, not with every second. */
export function undoToast({ message, onUndo, seconds = 10 }: UndoToastOptions): void {
  stir();
  const id: string = notifications.show({
    autoClose: false,
    role: "status",
    message: <Undo message={message} onUndo={onUndo} seconds={seconds} close={() => notifications.hide(id)} />,
  });
}

/** A short word that something is done, where the screen does not show it by itself. */
export function doneToast(message: string): void {
  stir();
  notifications.show({ message, role: "status" });
}
