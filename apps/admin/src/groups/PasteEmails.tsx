import { asField } from "@clientele/domain/fieldProblem";
import { MatchEmails } from "@clientele/domain/groups/group";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Paper, Text } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import { text } from "../text.ts";
import { client, type Outputs } from "../trpc.ts";
import { groupCrumbs } from "./groupCrumbs.tsx";
import type { GroupDetail } from "./GroupHead.tsx";
import { PasteReport } from "./PasteReport.tsx";

const t = text.groups.paste;
const PasteForm = z.strictObject({
  text: MatchEmails.shape.text.refine((pasted) => pasted.trim() !== "", asField("field.required")),
});

export interface PasteEmailsProps {
  group: GroupDetail;
  onDone: () => void;
}

/** A list of addresses in any of the ways people have one: checked first, added after. */
export function PasteEmails({ group, onDone }: PasteEmailsProps) {
  const [report, setReport] = useState<Outputs["groups"]["matchEmails"] | null>(null);
  const form = useZodForm(PasteForm, { initialValues: { text: "" } });
  const check = async (values: { text: string }) => {
    setReport(await client.groups.matchEmails.query({ groupId: group.id, text: values.text }));
  };
  return (
    <>
      <PageHeader title={t.title(group.name)} store={text.shell.app} crumbs={groupCrumbs(group)} />
      <Paper p="lg" mt="md" maw={760}>
        {report === null ? (
          <Form form={form} onSubmit={check}>
            <Text c="dimmed">{t.body}</Text>
            <Field form={form} name="text" kind="textarea" rows={10} label={t.label} placeholder={t.placeholder} />
            <Button type="submit" loading={form.sending} style={{ alignSelf: "flex-start" }}>
              {t.check}
            </Button>
          </Form>
        ) : (
          <PasteReport group={group} report={report} onBack={() => setReport(null)} onDone={onDone} />
        )}
      </Paper>
    </>
  );
}
