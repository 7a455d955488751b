import { Form } from "@clientele/ui/Form.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Progress, Stack, Switch, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconUserCheck, IconUserQuestion, type Icon } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { MembershipFields } from "../MembershipFields.tsx";
import { membershipInput, membershipShape, noMembership } from "../membershipForm.ts";
import { text } from "../text.ts";
import { type Outputs, trpc } from "../trpc.ts";
import type { GroupDetail } from "./GroupHead.tsx";
import classes from "./PasteReport.module.css";

const t = text.groups.paste;
const ReportForm = z.strictObject(membershipShape);
/** As many as one call takes. */
const perCall = 1000;
const shownAtFirst = 8;

export interface PasteReportProps {
  group: GroupDetail;
  report: Outputs["groups"]["matchEmails"];
  onBack: () => void;
  onDone: () => void;
}

interface PartProps {
  Symbol: Icon;
  title: string;
  lines: readonly string[];
  children?: ReactNode;
}

/** One heap of the pasted list; a long one shows its first few lines. */
function Part({ Symbol, title, lines, children }: PartProps) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <section className={classes["part"]}>
      <Symbol size={20} stroke={1.6} aria-hidden />
      <div className={classes["body"]}>
        <Title order={3}>{title}</Title>
        <ul className={classes["lines"]}>
          {shown.map((line) => (
            <li key={line}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
        {shown.length < lines.length && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t.showAll(lines.length)}
          </Button>
        )}
        {children}
      </div>
    </section>
  );
}

const named = ({ email, name }: { email: string; name: string }): string =>
  name === "" ? email : `${name} · ${email}`;

/** Who of the pasted list is known, a member, unknown or unreadable; then adds whom the reader wants. */
export function PasteReport({ group, report, onBack, onDone }: PasteReportProps) {
  const { matched, members, unknown, invalid, doubles } = report;
  const [createGuests, setCreateGuests] = useState(false);
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  const { mutateAsync } = useMutation(
    trpc.groups.addEmails.mutationOptions({ meta: { invalidates: ["groups", "customers"] } }),
  );
  const form = useZodForm(ReportForm, { initialValues: noMembership });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const wanted = [...matched.map(({ email }) => ({ email, name: "" })), ...(createGuests ? unknown : [])];
  const send = async (values: z.input<typeof ReportForm>) => {
    let [added, created] = [0, 0];
    try {
      for (let at = 0; at < wanted.length; at += perCall) {
        if (wanted.length > perCall) setProgress({ done: at, all: wanted.length });
        // Each call stands by itself; repeating one that got through adds nobody twice.
        const answer = await mutateAsync({
          groupId: group.id,
          emails: wanted.slice(at, at + perCall),
          createGuests,
          ...membershipInput(values),
        });
        added += answer.added;
        created += answer.created;
      }
    } finally {
      setProgress(null);
    }
    doneToast(t.done(added, created, group.name));
    onDone();
  };
  const nothing = matched.length + members.length + unknown.length + invalid.length === 0;

  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={2} ref={heading} tabIndex={-1} style={{ outline: "none" }}>
          {t.report}
        </Title>
        <Button variant="default" onClick={onBack}>
          {t.change}
        </Button>
      </Group>
      {nothing && <Text>{t.nothing}</Text>}
      <Part Symbol={IconCircleCheck} title={t.matched(matched.length)} lines={matched.map(named)} />
      <Part Symbol={IconUserQuestion} title={t.unknown(unknown.length)} lines={unknown.map(named)}>
        <Switch
          mt="sm"
          label={t.guests(unknown.length)}
          description={t.guestsHint}
          checked={createGuests}
          onChange={(event) => setCreateGuests(event.currentTarget.checked)}
        />
      </Part>
      <Part Symbol={IconUserCheck} title={t.members(members.length)} lines={members.map(named)} />
      <Part Symbol={IconAlertTriangle} title={t.invalid(invalid.length)} lines={[...new Set(invalid)]} />
      {doubles > 0 && (
        <Text size="sm" c="dimmed">
          {t.doubles(doubles)}
        </Text>
      )}
      {!nothing && (
        <Form form={form} onSubmit={send} label={text.groups.pick.once}>
          <MembershipFields form={form} withFrom />
          {progress !== null && (
            <div role="status">
              <Progress value={(progress.done / progress.all) * 100} aria-hidden />
              <Text size="sm" mt={4}>
                {t.progress(progress.done, progress.all)}
              </Text>
            </div>
          )}
          <Button
            type="submit"
            loading={form.sending}
            disabled={wanted.length === 0}
            style={{ alignSelf: "flex-start" }}
          >
            {t.submit(wanted.length)}
          </Button>
        </Form>
      )}
    </Stack>
  );
}
