import { partOf } from "@clientele/domain/money";
import { priceListTypes } from "@clientele/domain/pricing/priceList";
import { Field } from "@clientele/ui/Field.tsx";
import { useMoney } from "@clientele/ui/Money.tsx";
import { pathOf, type ZodForm } from "@clientele/ui/useZodForm.ts";
import { Paper, SimpleGrid, Stack, Title } from "@mantine/core";
import { minorDigits } from "@clientele/domain/formatMoney";
import { pricingText } from "../text/pricing.ts";
import { AudienceBuilder } from "./AudienceBuilder.tsx";
import { basisPointsOf } from "./percent.ts";
import type { PriceListForm } from "./priceListForm.ts";

const t = pricingText.form;

export interface PriceListFieldsProps {
  form: ZodForm<PriceListForm>;
  /** The type stays once a list is active. */
  typeFixed: boolean;
  /** In a sheet, where one begins to type at once. */
  autoFocus?: boolean;
}

/** What a price list is called, what it does, when and for whom: the same parts on its page and when it is made. */
export function PriceListFields({ form, typeFixed, autoFocus = false }: PriceListFieldsProps) {
  const money = useMoney();
  const { adjustment, currency, type } = form.values;
  const points = basisPointsOf(adjustment);
  const hundred = 100 * 10 ** minorDigits(currency);
  const example =
    points === null || points < -10_000
      ? t.adjustmentHint
      : t.example(
          money({ amount: hundred, currency }),
          money({ amount: hundred + partOf(hundred, points, 10_000), currency }),
        );
  return (
    <>
      <Field form={form} name="name" label={t.name} description={t.nameHint} autoComplete="off" autoFocus={autoFocus} />
      <Field form={form} name="benefit" label={t.benefit} description={t.benefitHint} autoComplete="off" />
      <Field
        form={form}
        name="type"
        kind="select"
        label={t.type}
        description={typeFixed ? t.typeFixed : pricingText.typeHint[type]}
        disabled={typeFixed}
        options={priceListTypes.map((value) => ({ value, label: pricingText.type[value] }))}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: "end" }}>
        <Field form={form} name="adjustment" label={t.adjustment} description={example} autoComplete="off" />
        <Field form={form} name="floor" label={t.floor} description={t.floorHint(currency)} autoComplete="off" />
      </SimpleGrid>
      <Field form={form} name="startsAt" kind="date" withTime label={t.startsAt} description={t.startsHint} />
      <Field form={form} name="endsAt" kind="date" withTime label={t.endsAt} description={t.endsHint} />
    </>
  );
}

/** Whom the list is for. */
export const PriceListAudience = ({ form }: { form: ZodForm<PriceListForm> }) => (
  <AudienceBuilder
    value={form.values.audience}
    onChange={(audience) => form.setFieldValue("audience", audience)}
    wrong={(part) => form.errors[`audience.${part}`] !== undefined}
    pathOf={(part) => pathOf(form, `audience.${part}`)}
  />
);

/** The fields in two cards, as they stand on a page of their own. */
export function PriceListCards({ form, typeFixed }: PriceListFieldsProps) {
  return (
    <>
      <Paper p="lg" component="section">
        <Stack>
          <Title order={2}>{pricingText.tabs.settings}</Title>
          <PriceListFields form={form} typeFixed={typeFixed} />
        </Stack>
      </Paper>
      <Paper p="lg" component="section">
        <PriceListAudience form={form} />
      </Paper>
    </>
  );
}
