import { CreateAddress, UpdateAddress } from "@clientele/domain/customers/address";
import { AddressFields } from "@clientele/ui/AddressFields.tsx";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import { customerText } from "../text/customer.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import type { CustomerAddress } from "./Addresses.tsx";

const t = customerText.addresses;
const meta = { invalidates: ["customerAddresses", "customers"] };

export interface AddressFormProps {
  customerId: string;
  /** The one that is edited; a new one without it. */
  address?: CustomerAddress;
  onDone: () => void;
}

/** An address with the parts its country has. */
export const AddressForm = ({ address, ...rest }: AddressFormProps) =>
  address === undefined ? <NewAddress {...rest} /> : <EditAddress address={address} {...rest} />;

type FormProps = Omit<AddressFormProps, "address">;

function NewAddress({ customerId, onDone }: FormProps) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { data: customer } = useQuery(trpc.customers.get.queryOptions({ id: customerId }));
  const { mutateAsync } = useMutation(trpc.customerAddresses.create.mutationOptions({ meta }));
  const form = useZodForm(CreateAddress, {
    initialValues: {
      label: "",
      firstName: customer?.firstName ?? "",
      lastName: customer?.lastName ?? "",
      company: null,
      line1: "",
      line2: null,
      city: "",
      province: null,
      postalCode: "",
      countryCode: "",
      phone: null,
      isDefaultShipping: false,
      isDefaultBilling: false,
    },
  });
  const send = async (values: z.input<typeof CreateAddress>) => {
    await mutateAsync({ customerId, ...values, idempotencyKey });
    onDone();
  };
  return (
    <Form form={form} onSubmit={send} label={t.newTitle}>
      <AddressFields form={form} withLabel />
      <Field form={form} name="isDefaultShipping" kind="switch" label={t.asShipping} />
      <Field form={form} name="isDefaultBilling" kind="switch" label={t.asBilling} />
      <FormActions cancel={t.cancel} onCancel={onDone} submit={t.save} sending={form.sending} />
    </Form>
  );
}

type Values = z.input<typeof UpdateAddress>;
const valuesOf = (address: CustomerAddress): Values => ({
  id: address.id,
  version: address.version,
  label: address.label,
  firstName: address.firstName,
  lastName: address.lastName,
  company: address.company,
  line1: address.line1,
  line2: address.line2,
  city: address.city,
  province: address.province,
  postalCode: address.postalCode,
  countryCode: address.countryCode,
  phone: address.phone,
});
const labels = {
  label: "Name of this address",
  firstName: "First name",
  lastName: "Last name",
  company: "Company",
  line1: "Street and number",
  line2: "Second line",
  city: "City",
  province: "Province",
  postalCode: "Postal code",
  countryCode: "Country",
  phone: "Phone",
};

function EditAddress({ customerId, address, onDone }: FormProps & { address: CustomerAddress }) {
  const { mutateAsync } = useMutation(trpc.customerAddresses.update.mutationOptions({ meta }));
  const form = useZodForm(UpdateAddress, { initialValues: valuesOf(address) });
  const { submit, dialog } = useRowForm<Values, CustomerAddress>({
    form,
    row: address,
    valuesOf,
    labels,
    save: async (values, { id, version }) => {
      const saved = await mutateAsync({ customerId, ...values, id, version });
      onDone();
      return saved;
    },
    reread: async () => {
      const options = trpc.customerAddresses.list.queryOptions({ customerId }, { staleTime: 0 });
      const found = (await queryClient.fetchQuery(options)).find(({ id }) => id === address.id);
      return found ?? address;
    },
  });
  return (
    <>
      <Form form={form} onSubmit={submit} label={t.editTitle}>
        <AddressFields form={form} withLabel />
        <FormActions cancel={t.cancel} onCancel={onDone} submit={t.save} sending={form.sending} />
      </Form>
      {dialog}
    </>
  );
}
