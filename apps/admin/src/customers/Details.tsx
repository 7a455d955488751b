import { UpdateCustomer } from "@clientele/domain/customers/customer";
import { readablePhone } from "@clientele/domain/customers/phone";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { useCan } from "../me.ts";
import { MetadataEditor } from "../MetadataEditor.tsx";
import { MetadataRows, metadataOf, rowsOf, sameMetadata } from "../metadataModel.ts";
import { text } from "../text.ts";
import { customerText } from "../text/customer.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import type { CustomerDetail } from "./CustomerHead.tsx";
import { Facts } from "../Facts.tsx";
import { localeName } from "../localeName.ts";
import { localeOptions } from "../localeOptions.ts";

const t = customerText.details;
const { shape } = UpdateCustomer;
const DetailsForm = z.strictObject({
  firstName: shape.firstName.unwrap(),
  lastName: shape.lastName.unwrap(),
  phone: shape.phone.unwrap(),
  companyName: shape.companyName.unwrap(),
  taxId: shape.taxId.unwrap(),
  locale: z.union([z.literal("").transform(() => null), shape.locale.unwrap()]),
  metadata: MetadataRows,
});
type Values = z.input<typeof DetailsForm>;
type Locale = z.output<typeof DetailsForm>["locale"];

const isLocale = (value: string): value is NonNullable<Locale> =>
  localeOptions.some((option) => option.value === value);
const localeOf = (value: string | null): Locale => (value !== null && isLocale(value) ? value : null);

const valuesOf = (customer: CustomerDetail): Values => ({
  firstName: customer.firstName,
  lastName: customer.lastName,
  phone: customer.phone,
  companyName: customer.companyName,
  taxId: customer.taxId,
  locale: localeOf(customer.locale),
  metadata: rowsOf(customer.metadata),
});
const labels = {
  firstName: t.firstName,
  lastName: t.lastName,
  phone: t.phone,
  companyName: t.company,
  taxId: t.taxId,
  locale: t.locale,
};

const factsOf = (customer: CustomerDetail) =>
  [
    [t.firstName, customer.firstName],
    [t.lastName, customer.lastName],
    [t.phone, customer.phone === null ? null : readablePhone(customer.phone)],
    [t.company, customer.companyName],
    [t.taxId, customer.taxId],
    [t.locale, customer.locale === null ? t.localeNone : localeName(customer.locale)],
  ] as const;

/** The fields of a customer and staff's own data, saved together. */
export function Details({ customer }: { customer: CustomerDetail }) {
  const can = useCan();
  const readOnly = !can("customers.write") || customer.status === "erased";
  const update = useMutation(trpc.customers.update.mutationOptions());
  const setMetadata = useMutation(trpc.customers.setMetadata.mutationOptions());
  const form = useZodForm(DetailsForm, { initialValues: valuesOf(customer) });
  const { submit, dialog } = useRowForm<Values, CustomerDetail>({
    form,
    row: customer,
    valuesOf,
    labels,
    save: async ({ metadata: rows, locale, ...fields }, { id, version, ...before }) => {
      const saved = await update.mutateAsync({ id, version, ...fields, locale: localeOf(locale) });
      const metadata = metadataOf(rows);
      // Two calls of the server: the second goes over the version that the first one made.
      const all = sameMetadata(metadata, before.metadata)
        ? saved
        : await setMetadata.mutateAsync({ id, version: saved.version, metadata });
      doneToast(t.saved);
      return all;
    },
    reread: () => queryClient.fetchQuery(trpc.customers.get.queryOptions({ id: customer.id }, { staleTime: 0 })),
    format: ({ name }, value) =>
      typeof value !== "string" || value === "" ? "–" : name === "locale" ? localeName(value) : value,
  });
  const profile = (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Field form={form} name="firstName" label={t.firstName} autoComplete="off" />
        <Field form={form} name="lastName" label={t.lastName} autoComplete="off" />
      </SimpleGrid>
      <Field form={form} name="phone" kind="phone" label={t.phone} description={t.phoneHint} autoComplete="off" />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Field form={form} name="companyName" label={t.company} autoComplete="off" />
        <Field form={form} name="taxId" label={t.taxId} autoComplete="off" />
      </SimpleGrid>
      <Field
        form={form}
        name="locale"
        kind="select"
        label={t.locale}
        description={t.localeHint}
        options={localeOptions}
        clearable
        placeholder={t.localeNone}
      />
    </Stack>
  );
  return (
    <Stack maw={760}>
      <Form form={form} onSubmit={submit} label={customerText.tabs.details}>
        <Paper p="lg" component="section" aria-labelledby="profile">
          <Title order={2} id="profile" mb="md">
            {t.profile}
          </Title>
          {readOnly ? <Facts facts={factsOf(customer)} /> : profile}
        </Paper>
        <Paper p="lg" component="section" aria-labelledby="metadata">
          <Title order={2} id="metadata">
            {text.metadata.title}
          </Title>
          <Text c="dimmed" mb="md">
            {text.metadata.body}
          </Text>
          <MetadataEditor form={form} readOnly={readOnly} />
        </Paper>
        {!readOnly && <SaveBar form={form} />}
      </Form>
      {dialog}
    </Stack>
  );
}
