import { confirm } from "@clientele/ui/confirm.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Alert, Button, Paper, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { text } from "../text.ts";
import { queryClient, trpc } from "../trpc.ts";
import type { GroupDetail } from "./GroupHead.tsx";

const t = text.groups.settings;

export interface DeleteGroupProps {
  group: GroupDetail;
  onDeleted: () => Promise<void>;
}

/** Deletes a group that nothing names; else says what does. */
export function DeleteGroup({ group, onDeleted }: DeleteGroupProps) {
  const { locale } = useLocale();
  const usage = useQuery(trpc.groups.usage.queryOptions({ id: group.id }));
  const remove = useMutation(
    // The list is read anew when it is shown; this page's own reads would only find the group gone.
    trpc.groups.remove.mutationOptions({ meta: { invalidates: ["customers"] } }),
  );
  const { priceLists = [], discounts = [] } = usage.data ?? {};
  const used = priceLists.length + discounts.length > 0;
  const { effective, coming } = group.members;
  const count = effective.count + coming.count;
  const people = `${formatTotal({ count, capped: effective.capped || coming.capped }, locale)} ${count === 1 ? "member" : "members"}`;

  const ask = async () => {
    const yes = await confirm({
      title: t.removeTitle(group.name),
      consequence: count === 0 ? t.removeNobody : t.removeBody(people, count === 1),
      verb: t.removeVerb,
    });
    if (!yes) return;
    remove.mutate(
      { id: group.id, version: group.version },
      {
        onSuccess: () => {
          doneToast(t.removed(group.name));
          void onDeleted().then(() => queryClient.invalidateQueries(trpc.groups.list.pathFilter()));
        },
      },
    );
  };

  return (
    <Paper p="lg" mt="md" maw={760} component="section" aria-labelledby="delete-group">
      <Title order={2} id="delete-group">
        {t.danger}
      </Title>
      <Text c="dimmed" mb="md">
        {t.dangerBody}
      </Text>
      <ProblemNotice error={remove.error ?? usage.error} />
      {used ? (
        <Alert color="yellow" title={t.inUse}>
          {t.inUseBody}
        </Alert>
      ) : (
        <Button
          color="red"
          variant="light"
          onClick={ask}
          loading={remove.isPending}
          disabled={usage.data === undefined}
        >
          {t.remove}
        </Button>
      )}
    </Paper>
  );
}
