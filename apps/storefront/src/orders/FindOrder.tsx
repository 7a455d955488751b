import { RequestGuestLink } from "@clientele/domain/orders/order";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { z } from "zod";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";

const t = ordersText.find;

export interface Asked {
  number: string;
  email: string;
}

/** Asks for the link to an order; the answer is the same whether or not there is one. */
export function FindOrder({ asked, onAsked }: { asked: Asked | null; onAsked: (asked: Asked) => void }) {
  const form = useZodForm(RequestGuestLink, { initialValues: asked ?? { number: "", email: "" } });
  const ask = useMutation(trpc.orders.requestGuestLink.mutationOptions({ meta: { invalidates: [] } }));
  const send = async (values: z.input<typeof RequestGuestLink>) => {
    await ask.mutateAsync(values);
    onAsked({ number: values.number.trim(), email: values.email.trim() });
  };
  return (
    <Form form={form} onSubmit={send}>
      <Field form={form} name="number" label={t.number} description={t.numberHint} autoComplete="off" maxLength={20} />
      <Field form={form} name="email" kind="email" label={t.email} />
      <Button type="submit" loading={form.sending} fullWidth>
        {t.submit}
      </Button>
    </Form>
  );
}
