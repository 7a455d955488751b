import { ChangeStaffPassword, UpdateStaffProfile } from "@clientele/domain/staff/staff";
import { passwordLeast, passwordMost } from "@clientele/domain/sessions/password";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Input, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { z } from "zod";
import { type Me, useMe } from "../me.ts";
import { text } from "../text.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import { OwnSessions } from "./OwnSessions.tsx";
import { TotpCard } from "./TotpCard.tsx";

const t = text.staff.profile;

/** What belongs to the signed-in person alone. */
export function ProfilePage() {
  return (
    <>
      <PageHeader title={t.title} store={text.shell.app} />
      <Stack maw={720} mt="md">
        <NameCard />
        <PasswordCard />
        <TotpCard />
        <OwnSessions />
      </Stack>
    </>
  );
}

const NameForm = UpdateStaffProfile.pick({ name: true });
type NameValues = z.input<typeof NameForm>;
const nameOf = ({ name }: Me): NameValues => ({ name });

/** Reads who is signed in anew, for the form and for everything that shows the name. */
const rereadMe = async (fallback: Me): Promise<Me> =>
  (await queryClient.fetchQuery(trpc.account.me.queryOptions(undefined, { staleTime: 0 }))) ?? fallback;

function NameCard() {
  const me = useMe();
  const router = useRouter();
  const { mutateAsync } = useMutation(trpc.account.updateProfile.mutationOptions());
  const form = useZodForm(NameForm, { initialValues: nameOf(me), name: "name" });
  const { submit, dialog } = useRowForm<NameValues, Me>({
    form,
    row: me,
    valuesOf: nameOf,
    labels: { name: t.name },
    save: async (values, { version }) => {
      await mutateAsync({ version, ...values });
      const saved = await rereadMe(me);
      await router.invalidate();
      doneToast(t.saved);
      return saved;
    },
    reread: () => rereadMe(me),
  });
  return (
    <Paper p="lg" component="section" aria-labelledby="own-name">
      <Title order={2} id="own-name" mb="md">
        {t.general}
      </Title>
      <Form form={form} onSubmit={submit} label={t.general}>
        <Field form={form} name="name" label={t.name} description={t.nameHint} autoComplete="name" />
        <Input.Wrapper label={t.email} labelElement="div" description={t.emailHint}>
          <Text>{me.email}</Text>
        </Input.Wrapper>
        <SaveBar form={form} />
      </Form>
      {dialog}
    </Paper>
  );
}

function PasswordCard() {
  const me = useMe();
  const { mutateAsync } = useMutation(
    trpc.account.changePassword.mutationOptions({ meta: { invalidates: ["sessions", "account"] } }),
  );
  const empty = { currentPassword: "", password: "" };
  const form = useZodForm(ChangeStaffPassword, { initialValues: empty, name: "password" });
  const send = async (values: z.input<typeof ChangeStaffPassword>) => {
    await mutateAsync(values);
    form.take(empty);
    doneToast(t.passwordChanged);
  };
  return (
    <Paper p="lg" component="section" aria-labelledby="own-password">
      <Title order={2} id="own-password">
        {t.password}
      </Title>
      <Text c="dimmed" mb="md">
        {t.passwordBody}
      </Text>
      <Form form={form} onSubmit={send} label={t.password}>
        <input type="email" name="username" autoComplete="username" value={me.email} readOnly hidden />
        <Field form={form} name="currentPassword" kind="password" label={t.current} />
        <Field
          form={form}
          name="password"
          kind="password"
          label={t.next}
          least={passwordLeast.staff}
          most={passwordMost}
        />
        <Button type="submit" loading={form.sending} style={{ alignSelf: "flex-start" }}>
          {t.changePassword}
        </Button>
      </Form>
    </Paper>
  );
}
