import { ActionIcon, Tooltip, VisuallyHidden } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { text } from "./text.ts";

export interface CopyButtonProps {
  value: string;
  /** What is copied, for who does not see it: "Copy e-mail". */
  label?: string;
}

export function CopyButton({ value, label = text.copy }: CopyButtonProps) {
  const clipboard = useClipboard({ timeout: 1500 });
  return (
    <Tooltip label={clipboard.copied ? text.copied : label}>
      <ActionIcon size="sm" onClick={() => clipboard.copy(value)} aria-label={label}>
        {clipboard.copied ? (
          <IconCheck size={14} stroke={1.8} aria-hidden />
        ) : (
          <IconCopy size={14} stroke={1.6} aria-hidden />
        )}
        <VisuallyHidden role="status">{clipboard.copied ? text.copied : ""}</VisuallyHidden>
      </ActionIcon>
    </Tooltip>
  );
}
