import { DataTable } from "@clientele/ui/DataTable.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { PersonAvatar } from "@clientele/ui/PersonAvatar.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { StatusBadge, ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useMe } from "../me.ts";
import { text } from "../text.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { StaffMenu } from "./StaffMenu.tsx";

const t = text.staff.list;
export type StaffRow = Outputs["staff"]["list"][number];

const columnsFor = (myId: string): readonly DataTableColumn<StaffRow>[] => [
  {
    id: "name",
    header: t.column.name,
    rowHeader: true,
    cell: ({ id, name, email }) => {
      const [firstName = "", ...rest] = name.split(" ");
      return (
        <Group gap="sm" wrap="nowrap">
          <PersonAvatar id={id} firstName={firstName} lastName={rest.join(" ")} />
          <div style={{ minWidth: 0, lineHeight: 1.3 }}>
            <Group gap={6} wrap="nowrap">
              <Text span fw={570} truncate>
                <bdi>{name}</bdi>
              </Text>
              {id === myId && <Badge>{t.you}</Badge>}
            </Group>
            <Text size="xs" c="dimmed" truncate>
              {email}
            </Text>
          </div>
        </Group>
      );
    },
  },
  { id: "role", header: t.column.role, cell: ({ role }) => text.staff.role[role] },
  {
    id: "status",
    header: t.column.status,
    cell: ({ status, invitation }) => (
      <Group gap="xs" wrap="nowrap">
        <StatusBadge status={status} />
        {status === "invited" && (
          <Text span size="xs" c="dimmed">
            {invitation === null ? (
              t.invitationExpired
            ) : (
              <>
                {t.invitedUntil} <Time at={invitation.expiresAt} />
              </>
            )}
          </Text>
        )}
      </Group>
    ),
  },
  {
    id: "totp",
    header: t.column.totp,
    cell: ({ totp }) => <ToneBadge tone={totp ? "good" : "neutral"}>{totp ? t.totpOn : t.totpOff}</ToneBadge>,
  },
  { id: "lastSignIn", header: t.column.lastSignIn, cell: ({ lastSignInAt }) => <Time at={lastSignInAt} /> },
  {
    id: "actions",
    header: t.actionsHead,
    width: 60,
    cell: (row) => (row.id === myId ? null : <StaffMenu member={row} />),
  },
];

/** Who works here. */
export function StaffPage({ onInvite }: { onInvite: () => void }) {
  const me = useMe();
  const columns = useMemo(() => columnsFor(me.id), [me.id]);
  const list = useQuery(trpc.staff.list.queryOptions());
  return (
    <>
      <PageHeader
        title={t.title}
        store={text.shell.app}
        description={t.description}
        actions={
          <Button leftSection={<IconUserPlus size={16} stroke={1.6} aria-hidden />} onClick={onInvite}>
            {t.invite}
          </Button>
        }
      />
      <Stack>
        <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending ? (
          <TableSkeleton rows={4} columns={5} />
        ) : (
          list.data !== undefined && (
            <DataTable label={t.title} columns={columns} rows={list.data} rowId={({ id }) => id} />
          )
        )}
      </Stack>
    </>
  );
}
