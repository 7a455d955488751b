import { CreateShippingOption } from "@clientele/domain/catalogue/region";
import { parseAmount } from "@clientele/domain/money";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm, type ZodForm } from "@clientele/ui/useZodForm.ts";
import { useMutation } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { z } from "zod";
import { amountText, typedAmount } from "../amountText.ts";
import { regionsText } from "../text/catalogue.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import type { Region, ShippingOption } from "./regionForm.ts";

const t = regionsText.options;
const { shape } = CreateShippingOption;
const formIn = (currency: string, locale: string) =>
  z.strictObject({
    name: shape.name,
    description: shape.description.unwrap(),
    amount: amountText({ currency, locale }),
  });
type Values = z.input<ReturnType<typeof formIn>>;

const labels = { name: t.name, description: t.description, amount: t.price };

function OptionFields({ form, currency }: { form: ZodForm<Values>; currency: string }) {
  return (
    <>
      <Field form={form} name="name" label={t.name} autoComplete="off" autoFocus />
      <Field form={form} name="description" label={t.description} description={t.descriptionHint} autoComplete="off" />
      <Field form={form} name="amount" label={t.priceIn(currency)} autoComplete="off" />
    </>
  );
}

/** Adds a way goods are sent in a region. */
export function NewShippingOption({ region, onDone }: { region: Region; onDone: () => void }) {
  const { currency, id: regionId } = region;
  const { locale } = useLocale();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { mutateAsync } = useMutation(trpc.shippingOptions.create.mutationOptions());
  const schema = useMemo(() => formIn(currency, locale), [currency, locale]);
  const form = useZodForm(schema, { initialValues: { name: "", description: "", amount: "" }, name: "shipping" });
  const send = async (values: Values) => {
    const amount = parseAmount(values.amount, currency, locale) ?? 0;
    const option = await mutateAsync({ ...values, amount, regionId, idempotencyKey });
    doneToast(t.created(option.name));
    form.take(values);
    onDone();
  };
  return (
    <Form form={form} onSubmit={send} label={t.newTitle(region.name)}>
      <LeaveGuard form={form} />
      <OptionFields form={form} currency={currency} />
      <FormActions cancel={t.cancel} onCancel={onDone} submit={t.submitNew} sending={form.sending} />
    </Form>
  );
}

/** Changes a way goods are sent; orders keep what was agreed. */
export function EditShippingOption({ option, onDone }: { option: ShippingOption; onDone: () => void }) {
  const { currency } = option.price;
  const { locale } = useLocale();
  const { mutateAsync } = useMutation(trpc.shippingOptions.update.mutationOptions());
  const schema = useMemo(() => formIn(currency, locale), [currency, locale]);
  const valuesOf = useCallback(
    ({ name, description, price }: ShippingOption): Values => ({
      name,
      description,
      amount: typedAmount(price, locale),
    }),
    [locale],
  );
  const form = useZodForm(schema, { initialValues: valuesOf(option), name: "shipping" });
  const { submit, dialog } = useRowForm<Values, ShippingOption>({
    form,
    row: option,
    valuesOf,
    labels,
    save: async (values, { id, version }) => {
      const amount = parseAmount(values.amount, currency, locale) ?? 0;
      const saved = await mutateAsync({ id, version, ...values, amount });
      doneToast(t.saved(saved.name));
      form.take(valuesOf(saved));
      onDone();
      return saved;
    },
    reread: () => queryClient.fetchQuery(trpc.shippingOptions.get.queryOptions({ id: option.id }, { staleTime: 0 })),
  });
  return (
    <>
      <Form form={form} onSubmit={submit} label={t.editTitle(option.name)}>
        <LeaveGuard form={form} />
        <OptionFields form={form} currency={currency} />
        <FormActions cancel={t.cancel} onCancel={onDone} submit={t.submit} sending={form.sending} />
      </Form>
      {dialog}
    </>
  );
}
