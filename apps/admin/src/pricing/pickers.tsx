import { fullName } from "@clientele/domain/customers/personName";
import { MultiSelect, NativeSelect, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { discountsText } from "../text/discounts.ts";
import { trpc } from "../trpc.ts";

const nothing = discountsText.tryOut.nothing;
/** The server has searched already; narrowing again would hide what it found by other words. */
const asFound = <Options,>({ options }: { options: Options }): Options => options;

interface Named {
  id: string;
  name: string;
}

interface Shared {
  label: string;
  description?: string;
  placeholder?: string;
  error?: string | null;
  "data-path"?: string;
}

export interface ProductsPickerProps extends Shared {
  value: string[];
  /** Those chosen before, with their names. */
  known: readonly Named[];
  onChange: (ids: string[]) => void;
}

/** Several products, found by typing. */
export function ProductsPicker({ value, known, onChange, ...shared }: ProductsPickerProps) {
  const [search, setSearch] = useState("");
  const [names, setNames] = useState<ReadonlyMap<string, string>>(
    () => new Map(known.map(({ id, name }) => [id, name])),
  );
  const [asked] = useDebouncedValue(search.trim(), 200);
  const found = useQuery({
    ...trpc.products.list.queryOptions({ ...(asked === "" ? {} : { search: asked }), sort: "title", limit: 50 }),
    placeholderData: keepPreviousData,
  });
  const offered = new Map((found.data?.items ?? []).map(({ id, title }) => [id, title]));
  const all = new Map([...value.map((id) => [id, names.get(id) ?? offered.get(id) ?? "…"] as const), ...offered]);
  return (
    <MultiSelect
      {...shared}
      searchable
      hidePickedOptions
      filter={asFound}
      data={[...all].map(([id, name]) => ({ value: id, label: name }))}
      nothingFoundMessage={nothing}
      onSearchChange={setSearch}
      value={value}
      onChange={(ids) => {
        setNames(
          new Map([...names, ...ids.flatMap((id) => (offered.has(id) ? [[id, offered.get(id) ?? ""] as const] : []))]),
        );
        onChange(ids);
      }}
    />
  );
}

/** The regions of the store; there are few. */
export const useRegions = () =>
  useQuery(trpc.regions.list.queryOptions(undefined, { staleTime: 5 * 60_000 })).data ?? [];

export interface RegionFieldProps {
  label: string;
  value: string;
  onChange: (id: string) => void;
}

/** One of the store's regions. */
export function RegionField({ label, value, onChange }: RegionFieldProps) {
  const regions = useRegions();
  return (
    <NativeSelect
      label={label}
      value={value}
      data={regions.map(({ id, name, currency }) => ({ value: id, label: `${name} (${currency})` }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export interface CustomerPickerProps extends Shared {
  value: string | null;
  onChange: (id: string | null) => void;
}

/** One customer, found by typing; none stands for a visitor. */
export function CustomerPicker({ value, onChange, ...shared }: CustomerPickerProps) {
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [asked] = useDebouncedValue(search.trim(), 200);
  const found = useQuery({
    ...trpc.customers.list.queryOptions({ ...(asked === "" ? {} : { search: asked }), sort: "name", limit: 20 }),
    placeholderData: keepPreviousData,
  });
  const offered = (found.data?.items ?? []).map((customer) => ({
    value: customer.id,
    label: [fullName(customer), customer.email].filter((part) => part !== null && part !== "").join(" · "),
  }));
  const options =
    chosen === null || offered.some((option) => option.value === chosen.value) ? offered : [chosen, ...offered];
  return (
    <Select
      {...shared}
      searchable
      clearable
      filter={asFound}
      data={options}
      nothingFoundMessage={nothing}
      onSearchChange={setSearch}
      value={value}
      onChange={(id, option) => {
        setChosen(id === null ? null : { value: id, label: option?.label ?? id });
        onChange(id);
      }}
    />
  );
}

export interface VariantPickerProps extends Shared {
  onPick: (variant: { id: string; title: string; sku: string }) => void;
}

/** Adds one variant after the other, found by SKU or by words of its product. */
export function VariantPicker({ onPick, ...shared }: VariantPickerProps) {
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search.trim(), 200);
  const found = useQuery({
    ...trpc.products.findVariants.queryOptions({ search: asked, limit: 30 }),
    placeholderData: keepPreviousData,
  });
  const variants = found.data ?? [];
  return (
    <Select
      {...shared}
      searchable
      filter={asFound}
      data={variants.map(({ id, title, sku }) => ({ value: id, label: `${title} · ${sku}` }))}
      nothingFoundMessage={nothing}
      searchValue={search}
      onSearchChange={setSearch}
      value={null}
      onChange={(id) => {
        const variant = variants.find((one) => one.id === id);
        if (variant === undefined) return;
        onPick(variant);
        setSearch("");
      }}
    />
  );
}
