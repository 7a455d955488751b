import { CreateAddress } from "@clientele/domain/customers/address";
import { AddressFields } from "@clientele/ui/AddressFields.tsx";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { problemOf } from "@clientele/ui/problem.ts";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { z } from "zod";
import { accountText } from "../accountText.ts";
import { type Address, addressName } from "../AddressText.tsx";
import { withPassword } from "../passwordPrompt.tsx";
import { trpc } from "../trpc.ts";
import type { Me } from "../useMe.ts";
import { AddressSheet } from "./AddressSheet.tsx";
import { homeCountry } from "../homeCountry.ts";

const t = accountText.addresses;

export interface NewAddressProps {
  me: Me;
  addresses: readonly Address[];
  onClose: () => void;
}

export function NewAddress({ me, addresses, onClose }: NewAddressProps) {
  const form = useZodForm(CreateAddress, { initialValues: blank(me, addresses) });
  const create = useMutation(trpc.addresses.create.mutationOptions());
  // One key for one wish: sent again after a lost answer it makes no second address, after a refusal it is a new wish.
  const key = useRef(crypto.randomUUID());
  const first = addresses.length === 0;

  const send = async (values: z.input<typeof CreateAddress>) => {
    try {
      const added = await withPassword(me.email, () => create.mutateAsync({ ...values, idempotencyKey: key.current }));
      const known = addresses.some(({ id }) => id === added.id);
      doneToast((known ? t.duplicate : t.added)(addressName(added)));
    } catch (error) {
      if (problemOf(error) !== null) key.current = crypto.randomUUID();
      throw error;
    }
    // What was typed is saved: nothing is left to ask about when the form closes.
    form.take(values);
    onClose();
  };

  return (
    <AddressSheet title={t.newTitle}>
      <Form form={form} onSubmit={send} label={t.newTitle}>
        <AddressFields form={form} withLabel />
        {!first && (
          <Stack gap="sm">
            <Field form={form} name="isDefaultShipping" kind="switch" label={t.useShipping} />
            <Field form={form} name="isDefaultBilling" kind="switch" label={t.useBilling} />
          </Stack>
        )}
        {!form.isDirty() && (
          <Group gap="xs">
            <Button type="submit">{t.addVerb}</Button>
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
          </Group>
        )}
        <SaveBar form={form} verb={t.addVerb} />
      </Form>
    </AddressSheet>
  );
}

const blank = ({ firstName, lastName }: Me, known: readonly Address[]): z.input<typeof CreateAddress> => ({
  label: "",
  firstName,
  lastName,
  company: null,
  line1: "",
  line2: null,
  city: "",
  province: null,
  postalCode: "",
  // Another address most likely lies where the first one does.
  countryCode: known[0]?.countryCode ?? homeCountry(navigator.languages),
  phone: null,
  isDefaultShipping: false,
  isDefaultBilling: false,
});
