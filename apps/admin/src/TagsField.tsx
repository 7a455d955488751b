import { TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { trpc } from "./trpc.ts";

export interface TagsFieldProps {
  label: string;
  description?: string;
  value: string[];
  onChange: (tags: string[]) => void;
  error?: string | null;
  /** Where the form looks for its field, to put the focus there. */
  "data-path"?: string | undefined;
}

const key = (name: string): string => name.trim().toLocaleLowerCase();

/** Tags by name; those that exist are offered, a new name makes a new one. */
export function TagsField({ value, onChange, ...shared }: TagsFieldProps) {
  const { data } = useQuery(trpc.tags.list.queryOptions());
  const [opened, setOpened] = useState(false);
  const known = (data ?? []).map(({ name }) => name);
  return (
    <TagsInput
      {...shared}
      data={known}
      limit={30}
      maxTags={50}
      maxDropdownHeight={240}
      acceptValueOnBlur
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      splitChars={[",", ";"]}
      isDuplicate={(typed, chosen) => chosen.some((tag) => key(tag) === key(typed))}
      value={value}
      // A tag is one whatever its capitals: what exists is taken as it is written there.
      onChange={(tags) => {
        // The list would else lie over the button that saves; typing opens it again.
        setOpened(false);
        onChange(tags.map((tag) => known.find((name) => key(name) === key(tag)) ?? tag.trim()));
      }}
    />
  );
}
