import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import classes from "./ConflictDialog.module.css";
import type { Choice, ConflictField } from "./conflict.ts";
import { text } from "./text.ts";

export interface ConflictDialogProps {
  opened: boolean;
  /** From `conflictsOf`; may be empty, when both sides changed different fields. */
  fields: readonly ConflictField[];
  /** Called with one choice per field; the form is then sent again. */
  onResolve: (choices: Record<string, Choice>) => void;
  onClose: () => void;
  /** Shows a value that is not a plain text. */
  format?: (field: ConflictField, value: unknown) => ReactNode;
  saving?: boolean;
}

const plain = (_field: ConflictField, value: unknown): ReactNode =>
  value === null || value === undefined || value === "" ? (
    <Text span c="dimmed" fs="italic">
      {text.conflict.empty}
    </Text>
  ) : typeof value === "string" ? (
    value
  ) : (
    JSON.stringify(value)
  );

/** "Changed meanwhile": both values of each field side by side; nothing typed is lost until it is chosen. */
export function ConflictDialog({
  opened,
  fields,
  onResolve,
  onClose,
  format = plain,
  saving = false,
}: ConflictDialogProps) {
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const chosen = (name: string): Choice => choices[name] ?? "mine";
  const side = (field: ConflictField, which: Choice) => (
    <Radio
      className={classes["side"] ?? ""}
      {...(which === "mine" && field === fields[0] ? { "data-autofocus": true } : {})}
      name={`conflict-${field.name}`}
      value={which}
      checked={chosen(field.name) === which}
      onChange={() => setChoices({ ...choices, [field.name]: which })}
      aria-label={which === "mine" ? text.conflict.keepMine(field.label) : text.conflict.keepTheirs(field.label)}
      label={
        <>
          <Text size="xs" c="dimmed">
            {which === "mine" ? text.conflict.mine : text.conflict.theirs}
          </Text>
          <div className={classes["value"]}>{format(field, field[which])}</div>
        </>
      }
    />
  );
  return (
    <Modal opened={opened} onClose={onClose} title={text.conflict.title} size={600}>
      <Stack gap="md">
        <Text>{fields.length === 0 ? text.conflict.bodySame : text.conflict.body}</Text>
        {fields.map((field) => (
          <fieldset key={field.name} className={classes["field"]}>
            <legend>{field.label}</legend>
            <div className={classes["pair"]}>
              {side(field, "mine")}
              {side(field, "theirs")}
            </div>
          </fieldset>
        ))}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={saving}>
            {text.cancel}
          </Button>
          <Button
            loading={saving}
            onClick={() => onResolve(Object.fromEntries(fields.map(({ name }) => [name, chosen(name)])))}
          >
            {text.conflict.keep}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
