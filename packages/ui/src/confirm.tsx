import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { openDialog } from "./openDialog.ts";
import { text } from "./text.ts";

export interface ConfirmOptions {
  /** A question that names the thing: "Delete the group “Wholesale”?" */
  title: string;
  /** What follows from it, and what does not. */
  consequence: ReactNode;
  /** The verb on the button: "Delete group". */
  verb: string;
  /** False for what does no harm; the button is then in the accent. */
  harmful?: boolean;
  /** A word that must be typed first, for what cannot be brought back. */
  typed?: string;
}

interface QuestionProps extends ConfirmOptions {
  answer: (yes: boolean) => void;
}

function Question({ consequence, verb, harmful = true, typed, answer }: QuestionProps) {
  const [word, setWord] = useState("");
  const ready = typed === undefined || word.trim() === typed;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) answer(true);
      }}
    >
      <Stack gap="md">
        <Text component="div">{consequence}</Text>
        {typed !== undefined && (
          <TextInput
            label={text.confirm.typeToConfirm(typed)}
            value={word}
            autoComplete="off"
            data-autofocus
            onChange={(event) => setWord(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => answer(false)}
            {...(typed === undefined ? { "data-autofocus": true } : {})}
          >
            {text.cancel}
          </Button>
          <Button type="submit" disabled={!ready} {...(harmful ? { color: "red" } : {})}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Asks before what cannot be undone. Closing the dialog is a no. */
export function confirm(options: ConfirmOptions): Promise<boolean> {
  return new Promise((resolve) => {
    openDialog((close) => ({
      title: options.title,
      size: 460,
      children: (
        <Question
          {...options}
          answer={(yes) => {
            resolve(yes);
            close();
          }}
        />
      ),
      onClose: () => resolve(false),
    }));
  });
}
