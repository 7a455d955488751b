import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { pathOf, useZodForm, type ZodForm } from "@clientele/ui/useZodForm.ts";
import { countryName } from "@clientele/domain/customers/countryName";
import { useMutation } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { currencyOptions } from "../currencyOptions.ts";
import { regionsText } from "../text/catalogue.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import { CountriesField } from "./CountriesField.tsx";
import { readRate, type Region, RegionForm, type RegionValues, writeRate } from "./regionForm.ts";

const t = regionsText.form;
const labels = {
  name: t.name,
  tax: t.tax,
  pricesIncludeTax: t.included,
  countries: t.countries,
};

/** What both forms send; the currency goes along only with a new region. */
const sentOf = ({ currency: _currency, tax, countries, ...values }: RegionValues) => ({
  ...values,
  countries,
  taxRate: readRate(tax) ?? 0,
});

function RegionFields({ form, isNew }: { form: ZodForm<RegionValues>; isNew: boolean }) {
  const currencies = useMemo(() => currencyOptions(), []);
  const error = form.errors["countries"];
  return (
    <>
      <Field form={form} name="name" label={t.name} autoComplete="off" autoFocus />
      <Field
        form={form}
        name="currency"
        kind="select"
        label={t.currency}
        description={t.currencyHint}
        options={currencies}
        searchable
        disabled={!isNew}
      />
      <Field form={form} name="tax" label={t.tax} autoComplete="off" />
      <Field form={form} name="pricesIncludeTax" kind="switch" label={t.included} description={t.includedHint} />
      <CountriesField
        label={t.countries}
        description={t.countriesHint}
        value={form.values.countries}
        onChange={(codes) => form.setFieldValue("countries", codes)}
        error={error}
        data-path={pathOf(form, "countries")}
      />
    </>
  );
}

interface RegionFormProps {
  onDone: () => void;
}

/** Makes a region to sell in. */
export function NewRegion({ onDone }: RegionFormProps) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { mutateAsync } = useMutation(trpc.regions.create.mutationOptions());
  const form = useZodForm(RegionForm, {
    initialValues: { name: "", currency: "", tax: "", pricesIncludeTax: true, countries: [] },
    name: "region",
  });
  const send = async (values: RegionValues) => {
    const region = await mutateAsync({ ...sentOf(values), currency: values.currency, idempotencyKey });
    doneToast(t.created(region.name));
    form.take(values);
    onDone();
  };
  return (
    <Form form={form} onSubmit={send} label={t.newTitle}>
      <LeaveGuard form={form} />
      <RegionFields form={form} isNew />
      <FormActions cancel={t.cancel} onCancel={onDone} submit={t.submitNew} sending={form.sending} />
    </Form>
  );
}

/** The region as it is stored now; one that is gone stays as it was seen, and saving it says so. */
const reread = async (seen: Region): Promise<Region> => {
  const all = await queryClient.fetchQuery(trpc.regions.list.queryOptions(undefined, { staleTime: 0 }));
  return all.find(({ id }) => id === seen.id) ?? seen;
};

const shown = (value: unknown): string => {
  if (typeof value === "boolean") return value ? "✓" : "–";
  return Array.isArray(value) ? value.map((code) => countryName(String(code), "en")).join(", ") || "–" : String(value);
};

/** Changes a region; its currency stays. */
export function EditRegion({ region, onDone }: RegionFormProps & { region: Region }) {
  const { locale } = useLocale();
  const { mutateAsync } = useMutation(trpc.regions.update.mutationOptions());
  const valuesOf = useCallback(
    ({ name, currency, taxRate, pricesIncludeTax, countries }: Region): RegionValues => ({
      name,
      currency,
      tax: writeRate(taxRate, locale),
      pricesIncludeTax,
      countries,
    }),
    [locale],
  );
  const form = useZodForm(RegionForm, { initialValues: valuesOf(region), name: "region" });
  const { submit, dialog } = useRowForm<RegionValues, Region>({
    form,
    row: region,
    valuesOf,
    labels,
    format: (_field, value) => shown(value),
    save: async (values, { id, version }) => {
      const saved = await mutateAsync({ id, version, ...sentOf(values) });
      doneToast(t.saved(saved.name));
      form.take(valuesOf(saved));
      onDone();
      return saved;
    },
    reread: () => reread(region),
  });
  return (
    <>
      <Form form={form} onSubmit={submit} label={t.editTitle(region.name)}>
        <LeaveGuard form={form} />
        <RegionFields form={form} isNew={false} />
        <FormActions cancel={t.cancel} onCancel={onDone} submit={t.submit} sending={form.sending} />
      </Form>
      {dialog}
    </>
  );
}
