import { MultiSelect, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { text } from "./text.ts";
import { trpc } from "./trpc.ts";

interface GroupOption {
  value: string;
  label: string;
}

/** The names of groups by id, as far as they are known yet. */
export function useGroupNames(ids: readonly string[]): Record<string, string> {
  return useQueries({
    queries: ids.map((id) => trpc.groups.get.queryOptions({ id }, { staleTime: 5 * 60_000 })),
    combine: (answers) =>
      Object.fromEntries(answers.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data.name]]))),
  });
}

/**
 * Groups found by name on the server, with those already chosen kept in the list. Nobody is added to a group whose members
 * a rule says, so `joinable` leaves those out; to be read, every group is offered.
 */
function useGroupOptions(
  search: string,
  chosen: readonly string[],
  joinable: boolean,
): { options: GroupOption[]; busy: boolean } {
  const [asked] = useDebouncedValue(search.trim(), 200);
  const found = useQuery({
    ...trpc.groups.list.queryOptions({
      ...(asked === "" ? {} : { search: asked }),
      ...(joinable ? { kind: "manual" } : {}),
      limit: 50,
    }),
    placeholderData: keepPreviousData,
  });
  const names = useGroupNames(chosen);
  const options = useMemo(() => {
    const all = new Map(Object.entries(names));
    for (const { id, name } of found.data?.items ?? []) all.set(id, name);
    return [...all].map(([value, label]) => ({ value, label }));
  }, [names, found.data]);
  return { options, busy: found.isFetching };
}

interface Shared {
  label: string;
  description?: string;
  error?: string | null;
  placeholder?: string;
  /** Where the form looks for its field, to put the focus there. */
  "data-path"?: string | undefined;
}

export interface GroupPickerProps extends Shared {
  value: string | null;
  onChange: (id: string | null, name: string | null) => void;
}

/** One group to add customers to, found by typing. */
export function GroupPicker({ value, onChange, placeholder, ...shared }: GroupPickerProps) {
  const [search, setSearch] = useState("");
  const { options, busy } = useGroupOptions(search, value === null ? [] : [value], true);
  return (
    <Select
      {...shared}
      {...(placeholder === undefined ? {} : { placeholder })}
      withAsterisk
      searchable
      data-autofocus
      data={options}
      // The server has searched already; narrowing again would hide what it found by other words.
      filter={({ options: all }) => all}
      onSearchChange={setSearch}
      nothingFoundMessage={busy ? text.shell.palette.searching : text.filters.nothing}
      value={value}
      onChange={(id, option) => onChange(id, option?.label ?? null)}
    />
  );
}

export interface GroupsPickerProps extends Shared {
  value: string[];
  onChange: (ids: string[]) => void;
  /** Offers only groups that customers can be added to. */
  joinable?: boolean;
}

/** Several groups, found by typing. */
export function GroupsPicker({ value, onChange, placeholder, joinable = false, ...shared }: GroupsPickerProps) {
  const [search, setSearch] = useState("");
  const { options, busy } = useGroupOptions(search, value, joinable);
  return (
    <MultiSelect
      {...shared}
      {...(placeholder === undefined || value.length > 0 ? {} : { placeholder })}
      searchable
      hidePickedOptions
      data={options}
      onSearchChange={setSearch}
      nothingFoundMessage={busy ? text.shell.palette.searching : text.filters.nothing}
      value={value}
      onChange={onChange}
    />
  );
}
