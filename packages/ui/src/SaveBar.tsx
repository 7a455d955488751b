import { Button, Text } from "@mantine/core";
import { useRef } from "react";
import { LeaveGuard } from "./LeaveGuard.tsx";
import classes from "./SaveBar.module.css";
import { text } from "./text.ts";
import { useShortcut } from "./useShortcut.ts";
import type { ZodForm } from "./useZodForm.ts";

export interface SaveBarProps<Values> {
  form: ZodForm<Values>;
  /** The verb, where "Save" is not it. */
  verb?: string;
}

/**
 * Stands inside the form and appears while it differs from the saved row: Save, Discard, Ctrl or Cmd+S, and a question
 * before the page is left with changes.
 */
export function SaveBar<Values>({ form, verb = text.save.save }: SaveBarProps<Values>) {
  const place = useRef<HTMLDivElement>(null);
  const dirty = form.isDirty();
  useShortcut("mod+s", text.hotkeys.save, () => place.current?.closest("form")?.requestSubmit(), { enabled: dirty });

  return (
    <>
      <div
        ref={place}
        className={dirty ? classes["bar"] : undefined}
        role="region"
        aria-label={text.save.label}
        hidden={!dirty}
      >
        {dirty && (
          <>
            <Text size="sm" fw={550} role="status">
              {text.save.unsaved}
            </Text>
            <div className={classes["buttons"]}>
              <Button variant="default" onClick={() => form.discard()} disabled={form.sending}>
                {text.save.discard}
              </Button>
              <Button type="submit" loading={form.sending}>
                {verb}
              </Button>
            </div>
          </>
        )}
      </div>
      <LeaveGuard form={form} />
    </>
  );
}
