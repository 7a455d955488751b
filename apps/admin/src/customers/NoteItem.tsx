import { UpdateNote } from "@clientele/domain/customers/note";
import { confirm } from "@clientele/ui/confirm.tsx";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { ActionIcon, Badge, Group, Menu, Text } from "@mantine/core";
import { IconDots, IconPencil, IconPin, IconPinFilled, IconPinnedOff, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { failToast } from "../failToast.ts";
import { customerText } from "../text/customer.ts";
import { type Outputs, trpc } from "../trpc.ts";
import classes from "./Overview.module.css";

const t = customerText.notes;
const EditForm = z.strictObject({ text: UpdateNote.shape.text.unwrap() });
type Note = Outputs["customers"]["notes"]["items"][number];
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

/** One note with its author; its menu pins, edits and removes it. */
export function NoteItem({ note, editable }: { note: Note; editable: boolean }) {
  const [editing, setEditing] = useState(false);
  const update = useMutation(trpc.customers.updateNote.mutationOptions());
  const remove = useMutation(trpc.customers.removeNote.mutationOptions());
  const { id, version, pinned, author } = note;
  const ask = async () => {
    if (await confirm({ title: t.removeTitle, consequence: t.removeBody, verb: t.remove })) {
      remove.mutate({ id }, { onError: failToast });
    }
  };
  if (editing) return <EditNote note={note} close={() => setEditing(false)} />;
  return (
    <article className={classes["note"]}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <p className={classes["text"]}>
          <bdi>{note.text}</bdi>
        </p>
        {editable && (
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={t.menu}>
                <IconDots {...icon} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={pinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
                onClick={() => update.mutate({ id, version, pinned: !pinned }, { onError: failToast })}
              >
                {pinned ? t.unpinNote : t.pinNote}
              </Menu.Item>
              <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setEditing(true)}>
                {t.edit}
              </Menu.Item>
              <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={ask}>
                {t.remove}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <Group gap={6} mt={6}>
        {pinned && (
          <Badge color="yellow" leftSection={<IconPinFilled size={12} aria-hidden />}>
            {t.pinned}
          </Badge>
        )}
        <Text size="xs" c="dimmed" component="span">
          <Time at={note.createdAt} /> {author === null ? t.imported : t.by(author.name)}
        </Text>
      </Group>
    </article>
  );
}

function EditNote({ note, close }: { note: Note; close: () => void }) {
  const { mutateAsync } = useMutation(trpc.customers.updateNote.mutationOptions());
  const form = useZodForm(EditForm, { initialValues: { text: note.text }, name: `edit-${note.id.replace("_", "-")}` });
  const send = async (values: z.input<typeof EditForm>) => {
    await mutateAsync({ id: note.id, version: note.version, ...values });
    close();
  };
  return (
    <div className={classes["note"]}>
      <Form form={form} onSubmit={send} label={t.edit}>
        <Field form={form} name="text" kind="textarea" label={t.text} autoFocus />
        <FormActions cancel={t.cancel} onCancel={close} submit={t.saveEdit} sending={form.sending} size="xs" />
      </Form>
    </div>
  );
}
