import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Stack } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AnchorLink } from "../links.tsx";
import { text } from "../text.ts";
import { discountsText } from "../text/discounts.ts";
import { trpc } from "../trpc.ts";
import { DiscountFields } from "./DiscountFields.tsx";
import { discountForm, type DiscountForm, discountInput, newDiscount } from "./discountForm.ts";
import { touchedDiscounts } from "./touched.ts";

const t = discountsText;

export interface NewDiscountProps {
  onDone: (discountId: string) => void;
  onCancel: () => void;
}

/** Makes a discount; it applies from its beginning on, at once when it has none. */
export function NewDiscount({ onDone, onCancel }: NewDiscountProps) {
  const { locale } = useLocale();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { data: regions } = useSuspenseQuery(trpc.regions.list.queryOptions());
  const { mutateAsync } = useMutation(trpc.discounts.create.mutationOptions(touchedDiscounts));
  const [schema] = useState(() => discountForm(locale));
  const form = useZodForm(schema, { initialValues: newDiscount(regions[0]?.currency ?? "EUR") });
  const send = async (values: DiscountForm) => {
    const discount = await mutateAsync({ ...discountInput(values, locale), idempotencyKey });
    doneToast(t.created(discount.name));
    form.take(values);
    onDone(discount.id);
  };
  return (
    <>
      <PageHeader
        title={t.form.create}
        store={text.shell.app}
        crumbs={[
          <AnchorLink key="discounts" to="/discounts" size="sm">
            {t.title}
          </AnchorLink>,
        ]}
      />
      <Stack maw={760}>
        <Form form={form} onSubmit={send} label={t.form.create}>
          <LeaveGuard form={form} />
          <DiscountFields form={form} />
          <FormActions cancel={t.form.cancel} onCancel={onCancel} submit={t.form.submit} sending={form.sending} />
        </Form>
      </Stack>
    </>
  );
}
