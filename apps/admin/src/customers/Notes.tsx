import { AddNote } from "@clientele/domain/customers/note";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { CardSkeleton } from "@clientele/ui/Skeletons.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { z } from "zod";
import { useCan } from "../me.ts";
import { customerText } from "../text/customer.ts";
import { client, trpc } from "../trpc.ts";
import { usePages } from "../usePages.ts";
import { NoteItem } from "./NoteItem.tsx";

const t = customerText.notes;
const NoteForm = z.strictObject({ text: AddNote.shape.text, pinned: AddNote.shape.pinned.unwrap() });

export interface NotesProps {
  customerId: string;
  readOnly: boolean;
}

/** What colleagues wrote about a customer, pinned ones first, and a box to write more. */
export function Notes({ customerId, readOnly }: NotesProps) {
  const can = useCan();
  const mayWrite = can("customers.write") && !readOnly;
  const input = { customerId, limit: 5 };
  const notes = usePages(trpc.customers.notes.queryKey(input), (at) =>
    client.customers.notes.query({ ...input, ...at }),
  );
  return (
    <Paper p="lg" component="section" aria-labelledby="notes">
      <Title order={2} id="notes" mb="sm">
        {t.title}
      </Title>
      {mayWrite && <NewNote customerId={customerId} />}
      {notes.isPending && <CardSkeleton lines={2} />}
      <ProblemNotice error={notes.error} onRetry={notes.retry} />
      {!notes.isPending && notes.error === null && notes.items.length === 0 && (
        <Text c="dimmed" mt={mayWrite ? "md" : 0}>
          {t.none}
        </Text>
      )}
      {notes.items.map((note) => (
        <NoteItem key={note.id} note={note} editable={mayWrite} />
      ))}
      {notes.more !== null && (
        <Button variant="default" size="xs" loading={notes.moreBusy} onClick={notes.more}>
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
    <Form form={form} onSubmit={send} label={t.form}>
      <LeaveGuard form={form} />
      <Field form={form} name="text" kind="textarea" rows={2} label={t.label} placeholder={t.add} required={false} />
      <Group justify="space-between" mb="md">
        <Field form={form} name="pinned" kind="switch" label={t.pin} />
        <Button type="submit" size="xs" loading={form.sending}>
          {t.save}
        </Button>
      </Group>
    </Form>
  );
}
