import { AddOrderNote } from "@clientele/domain/orders/order";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { z } from "zod";
import { useCan } from "../me.ts";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import classes from "./OrderPage.module.css";
import type { OrderDetail } from "./orderState.ts";

const t = ordersText.note;
const NoteForm = z.strictObject({ text: AddOrderNote.shape.text });

/** What colleagues wrote about the order, and a box to write more. */
export function OrderNotes({ order: { id, notes } }: { order: OrderDetail }) {
  const can = useCan();
  return (
    <>
      {can("orders.write") && <NewNote orderId={id} />}
      {notes.length === 0 && <Text c="dimmed">{t.none}</Text>}
      {notes.map((note) => (
        <article key={note.id} className={classes["part"]}>
          <p className={classes["text"]}>
            <bdi>{note.text}</bdi>
          </p>
          <Text size="xs" c="dimmed" component="div" mt={4}>
            <Time at={note.at} /> {note.author !== null && t.by(note.author)}
          </Text>
        </article>
      ))}
    </>
  );
}

function NewNote({ orderId }: { orderId: string }) {
  // One key per text: a repeat after a lost answer makes no second note.
  const key = useRef(crypto.randomUUID());
  const { mutateAsync } = useMutation(trpc.orders.addNote.mutationOptions());
  const form = useZodForm(NoteForm, { initialValues: { text: "" }, name: "note" });
  const send = async (values: z.input<typeof NoteForm>) => {
    await mutateAsync({ orderId, ...values, idempotencyKey: key.current });
    key.current = crypto.randomUUID();
    form.take({ text: "" });
  };
  return (
    <Form form={form} onSubmit={send} label={t.form}>
      <LeaveGuard form={form} />
      <Field
        form={form}
        name="text"
        kind="textarea"
        rows={2}
        label={t.label}
        placeholder={t.placeholder}
        required={false}
      />
      <Group justify="flex-end" mb="md">
        <Button type="submit" size="xs" loading={form.sending}>
          {t.save}
        </Button>
      </Group>
    </Form>
  );
}
