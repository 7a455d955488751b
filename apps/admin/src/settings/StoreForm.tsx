import { locales } from "@clientele/domain/customers/customer";
import { UpdateSettings } from "@clientele/domain/settings/settings";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useMemo } from "react";
import type { z } from "zod";
import { currencyOptions } from "../currencyOptions.ts";
import { localeOptions } from "../localeOptions.ts";
import { settingsText } from "../text/settings.ts";
import { type Outputs, queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import { timeZoneOptions } from "./timeZoneOptions.ts";

const t = settingsText;
const StoreValues = UpdateSettings.omit({ version: true }).required();
type Values = z.input<typeof StoreValues>;
type Settings = Outputs["settings"]["get"];

const valuesOf = ({ name, locale, timeZone, currency, ...policies }: Settings): Values => ({
  name,
  locale: locales.find((known) => known === locale) ?? "en",
  timeZone,
  currency,
  privacyPolicy: policies.privacyPolicy,
  termsPolicy: policies.termsPolicy,
  returnsPolicy: policies.returnsPolicy,
});
const labels = {
  name: t.name,
  locale: t.locale,
  timeZone: t.timeZone,
  currency: t.currency,
  privacyPolicy: t.privacyPolicy,
  termsPolicy: t.termsPolicy,
  returnsPolicy: t.returnsPolicy,
};

/** Name, language, time zone, currency and policies of the store, saved together. */
export function StoreForm({ settings }: { settings: Settings }) {
  const { mutateAsync } = useMutation(trpc.settings.update.mutationOptions());
  const currencies = useMemo(() => currencyOptions(), []);
  const timeZones = useMemo(() => timeZoneOptions(settings.timeZone), [settings.timeZone]);
  const form = useZodForm(StoreValues, { initialValues: valuesOf(settings) });
  const { submit, dialog } = useRowForm<Values, Settings>({
    form,
    row: settings,
    valuesOf,
    labels,
    save: async (values, { version }) => {
      const saved = await mutateAsync({ version, ...values });
      doneToast(t.saved);
      return saved;
    },
    reread: () => queryClient.fetchQuery(trpc.settings.get.queryOptions(undefined, { staleTime: 0 })),
  });
  return (
    <>
      <Form form={form} onSubmit={submit} label={t.form}>
        <Paper p="lg" component="section" aria-labelledby="general">
          <Stack>
            <Title order={2} id="general">
              {t.general}
            </Title>
            <Field form={form} name="name" label={t.name} description={t.nameHint} autoComplete="off" />
            <Field
              form={form}
              name="locale"
              kind="select"
              label={t.locale}
              description={t.localeHint}
              options={localeOptions}
            />
          </Stack>
        </Paper>
        <Paper p="lg" component="section" aria-labelledby="reckoning">
          <Stack>
            <Title order={2} id="reckoning">
              {t.reckoning}
            </Title>
            <Field
              form={form}
              name="timeZone"
              kind="select"
              label={t.timeZone}
              description={t.timeZoneHint}
              options={timeZones}
              nothingFound={t.noTimeZone}
              searchable
            />
            <Field
              form={form}
              name="currency"
              kind="select"
              label={t.currency}
              description={settings.hasOrders ? t.currencyStays : t.currencyHint}
              options={currencies}
              disabled={settings.hasOrders}
              searchable
            />
          </Stack>
        </Paper>
        <Paper p="lg" component="section" aria-labelledby="policies">
          <Title order={2} id="policies">
            {t.policies}
          </Title>
          <Text c="dimmed" mb="md">
            {t.policiesBody}
          </Text>
          <Stack>
            <Field form={form} name="privacyPolicy" kind="textarea" rows={5} label={t.privacyPolicy} />
            <Field form={form} name="termsPolicy" kind="textarea" rows={5} label={t.termsPolicy} />
            <Field form={form} name="returnsPolicy" kind="textarea" rows={5} label={t.returnsPolicy} />
          </Stack>
        </Paper>
        <SaveBar form={form} />
      </Form>
      {dialog}
    </>
  );
}
