import { addressPhone } from "@clientele/domain/customers/address";
import { addressRules, countries as allCountries } from "@clientele/domain/customers/addressRules";
import { SimpleGrid, Stack } from "@mantine/core";
import { useEffect, useMemo } from "react";
import { type Choice, Field } from "./Field.tsx";
import { text } from "./text.ts";
import type { ZodForm } from "./useZodForm.ts";

/** The parts every address form has; more may stand beside them. */
export interface AddressValues {
  label?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  company?: string | null | undefined;
  line1: string;
  line2?: string | null | undefined;
  city?: string | undefined;
  province?: string | null | undefined;
  postalCode?: string | undefined;
  countryCode: string;
  phone?: string | null | undefined;
}

export interface AddressFieldsProps<Values extends AddressValues> {
  form: ZodForm<Values>;
  /** Whether the address bears a name in the address book. */
  withLabel?: boolean;
  /** Before the browser's tokens: `shipping` makes `shipping postal-code`. */
  section?: "shipping" | "billing";
  /** The countries there are to choose from; all of them when left out. */
  countries?: readonly string[];
}

// The page is English; only its numbers and dates follow the viewer.
const countryOptions = (only: readonly string[] | undefined): Choice[] =>
  allCountries("en")
    .filter(({ code }) => only === undefined || only.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }));

const parts = ["line2", "city", "province", "postalCode"] as const;

/** The fields of an address: the country comes first, since it decides which others there are and what they are called. */
export function AddressFields<Values extends AddressValues>({
  form,
  withLabel = false,
  section,
  countries,
}: AddressFieldsProps<Values>) {
  const { countryCode } = form.values;
  const { fields: rules } = addressRules(countryCode);
  const token = (name: string): string => (section === undefined ? name : `${section} ${name}`);
  const t = text.address;
  const options = useMemo(() => countryOptions(countries), [countries]);

  // What the country has no place for must not travel along unseen.
  useEffect(() => {
    const used = addressRules(countryCode).fields;
    for (const name of parts) {
      if (used[name].used || (form.getValues()[name] ?? "") === "") continue;
      const bound: { onChange: (value: string) => void } = form.getInputProps(name);
      bound.onChange("");
    }
  }, [countryCode, form]);

  const part = (name: (typeof parts)[number], autoComplete: string) =>
    rules[name].used && (
      <Field
        form={form}
        name={name}
        label={rules[name].label}
        required={rules[name].required}
        autoComplete={token(autoComplete)}
      />
    );

  return (
    <Stack gap="md">
      {withLabel && <Field form={form} name="label" label={t.label} description={t.labelHint} autoComplete="off" />}
      <Field
        form={form}
        name="countryCode"
        kind="select"
        searchable
        label={t.country}
        autoComplete={token("country")}
        options={options}
        nothingFound={t.countryNone}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Field form={form} name="firstName" label={t.firstName} autoComplete={token("given-name")} />
        <Field form={form} name="lastName" label={t.lastName} autoComplete={token("family-name")} />
      </SimpleGrid>
      <Field form={form} name="company" label={t.company} autoComplete={token("organization")} />
      <Field form={form} name="line1" label={t.line1} autoComplete={token("address-line1")} />
      {part("line2", "address-line2")}
      {(rules.postalCode.used || rules.city.used || rules.province.used) && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          {part("postalCode", "postal-code")}
          {part("city", "address-level2")}
          {part("province", "address-level1")}
        </SimpleGrid>
      )}
      <Field
        form={form}
        name="phone"
        kind="phone"
        read={(typed) => addressPhone(typed, countryCode)}
        label={t.phone}
        description={t.phoneHint}
        autoComplete={token("tel")}
      />
    </Stack>
  );
}
