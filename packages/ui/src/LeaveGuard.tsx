import { Button, Group, Modal, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { text } from "./text.ts";

export interface LeaveGuardProps {
  form: { isDirty: () => boolean };
  /** Lets the page move within its own address, as a search does that leaves what was typed where it is. */
  elsewhereOnly?: boolean;
}

/** Asks before the page, or the sheet whose being open stands in the address, is left with something typed and not sent. */
export function LeaveGuard({ form, elsewhereOnly = false }: LeaveGuardProps) {
  // Asked when somebody leaves, not when drawn: a form that was saved a moment ago lets go at once.
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => form.isDirty() && !(elsewhereOnly && current.pathname === next.pathname),
    enableBeforeUnload: () => form.isDirty(),
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === "blocked"}
      onClose={() => blocker.reset?.()}
      title={text.save.leaveTitle}
      size={440}
    >
      <Text mb="md">{text.save.leaveBody}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
          {text.save.stay}
        </Button>
        <Button color="red" onClick={() => blocker.proceed?.()}>
          {text.save.leave}
        </Button>
      </Group>
    </Modal>
  );
}
