import { discountKinds, discountTargets } from "@clientele/domain/pricing/discount";
import { Field } from "@clientele/ui/Field.tsx";
import { pathOf, type ZodForm } from "@clientele/ui/useZodForm.ts";
import { MultiSelect, Paper, Radio, SimpleGrid, Stack, Title, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { discountsText } from "../text/discounts.ts";
import { AudienceBuilder } from "./AudienceBuilder.tsx";
import type { DiscountDetail, DiscountForm } from "./discountForm.ts";
import { ProductsPicker, useRegions } from "./pickers.tsx";

const t = discountsText.form;

function Card({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <Paper p="lg" component="section">
      <Stack>
        {title !== undefined && <Title order={2}>{title}</Title>}
        {children}
      </Stack>
    </Paper>
  );
}

const errorAt = (form: ZodForm<DiscountForm>, path: string): string | null => {
  const error = form.errors[path];
  return typeof error === "string" ? error : null;
};

/** What it takes, and from what. */
function Value({ form }: { form: ZodForm<DiscountForm> }) {
  const { kind, appliesTo, currency } = form.values;
  const regions = useRegions();
  const currencies = [...new Set([currency, ...regions.map((region) => region.currency)])];
  return (
    <Card title={t.kindTitle}>
      <Field
        form={form}
        name="kind"
        kind="select"
        label={t.kind}
        options={discountKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      {kind !== "free_shipping" && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: "end" }}>
          {kind === "percentage" ? (
            <Field
              form={form}
              name="basisPoints"
              label={t.percent}
              description={t.percentHint}
              required
              autoComplete="off"
            />
          ) : (
            <Field form={form} name="amount" label={`${t.amount} (${currency})`} required autoComplete="off" />
          )}
          {kind === "fixed" && currencies.length > 1 && (
            <Field
              form={form}
              name="currency"
              kind="select"
              label={t.currency}
              options={currencies.map((value) => ({ value, label: value }))}
            />
          )}
          <Field
            form={form}
            name="appliesTo"
            kind="select"
            label={t.appliesTo}
            description={t.targetHints[appliesTo ?? "cart"]}
            options={discountTargets.map((value) => ({ value, label: t.targets[value] }))}
          />
        </SimpleGrid>
      )}
    </Card>
  );
}

export interface DiscountFieldsProps {
  form: ZodForm<DiscountForm>;
  /** The saved discount, for the names of what it names. */
  discount?: DiscountDetail;
}

/** All of a discount: how it applies, what it takes, when it counts and for whom. */
export function DiscountFields({ form, discount }: DiscountFieldsProps) {
  const { automatic, currency, audience } = form.values;
  const regions = useRegions();
  return (
    <>
      <Card title={t.basics}>
        <Field form={form} name="name" label={t.name} description={t.nameHint} autoComplete="off" />
        <Radio.Group
          label={t.how}
          value={automatic ? "automatic" : "code"}
          onChange={(how) => form.setFieldValue("automatic", how === "automatic")}
        >
          <Group gap="lg" mt={6}>
            <Radio value="code" label={discountsText.byCode} />
            <Radio value="automatic" label={discountsText.automatic} />
          </Group>
        </Radio.Group>
        {!automatic && (
          <Field form={form} name="code" label={t.code} description={t.codeHint} required autoComplete="off" />
        )}
      </Card>
      <Value form={form} />
      <Card title={t.conditions}>
        {regions.length > 1 && (
          <MultiSelect
            data-path={pathOf(form, "regionIds")}
            label={t.regions}
            description={t.regionsHint}
            {...(form.values.regionIds.length === 0 ? { placeholder: t.regionsPlaceholder } : {})}
            error={errorAt(form, "regionIds")}
            data={regions.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.values.regionIds}
            onChange={(ids) => form.setFieldValue("regionIds", ids)}
          />
        )}
        {(["productsIn", "productsNotIn"] as const).map((part) => (
          <ProductsPicker
            key={part}
            data-path={pathOf(form, part)}
            label={t[part]}
            description={t[`${part}Hint`]}
            placeholder={t.productPlaceholder}
            error={errorAt(form, part)}
            known={discount?.[part] ?? []}
            value={form.values[part]}
            onChange={(ids) => form.setFieldValue(part, ids)}
          />
        ))}
        <Field
          form={form}
          name="minimum"
          label={`${t.minimum} (${currency})`}
          description={t.minimumHint}
          autoComplete="off"
        />
      </Card>
      <Card>
        <AudienceBuilder
          value={audience}
          onChange={(changed) => form.setFieldValue("audience", changed)}
          wrong={(part) => form.errors[`audience.${part}`] !== undefined}
          pathOf={(part) => pathOf(form, `audience.${part}`)}
        />
      </Card>
      <Card title={t.schedule}>
        <Field form={form} name="startsAt" kind="date" withTime label={t.startsAt} description={t.startsHint} />
        <Field form={form} name="endsAt" kind="date" withTime label={t.endsAt} description={t.endsHint} />
        <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: "end" }}>
          <Field form={form} name="usageLimit" label={t.usageLimit} description={t.usageHint} autoComplete="off" />
          <Field
            form={form}
            name="perCustomerLimit"
            label={t.perCustomer}
            description={t.perCustomerHint}
            autoComplete="off"
          />
        </SimpleGrid>
      </Card>
    </>
  );
}
