import { CancelOrder } from "@clientele/domain/orders/order";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { useMoney } from "@clientele/ui/Money.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { List } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { openDialog } from "../openDialog.tsx";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import { type OrderDetail, orderMeta, stepFrom, usePresentOrder } from "./orderState.ts";

const t = ordersText.cancel;
const CancelForm = z.strictObject({ reason: CancelOrder.shape.reason.unwrap() });

function Cancel({ order, close }: { order: OrderDetail; close: () => void }) {
  const money = useMoney();
  const { id, version, number, refundable } = usePresentOrder(order);
  const { mutateAsync } = useMutation(trpc.orders.cancel.mutationOptions({ meta: orderMeta }));
  const form = useZodForm(CancelForm, { initialValues: { reason: "" }, name: "cancel" });
  const send = async (values: z.input<typeof CancelForm>) => {
    await stepFrom(() => mutateAsync({ id, version, ...values }));
    doneToast(t.done(ordersText.number(number)));
    close();
  };
  return (
    <Form form={form} onSubmit={send}>
      <List spacing={4}>
        <List.Item>{t.body}</List.Item>
        {refundable.amount > 0 && <List.Item>{t.refunds(money(refundable))}</List.Item>}
        <List.Item>{t.final}</List.Item>
      </List>
      <Field form={form} name="reason" label={t.reason} description={t.reasonHint} autoComplete="off" autoFocus />
      <FormActions cancel={t.keep} onCancel={close} submit={t.submit} sending={form.sending} harmful />
    </Form>
  );
}

/** Asks before an order is cancelled, and says what becomes of its goods and its money. */
export const openCancel = (order: OrderDetail): void =>
  openDialog(t.title(ordersText.number(order.number)), (close) => <Cancel order={order} close={close} />);
