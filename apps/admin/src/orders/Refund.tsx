import { parseAmount } from "@clientele/domain/money";
import { RefundOrder } from "@clientele/domain/orders/order";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { useMoney } from "@clientele/ui/Money.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { amountText, typedAmount } from "../amountText.ts";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import { type OrderDetail, orderMeta, stepFrom } from "./orderState.ts";

const t = ordersText.refund;

export interface OrderFormProps {
  order: OrderDetail;
  onDone: () => void;
}

/** Gives back a part of what was paid, or all of it. */
export function Refund({ order, onDone }: OrderFormProps) {
  const { id, version, refundable } = order;
  const { amount: most, currency } = refundable;
  const { locale } = useLocale();
  const money = useMoney();
  // A second press, or a repeat after a lost answer, gives nothing back twice.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { mutateAsync } = useMutation(trpc.orders.refund.mutationOptions({ meta: orderMeta }));
  const RefundForm = z.strictObject({
    amount: amountText({ currency, locale, least: 1, most }),
    reason: RefundOrder.shape.reason.unwrap(),
  });
  const form = useZodForm(RefundForm, { initialValues: { amount: "", reason: "" }, name: "refund" });
  const typed = parseAmount(form.values.amount, currency, locale);
  const send = async ({ amount: asTyped, reason }: z.input<typeof RefundForm>) => {
    const amount = parseAmount(asTyped, currency, locale) ?? 0;
    await stepFrom(() => mutateAsync({ id, version, amount, reason, idempotencyKey }));
    doneToast(t.done(money({ amount, currency })));
    form.take({ amount: asTyped, reason });
    onDone();
  };
  if (most === 0) return <Text c="dimmed">{t.gone}</Text>;
  return (
    <Form form={form} onSubmit={send} label={t.submit}>
      <LeaveGuard form={form} />
      <Text c="dimmed">{t.body}</Text>
      <Field
        form={form}
        name="amount"
        label={t.amount(currency)}
        description={t.left(money(refundable))}
        autoComplete="off"
        autoFocus
      />
      <Group mt={-6}>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => form.setFieldValue("amount", typedAmount(refundable, locale))}
        >
          {t.whole}
        </Button>
      </Group>
      <Field form={form} name="reason" label={t.reason} description={t.reasonHint} autoComplete="off" />
      <FormActions
        cancel={t.cancel}
        onCancel={onDone}
        submit={typed === null || typed === 0 ? t.submit : t.submitAmount(money({ amount: typed, currency }))}
        sending={form.sending}
      />
    </Form>
  );
}
