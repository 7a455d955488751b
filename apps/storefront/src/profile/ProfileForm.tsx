import { locales, UpdateProfile } from "@clientele/domain/customers/customer";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { accountText } from "../accountText.ts";
import { FormConflict } from "../FormConflict.tsx";
import { LoneLink } from "../links.tsx";
import { withPassword } from "../passwordPrompt.tsx";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { languageName } from "./languageName.ts";
import { fieldLabels, type ProfileValues, valuesOf } from "./profileValues.ts";

const t = accountText.profile;
const languages = locales.map((locale) => ({ value: locale, label: languageName(locale) }));

/** The shopper's own details, saved as one. */
export function ProfileForm({ email }: { email: string }) {
  const queryClient = useQueryClient();
  const saved = useSuspenseQuery(trpc.profile.get.queryOptions()).data;
  const form = useZodForm(UpdateProfile, { initialValues: valuesOf(saved) });
  const update = useMutation(
    trpc.profile.update.mutationOptions({ meta: { invalidates: ["profile", "account", "sessions"] } }),
  );
  const [theirs, setTheirs] = useState<ProfileValues | null>(null);

  const send = async (values: ProfileValues) => {
    try {
      const row = await withPassword(email, () => update.mutateAsync(values));
      form.take(valuesOf(row));
      doneToast(t.saved);
    } catch (error) {
      if (!isProblemCode(error, "customer.changed_meanwhile")) throw error;
      const row = await queryClient.fetchQuery({ ...trpc.profile.get.queryOptions(), staleTime: 0 });
      setTheirs(valuesOf(row));
      // What was typed stays in the form, compared with what it was before.
      form.fill(values, form.getInitialValues());
    }
  };

  return (
    <>
      <Form form={form} onSubmit={send} label={t.details}>
        <Paper p={{ base: "md", sm: "lg" }}>
          <Stack gap="md">
            <div>
              <Text fw={550}>{text.fields.email}</Text>
              <Text size="xs" c="dimmed" mb={4}>
                {t.emailHint}
              </Text>
              <Text style={{ overflowWrap: "anywhere" }}>{saved.email}</Text>
              <LoneLink to="/account/security" size="sm">
                {t.changeEmail}
              </LoneLink>
            </div>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <Field form={form} name="firstName" label={fieldLabels.firstName} required autoComplete="given-name" />
              <Field form={form} name="lastName" label={fieldLabels.lastName} autoComplete="family-name" />
            </SimpleGrid>
            <Field form={form} name="phone" kind="phone" label={fieldLabels.phone} description={t.phoneHint} />
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <Field
                form={form}
                name="companyName"
                label={fieldLabels.companyName}
                description={t.companyHint}
                autoComplete="organization"
              />
              <Field form={form} name="taxId" label={fieldLabels.taxId} description={t.taxIdHint} autoComplete="off" />
            </SimpleGrid>
            <Field
              form={form}
              name="locale"
              kind="select"
              label={fieldLabels.locale}
              description={t.languageHint}
              options={languages}
              placeholder={t.languageAuto}
              clearable
            />
          </Stack>
        </Paper>
        <SaveBar form={form} />
      </Form>
      <FormConflict
        form={form}
        theirs={theirs}
        labels={fieldLabels}
        format={(field, value) => shown(field.name, value)}
        send={send}
        onClose={() => setTheirs(null)}
      />
    </>
  );
}

const shown = (name: string, value: unknown): string => {
  if (name === "locale") return typeof value === "string" ? languageName(value) : t.languageAuto;
  return typeof value === "string" && value !== "" ? value : "–";
};
