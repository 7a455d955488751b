import { Button, Checkbox, Popover, ScrollArea, Stack, Text, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { text } from "./text.ts";

const t = text.filters;

export interface FilterMenuProps {
  label: string;
  options: readonly { value: string; label: string }[];
  value: readonly string[];
  onChange: (value: string[] | undefined) => void;
  /** With it, the options are searched as somebody types. */
  search?: { value: string; onChange: (search: string) => void };
}

/** A button that opens the values of one filter; several may be chosen. */
export function FilterMenu({ label, options, value, onChange, search }: FilterMenuProps) {
  const toggle = (option: string, on: boolean) => {
    const next = on ? [...value, option] : value.filter((other) => other !== option);
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <Popover position="bottom-start" width={260} trapFocus onClose={() => search?.onChange("")}>
      <Popover.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
          {...(value.length > 0 ? { "data-filtered": true } : {})}
        >
          {label}
          {value.length > 0 && ` · ${value.length}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="sm">
          {search !== undefined && (
            <TextInput
              size="xs"
              aria-label={t.find}
              placeholder={t.find}
              value={search.value}
              onChange={(event) => search.onChange(event.currentTarget.value)}
            />
          )}
          <ScrollArea.Autosize mah={280} type="auto">
            <Stack gap={2}>
              {options.map((option) => (
                <Checkbox
                  key={option.value}
                  label={option.label}
                  py={4}
                  checked={value.includes(option.value)}
                  onChange={(event) => toggle(option.value, event.currentTarget.checked)}
                />
              ))}
              {options.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t.nothing}
                </Text>
              )}
            </Stack>
          </ScrollArea.Autosize>
          {value.length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(undefined)}>
              {t.clear}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
