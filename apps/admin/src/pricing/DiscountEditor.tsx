import type { ConflictField } from "@clientele/ui/conflict.ts";
import { Form } from "@clientele/ui/Form.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Alert, Paper, Stack } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { Facts } from "../Facts.tsx";
import { useCan } from "../me.ts";
import { discountsText } from "../text/discounts.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import { audienceOf, audienceSentence } from "./audienceForm.ts";
import { DiscountFields } from "./DiscountFields.tsx";
import { type DiscountDetail, discountForm, type DiscountForm, discountInput, discountValues } from "./discountForm.ts";
import { discountValue } from "./discountWords.ts";
import { NamedGroups } from "./NamedGroups.tsx";
import { Schedule } from "./Schedule.tsx";
import { touchedDiscounts } from "./touched.ts";

const t = discountsText;
const f = t.form;
const labels = {
  name: f.name,
  automatic: t.automatic,
  code: f.code,
  kind: f.kind,
  appliesTo: f.appliesTo,
  basisPoints: f.percent,
  amount: f.amount,
  currency: f.currency,
  audience: f.audience,
  regionIds: f.regions,
  productsIn: f.productsIn,
  productsNotIn: f.productsNotIn,
  minimum: f.minimum,
  startsAt: f.startsAt,
  endsAt: f.endsAt,
  usageLimit: f.usageLimit,
  perCustomerLimit: f.perCustomer,
};

const shown = (_field: ConflictField, value: unknown) => {
  const audience = audienceOf(value);
  if (audience !== null) return <NamedGroups audience={audience} />;
  if (Array.isArray(value)) return f.chosen(value.length);
  if (typeof value === "boolean") return value ? t.automatic : t.byCode;
  return typeof value === "string" && value !== "" ? value : "–";
};

/** A discount to edit, or to read for those who may not and once it is archived. */
export function DiscountEditor({ discount }: { discount: DiscountDetail }) {
  const can = useCan();
  const isOpen = discount.status !== "archived" && can("pricing.write");
  return isOpen ? <Editor discount={discount} /> : <Settings discount={discount} />;
}

function Editor({ discount }: { discount: DiscountDetail }) {
  const { locale } = useLocale();
  const { data: regions } = useSuspenseQuery(trpc.regions.list.queryOptions());
  const currency = regions[0]?.currency ?? "EUR";
  const valuesOf = useCallback((row: DiscountDetail) => discountValues(row, currency), [currency]);
  const { mutateAsync } = useMutation(trpc.discounts.update.mutationOptions(touchedDiscounts));
  const [schema] = useState(() => discountForm(locale));
  const form = useZodForm(schema, { initialValues: valuesOf(discount) });
  const { submit, dialog } = useRowForm<DiscountForm, DiscountDetail>({
    form,
    row: discount,
    valuesOf,
    labels,
    format: shown,
    save: async (values, before) => {
      const base = valuesOf(before);
      const saved = await mutateAsync({
        ...discountInput(values, locale),
        // An untouched day goes back as the instant it is: the store's clock may be another than the reader's.
        startsAt: values.startsAt === base.startsAt ? before.startsAt : values.startsAt,
        endsAt: values.endsAt === base.endsAt ? before.endsAt : values.endsAt,
        id: before.id,
        version: before.version,
      });
      doneToast(t.saved);
      return saved;
    },
    reread: () => queryClient.fetchQuery(trpc.discounts.get.queryOptions({ id: discount.id }, { staleTime: 0 })),
  });
  return (
    <div>
      <Form form={form} onSubmit={submit} label={discount.name}>
        <DiscountFields form={form} discount={discount} />
        <SaveBar form={form} />
      </Form>
      {dialog}
    </div>
  );
}

const named = (things: readonly { name: string }[], none: string): string =>
  things.length === 0 ? none : things.map(({ name }) => name).join(", ");

function Settings({ discount }: { discount: DiscountDetail }) {
  const { locale } = useLocale();
  const { minimum, usageLimit, perCustomerLimit } = discount;
  return (
    <Stack>
      {discount.status === "archived" && <Alert color="gray">{t.archivedNote}</Alert>}
      <Paper p="lg" component="section">
        <Facts
          facts={[
            [t.column.value, discountValue(discount, locale)],
            [t.column.code, discount.code ?? t.automatic],
            [t.column.audience, audienceSentence(discount.audience)],
            [t.column.schedule, <Schedule key="schedule" {...discount} />],
            [f.regions, named(discount.regions, t.facts.everyRegion)],
            [f.productsIn, named(discount.productsIn, t.facts.everyProduct)],
            [f.productsNotIn, named(discount.productsNotIn, t.facts.none)],
            [f.minimum, minimum === null ? t.facts.none : <Money key="minimum" of={minimum} />],
            [f.usageLimit, usageLimit === null ? t.facts.none : usageLimit.toLocaleString(locale)],
            [f.perCustomer, perCustomerLimit === null ? t.facts.none : perCustomerLimit.toLocaleString(locale)],
          ]}
        />
      </Paper>
    </Stack>
  );
}
