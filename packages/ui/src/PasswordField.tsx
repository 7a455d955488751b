import { Box, PasswordInput, type PasswordInputProps, Progress, Text } from "@mantine/core";
import { useId } from "react";
import { text } from "./text.ts";

export interface PasswordFieldProps extends Omit<PasswordInputProps, "onChange" | "value"> {
  value: string;
  onChange: (value: string) => void;
  /** With it, a new password is being chosen and a meter of its length stands below. */
  least?: number | undefined;
  most?: number | undefined;
}

/** A password: it can be shown, pasted and filled by a password manager; a new one tells how long it still must get. */
export function PasswordField({ value, onChange, least, most, ...rest }: PasswordFieldProps) {
  const id = useId();
  const length = [...value].length;
  return (
    <Box>
      <PasswordInput
        {...rest}
        // Mantine tells sighted people alone.
        aria-invalid={rest.error !== undefined && rest.error !== null && rest.error !== ""}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        visibilityToggleButtonProps={{ "aria-label": text.password.show, tabIndex: 0 }}
        autoCapitalize="none"
        spellCheck={false}
        {...(most === undefined ? {} : { maxLength: most })}
        {...(least === undefined ? {} : { "aria-describedby": id })}
      />
      {least !== undefined && (
        <Box mt={8}>
          <Progress
            size={4}
            value={Math.min(100, (length / least) * 100)}
            color={length >= least ? "green" : "gray"}
            aria-hidden
          />
          <Text id={id} size="xs" c="dimmed" mt={4} aria-live="polite">
            {text.password.length(length, least)}
          </Text>
        </Box>
      )}
    </Box>
  );
}
