import { Button, Group, type MantineSize } from "@mantine/core";

export interface FormActionsProps {
  cancel: string;
  onCancel: () => void;
  submit: string;
  sending: boolean;
  /** What is sent cannot simply be taken back. */
  harmful?: boolean;
  /** Left out, the theme's own. */
  size?: MantineSize;
}

/** The way out of a form in a sheet or dialog, and the button that sends it. */
export function FormActions({ cancel, onCancel, submit, sending, harmful = false, ...size }: FormActionsProps) {
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel} {...size}>
        {cancel}
      </Button>
      <Button type="submit" loading={sending} {...(harmful ? { color: "red" } : {})} {...size}>
        {submit}
      </Button>
    </Group>
  );
}
