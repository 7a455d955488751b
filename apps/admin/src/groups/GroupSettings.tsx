import { UpdateGroup } from "@clientele/domain/groups/group";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { ColourField } from "../ColourField.tsx";
import { useCan } from "../me.ts";
import { MetadataEditor } from "../MetadataEditor.tsx";
import { MetadataRows, metadataOf, rowsOf } from "../metadataModel.ts";
import { text } from "../text.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import type { GroupDetail } from "./GroupHead.tsx";

const t = text.groups;
const { shape } = UpdateGroup;
const GroupForm = z.strictObject({
  name: shape.name.unwrap(),
  description: shape.description.unwrap(),
  colour: shape.colour.unwrap(),
  metadata: MetadataRows,
});
type Values = z.input<typeof GroupForm>;

const valuesOf = ({ name, description, colour, metadata }: GroupDetail): Values => ({
  name,
  description,
  colour,
  metadata: rowsOf(metadata),
});
const labels = { name: t.create.name, description: t.create.description, colour: t.create.colour };

/** Name, description, colour and metadata of a group. */
export function GroupSettings({ group }: { group: GroupDetail }) {
  const can = useCan();
  const editable = can("groups.write");
  const { mutateAsync } = useMutation(
    trpc.groups.update.mutationOptions({ meta: { invalidates: ["groups", "customers"] } }),
  );
  const form = useZodForm(GroupForm, { initialValues: valuesOf(group) });
  const { submit, dialog } = useRowForm<Values, GroupDetail>({
    form,
    row: group,
    valuesOf,
    labels,
    save: async ({ metadata, ...values }, { id, version }) => {
      const saved = await mutateAsync({ id, version, ...values, metadata: metadataOf(metadata) });
      doneToast(t.settings.saved);
      return saved;
    },
    reread: () => queryClient.fetchQuery(trpc.groups.get.queryOptions({ id: group.id }, { staleTime: 0 })),
  });
  if (!editable) {
    return (
      <Stack maw={760}>
        <Paper p="lg" component="section">
          <Title order={2} mb="xs">
            {t.settings.general}
          </Title>
          <Text style={{ whiteSpace: "pre-wrap" }} c={group.description === "" ? "dimmed" : ""}>
            {group.description || "–"}
          </Text>
        </Paper>
        <Paper p="lg" component="section">
          <Title order={2} mb="xs">
            {text.metadata.title}
          </Title>
          <MetadataEditor form={form} readOnly />
        </Paper>
      </Stack>
    );
  }
  return (
    <Group align="start">
      <Stack w="100%" maw={760}>
        <Form form={form} onSubmit={submit} label={t.tabs.settings}>
          <Paper p="lg" component="section">
            <Stack>
              <Title order={2}>{t.settings.general}</Title>
              <Field form={form} name="name" label={t.create.name} autoComplete="off" />
              <Field form={form} name="description" kind="textarea" label={t.create.description} />
              <ColourField
                label={t.create.colour}
                value={form.values.colour}
                onChange={(colour) => form.setFieldValue("colour", colour)}
              />
            </Stack>
          </Paper>
          <Paper p="lg" component="section">
            <Title order={2}>{text.metadata.title}</Title>
            <Text c="dimmed" mb="md">
              {text.metadata.body}
            </Text>
            <MetadataEditor form={form} readOnly={false} />
          </Paper>
          <SaveBar form={form} />
        </Form>
        {dialog}
      </Stack>
    </Group>
  );
}
