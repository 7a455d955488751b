import type { EntryInput } from "@clientele/domain/pricing/priceListEntry";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Group, Stack, Switch, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { gridText } from "../text/grid.ts";
import { client, type Outputs } from "../trpc.ts";
import { CheckReport } from "./CheckReport.tsx";
import type { PriceListDetail } from "./priceListForm.ts";

const t = gridText.check;
const mostCharacters = 240_000;

export interface ImportEntriesProps {
  list: PriceListDetail;
  /** What was pasted into the grid or stands in a file; it is checked at once. */
  given?: string;
  /** Writes checked entries so that they can be undone; answers how many changed. */
  write: (entries: readonly EntryInput[]) => Promise<number>;
  /** Empties the list and fills it with the text, so that it can be undone. */
  replaceAll: (text: string, idempotencyKey: string) => Promise<Outputs["priceLists"]["importEntries"]>;
  close: () => void;
}

/** Takes a pasted or uploaded text, shows what it means and what is wrong at which cell, and imports it. */
export function ImportEntries({ list, given, write, replaceAll, close }: ImportEntriesProps) {
  const [typed, setTyped] = useState(given ?? "");
  const [replace, setReplace] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const check = useMutation({
    mutationFn: (content: string) => client.priceLists.checkEntries.query({ priceListId: list.id, text: content }),
    meta: { invalidates: [] },
  });
  const whole = useMutation({
    mutationFn: (content: string) => replaceAll(content, idempotencyKey),
    meta: { invalidates: [] },
  });
  const right = useMutation({
    mutationFn: (entries: readonly EntryInput[]) => write(entries),
    meta: { invalidates: [] },
  });
  const tooBig = typed.length > mostCharacters;
  const started = useRef(false);
  const { mutate } = check;
  useEffect(() => {
    if (given === undefined || given.trim() === "" || given.length > mostCharacters || started.current) return;
    started.current = true;
    mutate(given);
  }, [given, mutate]);

  const done = (message: string) => {
    doneToast(message);
    close();
  };
  const go = (entries: readonly EntryInput[]) => {
    if (!replace) {
      right.mutate(entries, { onSuccess: (changed) => done(changed === 0 ? t.unchanged : t.done(changed)) });
      return;
    }
    whole.mutate(typed, {
      onSuccess: ({ created, changed, removed }) => done(t.replaced(created + changed, removed)),
    });
  };
  const error = check.error ?? whole.error ?? right.error;
  const busy = whole.isPending || right.isPending;
  if (check.data !== undefined) {
    const { entries, rowsWithProblems } = check.data;
    return (
      <Stack>
        <ProblemNotice error={error} />
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
            onClick={() => go(entries)}
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
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "" && !tooBig) mutate(typed);
      }}
    >
      <Stack>
        <ProblemNotice error={error} />
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
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={check.isPending} disabled={typed.trim() === "" || tooBig}>
            {t.run}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
