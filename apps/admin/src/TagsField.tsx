import { TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "./trpc.ts";

export interface TagsFieldProps {
  label: string;
  description?: string;
  value: string[];
  onChange: (tags: string[]) => void;
  error?: string | null;
}

const key = (name: string): string => name.trim().toLocaleLowerCase();

/** Tags by name; those that exist are offered, a new name makes a new one. */
export function TagsField({ label, description, value, onChange, error }: TagsFieldProps) {
  const { data } = useQuery(trpc.tags.list.queryOptions());
  const known = (data ?? []).map(({ name }) => name);
  return (
    <TagsInput
      label={label}
      description={description}
      error={error}
      data={known}
      limit={30}
      maxTags={50}
      maxDropdownHeight={240}
      acceptValueOnBlur
      splitChars={[",", ";"]}
      isDuplicate={(typed, chosen) => chosen.some((tag) => key(tag) === key(typed))}
      value={value}
      // A tag is one whatever its capitals: what exists is taken as it is written there.
      onChange={(tags) => onChange(tags.map((tag) => known.find((name) => key(name) === key(tag)) ?? tag.trim()))}
    />
  );
}
