import { Group, Text, Tooltip } from "@mantine/core";
import { CopyButton } from "./CopyButton.tsx";

export interface IdProps {
  value: string;
  /** What the copy button says: "Copy customer id". */
  label: string;
}

/** An id cut to its last characters, whole on hover and when copied. */
export function Id({ value, label }: IdProps) {
  return (
    <Group gap={4} wrap="nowrap" display="inline-flex">
      <Tooltip label={value}>
        <Text span size="xs" ff="monospace" c="dimmed">
          …{value.slice(-6)}
        </Text>
      </Tooltip>
      <CopyButton value={value} label={label} />
    </Group>
  );
}
