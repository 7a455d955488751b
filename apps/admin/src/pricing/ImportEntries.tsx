import { type EntryInput, mostEntriesText } from "@clientele/domain/pricing/priceListEntry";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Group, Stack, Switch, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { gridText } from "../text/grid.ts";
import { client } from "../trpc.ts";
import { CheckReport } from "./CheckReport.tsx";
import type { PriceListDetail } from "./priceListForm.ts";
import type { EntryEdits } from "./useEntryEdits.ts";

const t = gridText.check;

/** A text that was pasted into the grid, or stands in a file. */
export interface GivenEntries {
  text: string;
  file?: string;
}

export interface ImportEntriesProps {
  list: PriceListDetail;
  /** The text that is given already; it is checked at once. */
  given: string | undefined;
  edits: EntryEdits;
  close: () => void;
}

/** Takes a pasted or uploaded text, shows what it means and what is wrong at which cell, and imports it. */
export function ImportEntries({ list, given, edits, close }: ImportEntriesProps) {
  const [typed, setTyped] = useState(given ?? "");
  const [replace, setReplace] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const check = useMutation({
    mutationFn: (content: string) => client.priceLists.checkEntries.query({ priceListId: list.id, text: content }),
    meta: { invalidates: [] },
  });
  const whole = useMutation({
    mutationFn: (content: string) => edits.replaceAll(content, idempotencyKey),
    meta: { invalidates: [] },
  });
  const right = useMutation({
    mutationFn: (entries: readonly EntryInput[]) => edits.write(entries),
    meta: { invalidates: [] },
  });
  const started = useRef(false);
  const { mutate } = check;
  useEffect(() => {
    if (given === undefined || given.trim() === "" || given.length > mostEntriesText || started.current) return;
    started.current = true;
    mutate(given);
  }, [given, mutate]);

  const done = (message: string) => {
    doneToast(message);
    close();
  };
  const importChecked = (entries: readonly EntryInput[]) => {
    if (!replace) {
      right.mutate(entries, { onSuccess: (changed) => done(changed === 0 ? t.unchanged : t.done(changed)) });
      return;
    }
    whole.mutate(typed, {
      onSuccess: ({ created, changed, removed }) => done(t.replaced(created + changed, removed)),
    });
  };
  const notice = <ProblemNotice error={check.error ?? whole.error ?? right.error} />;
  if (check.data === undefined) {
    return (
      <EntriesText
        typed={typed}
        onTyped={setTyped}
        checking={check.isPending}
        onCheck={() => mutate(typed)}
        onCancel={close}
      >
        {notice}
      </EntriesText>
    );
  }
  const { entries, rowsWithProblems } = check.data;
  const busy = whole.isPending || right.isPending;
  return (
    <Stack>
      {notice}
      <CheckReport checked={check.data} currency={list.currency} />
      {list.variants > 0 && (
        <Switch
          label={t.replace}
          description={t.replaceHint}
          checked={replace}
          onChange={(event) => setReplace(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => check.reset()} disabled={busy}>
          {t.change}
        </Button>
        <Button
          loading={busy}
          disabled={entries.length === 0}
          {...(replace ? { color: "red" } : {})}
          onClick={() => importChecked(entries)}
        >
          {entries.length === 0
            ? t.nothing
            : rowsWithProblems > 0
              ? t.importRight(entries.length)
              : t.importAll(entries.length)}
        </Button>
      </Group>
    </Stack>
  );
}

interface EntriesTextProps {
  typed: string;
  onTyped: (typed: string) => void;
  checking: boolean;
  onCheck: () => void;
  onCancel: () => void;
  /** Stands above the text. */
  children: ReactNode;
}

/** The field a text is pasted or typed into. */
function EntriesText({ typed, onTyped, checking, onCheck, onCancel, children }: EntriesTextProps) {
  const tooBig = typed.length > mostEntriesText;
  const canCheck = typed.trim() !== "" && !tooBig;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canCheck) onCheck();
      }}
    >
      <Stack>
        {children}
        <Text>{t.body}</Text>
        <Textarea
          label={t.label}
          placeholder={t.placeholder}
          minRows={8}
          maxRows={16}
          autosize
          spellCheck={false}
          data-autofocus
          value={typed}
          error={tooBig ? t.tooBig : null}
          onChange={(event) => onTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={checking} disabled={!canCheck}>
            {t.run}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
