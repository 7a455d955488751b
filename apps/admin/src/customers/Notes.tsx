import { AddNote } from "@clientele/domain/customers/note";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { z } from "zod";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { NoteItem } from "./NoteItem.tsx";

const t = text.customers.notes;
const NoteForm = z.strictObject({ text: AddNote.shape.text, pinned: AddNote.shape.pinned.unwrap() });

export interface NotesProps {
  customerId: string;
  readOnly: boolean;
}

/** What colleagues wrote about a customer, pinned ones first, and a box to write more. */
export function Notes({ customerId, readOnly }: NotesProps) {
  const can = useCan();
  const mayWrite = can("customers.write") && !readOnly;
  const notes = useInfiniteQuery(
    trpc.customers.notes.infiniteQueryOptions(
      { customerId, limit: 5 },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  const found = notes.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Paper p="lg" component="section" aria-labelledby="notes">
      <Title order={2} id="notes" mb="sm">
        {t.title}
      </Title>
      {mayWrite && <NewNote customerId={customerId} />}
      {notes.isPending && <CardSkeleton lines={2} />}
      <ProblemNotice error={notes.error} onRetry={() => void notes.refetch()} />
      {notes.data !== undefined && found.length === 0 && (
        <Text c="dimmed" mt={mayWrite ? "md" : 0}>
          {t.none}
        </Text>
      )}
      {found.map((note) => (
        <NoteItem key={note.id} note={note} editable={mayWrite} />
      ))}
      {notes.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={notes.isFetchingNextPage}
          onClick={() => void notes.fetchNextPage()}
        >
          {t.more}
        </Button>
      )}
    </Paper>
  );
}

function NewNote({ customerId }: { customerId: string }) {
  // One key per text: a repeat after a lost answer makes no second note.
  const key = useRef(crypto.randomUUID());
  const { mutateAsync } = useMutation(trpc.customers.addNote.mutationOptions());
  const form = useZodForm(NoteForm, { initialValues: { text: "", pinned: false }, name: "note" });
  const send = async (values: z.input<typeof NoteForm>) => {
    await mutateAsync({ customerId, ...values, idempotencyKey: key.current });
    key.current = crypto.randomUUID();
    form.take({ text: "", pinned: false });
  };
  return (
    <Form form={form} onSubmit={send} label={t.label}>
      <Field form={form} name="text" kind="textarea" rows={2} label={t.label} placeholder={t.add} />
      <Group justify="space-between" mb="md">
        <Field form={form} name="pinned" kind="switch" label={t.pin} />
        <Button type="submit" size="xs" loading={form.sending}>
          {t.save}
        </Button>
      </Group>
    </Form>
  );
}
