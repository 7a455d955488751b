import { asField } from "@clientele/domain/fieldProblem";
import { sumOf } from "@clientele/domain/money";
import { FulfilOrder } from "@clientele/domain/orders/order";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { z } from "zod";
import { ProductThumb } from "../ProductThumb.tsx";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import { leftOf, type OrderDetail, orderMeta, stepFrom } from "./orderState.ts";
import type { OrderFormProps } from "./Refund.tsx";
import classes from "./SendGoods.module.css";

const t = ordersText.send;
const { carrier, tracking } = FulfilOrder.shape;
const Pieces = z.strictObject({ lineId: z.string(), quantity: z.string() });

const piecesOf = (typed: string): number => (/^\d{1,7}$/.test(typed.trim()) ? Number(typed) : 0);

/** Every line keeps its place in the form, sent or not, so that a problem stands at its own field. */
const formFor = ({ lines }: OrderDetail) =>
  z
    .strictObject({ lines: z.array(Pieces), carrier: carrier.unwrap(), tracking: tracking.unwrap() })
    .superRefine((values, context) => {
      for (const [at, { quantity }] of values.lines.entries()) {
        const line = lines[at];
        const most = line === undefined ? 0 : leftOf(line);
        const path = ["lines", at, "quantity"];
        if (!/^\s*\d{0,7}\s*$/.test(quantity)) context.addIssue({ code: "custom", path, ...asField("field.number") });
        else if (piecesOf(quantity) > most) {
          context.addIssue({ code: "custom", path, ...asField("field.too_big", { most }) });
        }
      }
      const first = lines.findIndex((line) => leftOf(line) > 0);
      if (first !== -1 && values.lines.every(({ quantity }) => piecesOf(quantity) === 0)) {
        const path = ["lines", first, "quantity"];
        context.addIssue({ code: "custom", path, ...asField("field.too_small", { least: 1 }) });
      }
    });

const piecesFor = (order: OrderDetail, all: boolean) =>
  order.lines.map((line) => ({ lineId: line.id, quantity: all ? String(leftOf(line)) : "0" }));

/** Packs a parcel: how many pieces of which lines, and who brings it. */
export function SendGoods({ order, onDone }: OrderFormProps) {
  const { id, version } = order;
  const { mutateAsync } = useMutation(trpc.orders.fulfil.mutationOptions({ meta: orderMeta }));
  const form = useZodForm(formFor(order), {
    initialValues: { lines: piecesFor(order, true), carrier: null, tracking: null },
    name: "send",
  });
  const chosen = sumOf(form.values.lines.map(({ quantity }) => piecesOf(quantity)));
  const send = async (values: typeof form.values) => {
    const lines = values.lines.flatMap(({ lineId, quantity }) =>
      piecesOf(quantity) === 0 ? [] : [{ lineId, quantity: piecesOf(quantity) }],
    );
    await stepFrom(() =>
      mutateAsync({ id, version, lines, carrier: values.carrier ?? null, tracking: values.tracking ?? null }),
    );
    doneToast(t.done(sumOf(lines.map(({ quantity }) => quantity))));
    form.take(values);
    onDone();
  };
  if (!order.may.fulfil) return <Text c="dimmed">{t.gone}</Text>;
  return (
    <Form form={form} onSubmit={send} label={t.open}>
      <LeaveGuard form={form} />
      <Text c="dimmed">{t.body}</Text>
      <Group gap="xs">
        {[true, false].map((all) => (
          <Button
            key={String(all)}
            size="compact-sm"
            variant="light"
            onClick={() => form.setFieldValue("lines", piecesFor(order, all))}
          >
            {all ? t.everything : t.nothing}
          </Button>
        ))}
      </Group>
      <Stack component="ul" gap={0} className={classes["lines"] ?? ""}>
        {order.lines.map((line, at) => {
          const left = leftOf(line);
          const name = line.variantTitle === "" ? line.title : `${line.title}, ${line.variantTitle}`;
          return left === 0 ? null : (
            <li key={line.id} className={classes["line"]}>
              <ProductThumb hash={line.picture} size={40} />
              <div className={classes["words"]}>
                <Text fw={550} style={{ overflowWrap: "anywhere" }}>
                  <bdi>{line.title}</bdi>
                </Text>
                <Text size="xs" c="dimmed">
                  {[line.variantTitle, line.sku, line.fulfilled > 0 ? t.already(line.fulfilled) : ""]
                    .filter((part) => part !== "")
                    .join(" · ")}
                </Text>
              </div>
              <TextInput
                {...form.getInputProps(`lines.${at}.quantity`)}
                aria-label={t.quantity(name)}
                inputMode="numeric"
                autoComplete="off"
                className={`figures ${classes["quantity"]}`}
                rightSection={
                  <Text span size="xs" c="dimmed" className="figures">
                    {t.of(left)}
                  </Text>
                }
                rightSectionWidth={`${String(left).length + 5}ch`}
                rightSectionPointerEvents="none"
                onFocus={(event) => event.currentTarget.select()}
              />
            </li>
          );
        })}
      </Stack>
      <Field form={form} name="carrier" label={t.carrier} description={t.carrierHint} autoComplete="off" />
      <Field form={form} name="tracking" label={t.tracking} autoComplete="off" />
      <FormActions
        cancel={t.cancel}
        onCancel={onDone}
        submit={chosen === 0 ? t.submit : t.submitPieces(chosen)}
        sending={form.sending}
      />
    </Form>
  );
}
