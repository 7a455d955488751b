import { addressRules } from "@clientele/domain/customers/addressRules";
import { UpdateAddress } from "@clientele/domain/customers/address";
import { AddressFields } from "@clientele/ui/AddressFields.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { isProblemCode } from "@clientele/ui/problem.ts";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { text as uiText } from "@clientele/ui/text.ts";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { accountText } from "../accountText.ts";
import { type Address, addressName } from "../AddressText.tsx";
import { FormConflict } from "../FormConflict.tsx";
import { withPassword } from "../passwordPrompt.tsx";
import { trpc } from "../trpc.ts";
import { AddressSheet } from "./AddressSheet.tsx";

const t = accountText.addresses;
type Values = z.input<typeof UpdateAddress>;

export interface EditAddressProps {
  email: string;
  address: Address;
  onClose: () => void;
}

export function EditAddress({ email, address, onClose }: EditAddressProps) {
  const queryClient = useQueryClient();
  const form = useZodForm(UpdateAddress, { initialValues: valuesOf(address) });
  const update = useMutation(trpc.addresses.update.mutationOptions());
  const [theirs, setTheirs] = useState<Values | null>(null);

  const send = async (values: Values) => {
    try {
      const saved = await withPassword(email, () => update.mutateAsync(values));
      form.take(valuesOf(saved));
      doneToast(t.saved(addressName(saved)));
      onClose();
    } catch (error) {
      if (!isProblemCode(error, "address.changed_meanwhile")) throw error;
      const book = await queryClient.fetchQuery({ ...trpc.addresses.list.queryOptions(), staleTime: 0 });
      const present = book.find(({ id }) => id === address.id);
      if (present === undefined) throw error;
      setTheirs(valuesOf(present));
      // What was typed stays in the form, compared with what it was before.
      form.fill(values, form.getInitialValues());
    }
  };

  return (
    <AddressSheet title={t.editTitle(addressName(address))}>
      <Form form={form} onSubmit={send} label={t.editTitle(addressName(address))}>
        <AddressFields form={form} withLabel />
        {!form.isDirty() && (
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
          </Group>
        )}
        <SaveBar form={form} verb={t.saveVerb} />
      </Form>
      <FormConflict
        form={form}
        theirs={theirs}
        labels={labelsFor(address.countryCode)}
        send={send}
        onClose={() => setTheirs(null)}
      />
    </AddressSheet>
  );
}

const valuesOf = ({
  isDefaultShipping: _shipping,
  isDefaultBilling: _billing,
  createdAt: _created,
  updatedAt: _updated,
  ...values
}: Address): Values => values;

const labelsFor = (countryCode: string): Partial<Record<keyof Values, string>> => {
  const { label, country, firstName, lastName, company, line1, phone } = uiText.address;
  const { line2, city, province, postalCode } = addressRules(countryCode).fields;
  return {
    label,
    countryCode: country,
    firstName,
    lastName,
    company,
    line1,
    line2: line2.label,
    city: city.label,
    province: province.label,
    postalCode: postalCode.label,
    phone,
  };
};
