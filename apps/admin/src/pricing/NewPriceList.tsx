import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { text } from "../text.ts";
import { pricingText } from "../text/pricing.ts";
import { trpc } from "../trpc.ts";
import { PriceListAudience, PriceListFields } from "./PriceListFields.tsx";
import {
  newPriceList,
  type PriceListDetail,
  priceListForm,
  type PriceListForm,
  priceListInput,
  priceListValues,
} from "./priceListForm.ts";

const t = pricingText.create;

export interface NewPriceListProps {
  /** The list it begins as a copy of. */
  copyOf?: PriceListDetail;
  onDone: (priceListId: string) => void;
  onCancel: () => void;
}

/** Makes a draft; a copy takes over the settings and the prices of another list. */
export function NewPriceList({ copyOf, onDone, onCancel }: NewPriceListProps) {
  const { locale } = useLocale();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [source, setSource] = useState(copyOf?.id ?? null);
  const { data: regions } = useSuspenseQuery(trpc.regions.list.queryOptions());
  const currencies = [
    ...new Set([...(copyOf === undefined ? [] : [copyOf.currency]), ...regions.map(({ currency }) => currency)]),
  ];
  const { mutateAsync } = useMutation(trpc.priceLists.create.mutationOptions());
  const [schema] = useState(() => priceListForm(locale));
  const [initialValues] = useState<PriceListForm>(() =>
    copyOf === undefined
      ? newPriceList(currencies[0] ?? "EUR")
      : { ...priceListValues(copyOf), name: t.copyName(copyOf.name).slice(0, 80), startsAt: null, endsAt: null },
  );
  const form = useZodForm(schema, { initialValues, name: "new-price-list" });
  const send = async (values: PriceListForm) => {
    const list = await mutateAsync({
      ...priceListInput(values, locale),
      ...(source === null ? {} : { copyOf: source }),
      idempotencyKey,
    });
    doneToast(t.done(list.name));
    form.take(values);
    onDone(list.id);
  };
  return (
    <Form form={form} onSubmit={send} label={t.title}>
      <LeaveGuard form={form} />
      <PriceListFields form={form} typeFixed={false} autoFocus />
      {copyOf === undefined && currencies.length > 1 && (
        <Field
          form={form}
          name="currency"
          kind="select"
          label={pricingText.form.currency}
          description={pricingText.form.currencyHint}
          options={currencies.map((value) => ({ value, label: value }))}
        />
      )}
      <PriceListAudience form={form} />
      <SourceField currency={form.values.currency} value={source} given={copyOf} onChange={setSource} />
      <FormActions cancel={t.cancel} onCancel={onCancel} submit={t.submit} sending={form.sending} />
    </Form>
  );
}

interface SourceFieldProps {
  currency: string;
  value: string | null;
  given: PriceListDetail | undefined;
  onChange: (id: string | null) => void;
}

/** The list whose prices are copied, found by its name; only lists of the same currency can be. */
function SourceField({ currency, value, given, onChange }: SourceFieldProps) {
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), 200);
  const found = useQuery({
    ...trpc.priceLists.list.queryOptions({ ...(asked === "" ? {} : { search: asked }), sort: "name", limit: 50 }),
    placeholderData: keepPreviousData,
  });
  const lists = new Map(
    [...(given === undefined ? [] : [given]), ...(found.data?.items ?? [])].map((list) => [list.id, list]),
  );
  return (
    <Select
      label={t.copyOf}
      description={t.copyHint}
      placeholder={t.none}
      searchable
      clearable
      filter={({ options }) => options}
      data={[...lists.values()]
        .filter((list) => list.currency === currency)
        .map(({ id, name }) => ({ value: id, label: name }))}
      nothingFoundMessage={text.filters.nothing}
      onSearchChange={setSearch}
      value={value}
      onChange={onChange}
    />
  );
}
