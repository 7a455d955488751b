import type { CustomerSort } from "@clientele/domain/customers/customerList";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState, NoMatch } from "@clientele/ui/EmptyState.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { SelectionBar } from "@clientele/ui/SelectionBar.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { StatusBadge, ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Button, Paper, Stack, Text, Title } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useRef } from "react";
import { z } from "zod";
import { ListTable } from "../ListTable.tsx";
import { MembershipFields } from "../MembershipFields.tsx";
import { membershipInput, membershipShape, noMembership } from "../membershipForm.ts";
import { callOf, PersonCell } from "../PersonCell.tsx";
import { text } from "../text.ts";
import { type Inputs, type Outputs, trpc } from "../trpc.ts";
import { useSelection } from "../useSelection.ts";
import classes from "./AddMembers.module.css";
import { addedText } from "./addedText.ts";
import { groupCrumbs } from "./groupCrumbs.tsx";
import type { GroupDetail } from "./GroupHead.tsx";

const t = text.groups.pick;
type Row = Outputs["customers"]["list"]["items"][number];
const PickForm = z.strictObject(membershipShape);

const columnsFor = (groupId: string): readonly DataTableColumn<Row, CustomerSort>[] => [
  {
    id: "name",
    header: text.customers.column.name,
    rowHeader: true,
    sort: ["name", "-name"],
    cell: (row) => <PersonCell person={row} />,
  },
  {
    id: "member",
    header: t.isMember,
    cell: ({ groups }) =>
      groups.some(({ id }) => id === groupId) ? <ToneBadge tone="good">{t.isMember}</ToneBadge> : null,
  },
  { id: "status", header: text.customers.column.status, cell: ({ status }) => <StatusBadge status={status} /> },
  {
    id: "company",
    header: text.customers.column.company,
    cell: ({ companyName }) => companyName !== null && <bdi>{companyName}</bdi>,
  },
];

export interface AddMembersProps {
  group: GroupDetail;
  /** The page of customers that is shown, and the filter it is of. */
  input: Inputs["customers"]["list"];
  filter: Inputs["customers"]["count"];
  filtered: boolean;
  renderFilters: (busy: boolean) => ReactNode;
  onSearch: (changes: { sort?: CustomerSort; cursor?: string | undefined }) => void;
  onClear: () => void;
  onDone: () => void;
}

/** Picks customers over many pages and adds them with one end and one reason. */
export function AddMembers({
  group,
  input,
  filter,
  filtered,
  renderFilters,
  onSearch,
  onClear,
  onDone,
}: AddMembersProps) {
  const { locale } = useLocale();
  const aside = useRef<HTMLElement>(null);
  const columns = useMemo(() => columnsFor(group.id), [group.id]);
  // One selection for the whole visit: somebody searched for later joins those ticked before.
  const selection = useSelection(group.id);
  const list = useQuery({ ...trpc.customers.list.queryOptions(input), placeholderData: keepPreviousData });
  const { mutateAsync } = useMutation(
    trpc.groups.addMembers.mutationOptions({ meta: { invalidates: ["groups", "customers"] } }),
  );
  const form = useZodForm(PickForm, { initialValues: noMembership });
  const total = list.data?.total ?? { count: 0, capped: false };
  const count = selection.all ? total.count : selection.selected.size;
  const said = selection.all ? text.groups.addTo.all(formatTotal(total, locale)) : text.groups.addTo.selected(count);

  const send = async (values: z.input<typeof PickForm>) => {
    const whom = selection.all ? { filter } : { customerIds: [...selection.selected] };
    const answer = await mutateAsync({ groupId: group.id, ...whom, ...membershipInput(values) });
    doneToast(addedText(answer, group.name));
    onDone();
  };

  const goOn = () => {
    aside.current?.scrollIntoView();
    aside.current?.focus({ preventScroll: true });
  };

  return (
    <>
      <PageHeader title={t.title(group.name)} store={text.shell.app} crumbs={groupCrumbs(group)} />
      <div className={classes["columns"]}>
        <Stack gap="md" miw={0}>
          {renderFilters(list.isFetching)}
          <SelectionBar
            count={selection.selected.size}
            total={total}
            all={selection.all}
            onSelectAll={selection.setAll}
            onClear={selection.clear}
          >
            {null}
          </SelectionBar>
          <ListTable
            list={list}
            skeleton={<TableSkeleton rows={12} columns={4} />}
            onCursor={(cursor) => onSearch({ cursor })}
            label={text.customers.title}
            columns={columns}
            rowId={({ id }) => id}
            sort={input.sort ?? "-createdAt"}
            onSort={(sort) => onSearch({ sort, cursor: undefined })}
            selection={{
              selected: selection.selected,
              onChange: selection.set,
              nameOf: callOf,
              all: selection.all,
            }}
            empty={
              filtered ? (
                <NoMatch title={text.customers.empty.noMatch} onClear={onClear}>
                  {text.customers.empty.noMatchBody}
                </NoMatch>
              ) : (
                <EmptyState icon={IconUsers} title={text.customers.empty.title}>
                  {text.customers.empty.viewer}
                </EmptyState>
              )
            }
          />
          {count > 0 && (
            <Button className={classes["goOn"] ?? ""} onClick={goOn}>
              {t.goOn(said)}
            </Button>
          )}
        </Stack>
        <Paper
          ref={aside}
          tabIndex={-1}
          p="lg"
          className={classes["aside"] ?? ""}
          component="section"
          aria-label={t.selection}
        >
          <Title order={2} mb="xs">
            {t.once}
          </Title>
          <Form form={form} onSubmit={send} label={t.selection}>
            <MembershipFields form={form} withFrom />
            {count === 0 && (
              <Text size="sm" c="dimmed">
                {t.nobody}
              </Text>
            )}
            <Button type="submit" fullWidth disabled={count === 0} loading={form.sending}>
              {count === 0 ? t.submitNobody : t.submit(said)}
            </Button>
          </Form>
        </Paper>
      </div>
    </>
  );
}
