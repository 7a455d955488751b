import { hasAccount } from "@clientele/domain/customers/customerStatus";
import { DataTable } from "@clientele/ui/DataTable.tsx";
import type { DataTableColumn } from "@clientele/ui/DataTableColumn.tsx";
import { EmptyState } from "@clientele/ui/EmptyState.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { TableSkeleton } from "@clientele/ui/Skeletons.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Button, Group, Text, Title } from "@mantine/core";
import { IconDevices } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "../me.ts";
import { customerText } from "../text/customer.ts";
import { type Outputs, trpc } from "../trpc.ts";
import type { CustomerDetail } from "./CustomerHead.tsx";
import { useEndSessions } from "./useEndSessions.ts";

const t = customerText.sessions;
type Session = Outputs["customers"]["sessions"][number];

const columns: readonly DataTableColumn<Session>[] = [
  { id: "device", header: t.device, rowHeader: true, cell: ({ device }) => device ?? t.unknownDevice },
  { id: "place", header: t.place, cell: ({ place }) => <span className="figures">{place}</span> },
  { id: "began", header: t.began, cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: "lastUsed", header: t.lastUsed, cell: ({ lastUsedAt }) => <Time at={lastUsedAt} /> },
  { id: "ends", header: t.ends, cell: ({ expiresAt }) => <Time at={expiresAt} /> },
];

/** Where a customer is signed in. */
export function SessionsTab({ customer }: { customer: CustomerDetail }) {
  const can = useCan();
  const sessions = useQuery(trpc.customers.sessions.queryOptions({ id: customer.id }));
  const { ask, busy } = useEndSessions(customer);
  const some = (sessions.data?.length ?? 0) > 0;
  return (
    <>
      <Group justify="space-between" mb="md" align="end">
        <div>
          <Title order={2}>{t.title}</Title>
          <Text c="dimmed">{t.body}</Text>
        </div>
        {some && can("customers.write") && (
          <Button variant="default" onClick={ask} loading={busy}>
            {t.endAll}
          </Button>
        )}
      </Group>
      <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />
      {sessions.isPending ? (
        <TableSkeleton rows={2} columns={5} />
      ) : (
        sessions.data !== undefined && (
          <DataTable
            label={t.title}
            columns={columns}
            rows={sessions.data}
            rowId={({ handle }) => handle}
            empty={
              <EmptyState icon={IconDevices} title={t.none}>
                {hasAccount(customer.status) ? t.noneBody : t.noAccount}
              </EmptyState>
            }
          />
        )
      )}
    </>
  );
}
