import { nameKey } from "@clientele/domain/text";
import { Autocomplete } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { catalogueText } from "../text/catalogue.ts";
import { trpc } from "../trpc.ts";

const t = catalogueText.page;

export interface CategoryFieldProps {
  value: string;
  onChange: (category: string) => void;
  error?: string | null;
  /** Where the form looks for its field, to put the focus there. */
  "data-path"?: string;
}

/** A category by name: those that exist are offered and taken as they are written, another name makes a new one. */
export function CategoryField({ value, onChange, ...shared }: CategoryFieldProps) {
  const { data } = useQuery(trpc.products.categories.queryOptions());
  const known = (data ?? []).map(({ name }) => name);
  return (
    <Autocomplete
      {...shared}
      label={t.category}
      description={t.categoryHint}
      name="category"
      autoComplete="off"
      data={known}
      limit={30}
      maxDropdownHeight={240}
      value={value}
      onChange={onChange}
      onBlur={() => {
        const same = known.find((name) => nameKey(name) === nameKey(value));
        if (same !== undefined && same !== value) onChange(same);
      }}
    />
  );
}
