import { type EventType, eventTypeNames } from "@clientele/domain/events";
import { FilterChips } from "@clientele/ui/FilterChips.tsx";
import { formatDay } from "@clientele/ui/formatTime.ts";
import { useLocale } from "@clientele/ui/locale.tsx";
import { Group, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { noonOf } from "../days.ts";
import { eventName } from "../eventWords.ts";
import { useCan, useMe } from "../me.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import { type AuditSearch, noAuditFilter } from "./auditSearch.ts";

const t = text.audit.filter;
const typeOptions = eventTypeNames.map((value) => ({ value, label: eventName(value) }));
const isType = (value: string): value is EventType => (eventTypeNames as readonly string[]).includes(value);

export interface AuditFiltersProps {
  search: AuditSearch;
  onSearch: (changes: Partial<AuditSearch>) => void;
}

/** Which events, by whom, between which days. */
export function AuditFilters({ search, onSearch }: AuditFiltersProps) {
  const me = useMe();
  const can = useCan();
  const reader = useLocale();
  const { types, staffId, from, until, customerId, groupId } = search;
  const staff = useQuery({ ...trpc.staff.list.queryOptions(), enabled: can("staff.manage") });
  const people = staff.data?.map(({ id, name }) => ({ value: id, label: name })) ?? [{ value: me.id, label: me.name }];
  const change = (changes: Partial<AuditSearch>) => onSearch({ ...changes, cursor: undefined });
  const dayOf = (day: string): string => formatDay(noonOf(day), reader);
  const chips = [
    ...(types === undefined
      ? []
      : [
          {
            id: "types",
            sentence: t.typesAre(types.map(eventName).join(t.or)),
            onRemove: () => change({ types: undefined }),
          },
        ]),
    ...(staffId === undefined
      ? []
      : [
          {
            id: "staff",
            sentence: t.by(people.find(({ value }) => value === staffId)?.label ?? "…"),
            onRemove: () => change({ staffId: undefined }),
          },
        ]),
    ...(from === undefined
      ? []
      : [{ id: "from", sentence: t.since(dayOf(from)), onRemove: () => change({ from: undefined }) }]),
    ...(until === undefined
      ? []
      : [{ id: "until", sentence: t.to(dayOf(until)), onRemove: () => change({ until: undefined }) }]),
    ...(customerId === undefined
      ? []
      : [
          {
            id: "customer",
            sentence: t.about(text.customers.column.name),
            onRemove: () => change({ customerId: undefined }),
          },
        ]),
    ...(groupId === undefined
      ? []
      : [{ id: "group", sentence: t.about(text.groups.addTo.group), onRemove: () => change({ groupId: undefined }) }]),
  ];
  return (
    <Stack gap="sm">
      <Group gap="xs" align="end">
        <MultiSelect
          label={t.kind}
          {...(types === undefined ? { placeholder: t.kindAll } : {})}
          searchable
          data={typeOptions}
          value={types ?? []}
          onChange={(values) => {
            const chosen = values.filter(isType);
            change({ types: chosen.length === 0 ? undefined : chosen });
          }}
          flex="2 1 16rem"
        />
        <Select
          label={t.actor}
          placeholder={t.actorAll}
          clearable
          searchable
          data={people}
          value={staffId ?? null}
          onChange={(id) => change({ staffId: id ?? undefined })}
          flex="1 1 11rem"
        />
        <TextInput
          type="date"
          label={t.from}
          className="figures"
          value={from ?? ""}
          onChange={(event) => change({ from: event.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={t.until}
          className="figures"
          value={until ?? ""}
          onChange={(event) => change({ until: event.currentTarget.value || undefined })}
        />
      </Group>
      <FilterChips chips={chips} onClear={() => onSearch(noAuditFilter)} />
    </Stack>
  );
}
