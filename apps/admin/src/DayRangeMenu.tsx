import { Button, Popover, Stack, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { ordersText } from "./text/orders.ts";

const t = ordersText.filter;

export interface DayRangeMenuProps {
  label: string;
  from: string | undefined;
  until: string | undefined;
  onChange: (range: { from: string | undefined; until: string | undefined }) => void;
}

/** A button that opens the first and the last day of a filter; either may stay open. */
export function DayRangeMenu({ label, from, until, onChange }: DayRangeMenuProps) {
  const chosen = [from, until].filter((day) => day !== undefined).length;
  return (
    <Popover position="bottom-start" width={240} trapFocus>
      <Popover.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}>
          {label}
          {chosen > 0 && ` · ${chosen}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="sm">
          <TextInput
            type="date"
            label={t.from}
            className="figures"
            value={from ?? ""}
            {...(until === undefined ? {} : { max: until })}
            onChange={(event) => onChange({ from: event.currentTarget.value || undefined, until })}
          />
          <TextInput
            type="date"
            label={t.until}
            className="figures"
            value={until ?? ""}
            {...(from === undefined ? {} : { min: from })}
            onChange={(event) => onChange({ from, until: event.currentTarget.value || undefined })}
          />
          {chosen > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange({ from: undefined, until: undefined })}>
              {t.clear}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
