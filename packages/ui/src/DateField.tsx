import { ActionIcon, Button, Group, Input, type InputWrapperProps, TextInput, Tooltip } from "@mantine/core";
import { IconClock, IconX } from "@tabler/icons-react";
import { useId } from "react";
import { text } from "./text.ts";

export interface DateFieldProps extends Pick<InputWrapperProps, "label" | "description" | "error" | "withAsterisk"> {
  /** A day (`2026-11-30`) or, with a time, an instant (`2026-11-30T09:00:00.000Z`). */
  value: string | null;
  onChange: (value: string | null) => void;
  onBlur?: () => void;
  withTime?: boolean;
  /** The first day that may be chosen. */
  min?: string | undefined;
  name?: string;
  disabled?: boolean;
  "data-path"?: string;
  "aria-required"?: boolean;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** An instant as day and time on this machine's clock, the one the reader sees. */
const partsOf = (value: string | null): { day: string; time: string } => {
  if (value === null || value.length <= 10) return { day: value ?? "", time: "" };
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return { day: value.slice(0, 10), time: "" };
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
};

const valueOf = (day: string, time: string): string | null => {
  if (day === "") return null;
  const at = new Date(`${day}T${time}`);
  return time === "" || Number.isNaN(at.getTime()) ? day : at.toISOString();
};

/** A day, and a time where asked for, by the browser's own pickers: they speak the reader's language and work by keyboard. */
export function DateField({
  value,
  onChange,
  onBlur,
  withTime = false,
  min,
  name,
  disabled,
  ...wrapper
}: DateFieldProps) {
  const id = useId();
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { "data-path": path, "aria-required": required, label, description, error, withAsterisk } = wrapper;
  const { day, time } = partsOf(value);
  const shared = { onBlur, disabled: disabled ?? false, error: error !== undefined && error !== null && error !== "" };
  return (
    <Input.Wrapper id={id} {...{ label, description, error }} withAsterisk={withAsterisk ?? false}>
      <Group gap="xs" wrap="wrap">
        {/* No field of its own inside the field: the hint and the error above are told of this one. */}
        <Input
          {...shared}
          type="date"
          name={name ?? ""}
          data-path={path}
          aria-required={required ?? false}
          className="figures"
          w="11rem"
          // In a row margins do not fold into one, so the hint and the error keep their distance alone.
          my={0}
          value={day}
          {...(min === undefined ? {} : { min })}
          onChange={(event) => onChange(valueOf(event.currentTarget.value, time))}
        />
        {withTime && day !== "" && time === "" && (
          <Button
            variant="subtle"
            leftSection={<IconClock size={16} stroke={1.6} aria-hidden />}
            onClick={() => onChange(valueOf(day, "12:00"))}
          >
            {text.date.addTime}
          </Button>
        )}
        {time !== "" && (
          <TextInput
            {...shared}
            type="time"
            aria-label={text.date.time}
            className="figures"
            w="9rem"
            value={time}
            onChange={(event) => onChange(valueOf(day, event.currentTarget.value))}
          />
        )}
        {day !== "" && (
          <Tooltip label={time === "" ? text.date.clear : text.date.removeTime}>
            <ActionIcon
              size="lg"
              aria-label={time === "" ? text.date.clear : text.date.removeTime}
              onClick={() => onChange(time === "" ? null : day)}
            >
              <IconX size={16} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
      {time !== "" && <Input.Description mt={6}>{text.date.zone(timeZone)}</Input.Description>}
    </Input.Wrapper>
  );
}
