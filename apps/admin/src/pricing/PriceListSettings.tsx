import { Form } from "@clientele/ui/Form.tsx";
import type { ConflictField } from "@clientele/ui/conflict.ts";
import { useLocale } from "@clientele/ui/locale.tsx";
import { Money } from "@clientele/ui/Money.tsx";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Alert, Paper, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "../me.ts";
import { pricingText } from "../text/pricing.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import { audienceOf, audienceSentence } from "./audienceForm.ts";
import { Facts } from "../Facts.tsx";
import { NamedGroups } from "./NamedGroups.tsx";
import { percentText } from "./percent.ts";
import { touchedLists } from "./touched.ts";
import { PriceListCards } from "./PriceListFields.tsx";
import {
  type PriceListDetail,
  priceListForm,
  type PriceListForm,
  priceListInput,
  priceListValues,
} from "./priceListForm.ts";
import { Schedule } from "./Schedule.tsx";
import { scheduleChanges } from "./schedule.ts";

const t = pricingText;
const labels = {
  name: t.form.name,
  benefit: t.form.benefit,
  type: t.form.type,
  startsAt: t.form.startsAt,
  endsAt: t.form.endsAt,
  audience: t.form.audience,
  adjustment: t.form.adjustment,
  floor: t.form.floor,
};

const shown = (_field: ConflictField, value: unknown) => {
  const audience = audienceOf(value);
  if (audience !== null) return <NamedGroups audience={audience} />;
  return typeof value === "string" && value !== "" ? value : "–";
};

/** What a list is called, what it does, when and for whom. */
export function PriceListSettings({ list }: { list: PriceListDetail }) {
  const can = useCan();
  return can("pricing.write") && list.status !== "archived" ? <Editor list={list} /> : <Settings list={list} />;
}

function Editor({ list }: { list: PriceListDetail }) {
  const { locale } = useLocale();
  const { mutateAsync } = useMutation(trpc.priceLists.update.mutationOptions(touchedLists));
  const [schema] = useState(() => priceListForm(locale));
  const form = useZodForm(schema, { initialValues: priceListValues(list) });
  const { submit, dialog } = useRowForm<PriceListForm, PriceListDetail>({
    form,
    row: list,
    valuesOf: priceListValues,
    labels,
    format: shown,
    save: async (values, before) => {
      const {
        type,
        currency: _currency,
        startsAt: _startsAt,
        endsAt: _endsAt,
        ...input
      } = priceListInput(values, locale);
      const saved = await mutateAsync({
        ...input,
        ...scheduleChanges(values, priceListValues(before)),
        ...(before.status === "draft" ? { type } : {}),
        id: before.id,
        version: before.version,
      });
      doneToast(t.saved);
      return saved;
    },
    reread: () => queryClient.fetchQuery(trpc.priceLists.get.queryOptions({ id: list.id }, { staleTime: 0 })),
  });
  return (
    <Stack maw={760}>
      <Form form={form} onSubmit={submit} label={t.tabs.settings}>
        <PriceListCards form={form} typeFixed={list.status !== "draft"} />
        <SaveBar form={form} />
      </Form>
      {dialog}
    </Stack>
  );
}

/** The same to read only. */
function Settings({ list }: { list: PriceListDetail }) {
  const { locale } = useLocale();
  const { benefit, type, adjustment, floor, currency } = list;
  return (
    <Stack maw={760}>
      {list.status === "archived" && <Alert color="gray">{t.archivedNote}</Alert>}
      <Paper p="lg" component="section">
        <Facts
          facts={[
            [t.form.type, t.type[type]],
            [t.form.audience, <bdi key="audience">{audienceSentence(list.audience)}</bdi>],
            [t.column.schedule, <Schedule key="schedule" {...list} />],
            [
              t.form.benefit,
              benefit === null ? (
                <Text span c="dimmed">
                  –
                </Text>
              ) : (
                <bdi key="benefit">{benefit}</bdi>
              ),
            ],
            [t.form.adjustment, adjustment === null ? t.readOnlySettings.none : percentText(adjustment, locale, true)],
            [
              t.form.floor,
              floor === null ? t.readOnlySettings.none : <Money key="floor" of={{ amount: floor, currency }} />,
            ],
            [t.form.currency, currency],
          ]}
        />
      </Paper>
    </Stack>
  );
}
