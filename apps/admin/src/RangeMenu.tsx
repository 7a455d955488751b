import { Button, Group, Popover, Stack, Text, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { type SyntheticEvent, useState } from "react";
import { text } from "./text.ts";

const t = text.filters;
type Range = readonly [least: number | undefined, most: number | undefined];

export interface RangeMenuProps {
  label: string;
  hint?: string;
  range: Range;
  onChange: (range: Range) => void;
  /** A value as its field begins, and what somebody typed as a value; null for what cannot be read. */
  write: (value: number) => string;
  read: (typed: string) => number | null;
  /** What is wrong with a value that cannot be read. */
  unreadable: string;
}

/** A button that opens the least and the most of a filter; either may stay open. */
export function RangeMenu({ label, ...fields }: RangeMenuProps) {
  const [opened, setOpened] = useState(false);
  const chosen = fields.range.filter((value) => value !== undefined).length;
  return (
    <Popover position="bottom-start" width={240} trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {label}
          {chosen > 0 && ` · ${chosen}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <RangeFields {...fields} close={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

type RangeFieldsProps = Omit<RangeMenuProps, "label"> & { close: () => void };

/** Drawn anew each time it opens, so that it begins with what is in force. */
function RangeFields({ hint, range, onChange, write, read, unreadable, close }: RangeFieldsProps) {
  const [typed, setTyped] = useState(() => range.map((value) => (value === undefined ? "" : write(value))));
  const [checked, setChecked] = useState(false);
  const values = typed.map((value) => (value.trim() === "" ? undefined : read(value.trim())));
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    setChecked(true);
    const [least, most] = values;
    if (least === null || most === null) return;
    onChange([least, most]);
    close();
  };
  return (
    <form onSubmit={apply} noValidate>
      <Stack gap="sm">
        {[t.least, t.most].map((name, at) => (
          <TextInput
            key={name}
            label={name}
            inputMode="decimal"
            autoComplete="off"
            className="figures"
            value={typed[at] ?? ""}
            error={checked && values[at] === null ? unreadable : null}
            onChange={(event) => setTyped(typed.with(at, event.currentTarget.value))}
          />
        ))}
        {hint !== undefined && (
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          {range.some((value) => value !== undefined) && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                onChange([undefined, undefined]);
                close();
              }}
            >
              {t.clear}
            </Button>
          )}
          <Button type="submit" size="compact-sm">
            {t.apply}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
