import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import classes from "./FilterChips.module.css";
import { text } from "./text.ts";

export interface FilterChip {
  id: string;
  /** A readable half sentence: "status is guest", "in group Wholesale". */
  sentence: string;
  onRemove: () => void;
}

export interface FilterChipsProps {
  chips: readonly FilterChip[];
  onClear: () => void;
}

/** The filters in use as sentences, each with its way out. Draws nothing when none is. */
export function FilterChips({ chips, onClear }: FilterChipsProps) {
  if (chips.length === 0) return null;
  return (
    <ul className={classes["list"]} aria-label={text.filter.label}>
      {chips.map(({ id, sentence, onRemove }) => (
        <li key={id} className={classes["chip"]}>
          <span>{sentence}</span>
          <ActionIcon size="xs" ml={4} radius="xl" aria-label={text.filter.remove(sentence)} onClick={onRemove}>
            <IconX size={12} stroke={1.8} aria-hidden />
          </ActionIcon>
        </li>
      ))}
      <li>
        <Button size="compact-xs" variant="subtle" onClick={onClear}>
          {text.filter.clear}
        </Button>
      </li>
    </ul>
  );
}
