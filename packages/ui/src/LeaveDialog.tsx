import { Button, Group, Modal, Text } from "@mantine/core";
import { text } from "./text.ts";

export interface LeaveDialogProps {
  opened: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Asks whether what was typed may be lost. */
export function LeaveDialog({ opened, onStay, onLeave }: LeaveDialogProps) {
  return (
    <Modal opened={opened} onClose={onStay} title={text.save.leaveTitle} size={440}>
      <Text mb="md">{text.save.leaveBody}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onStay} data-autofocus>
          {text.save.stay}
        </Button>
        <Button color="red" onClick={onLeave}>
          {text.save.leave}
        </Button>
      </Group>
    </Modal>
  );
}
