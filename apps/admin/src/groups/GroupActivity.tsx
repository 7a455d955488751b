import { undoMinutes } from "@clientele/domain/groups/group";
import { useNow } from "@clientele/ui/locale.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Paper } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { EventList, type TimelineEntry } from "../EventList.tsx";
import { failToast } from "../failToast.ts";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { client, trpc } from "../trpc.ts";
import { usePages } from "../usePages.ts";
import type { GroupDetail } from "./GroupHead.tsx";

const t = text.groups.activity;

/** What happened to a group. A fresh removal can be taken back from here, also after the page was loaded again. */
export function GroupActivity({ group }: { group: GroupDetail }) {
  const can = useCan();
  const now = useNow();
  const input = { groupId: group.id, limit: 30 };
  const activity = usePages(trpc.groups.activity.queryKey(input), (at) =>
    client.groups.activity.query({ ...input, ...at }),
  );
  const { mutate, isPending } = useMutation(
    trpc.groups.undoRemoval.mutationOptions({ meta: { invalidates: ["groups", "customers"] } }),
  );
  const undone = new Set(activity.items.map(({ data }) => data["removalId"]).filter((id) => typeof id === "string"));
  const canUndo = ({ id, type, at }: TimelineEntry): boolean =>
    type === "group.members_removed" &&
    can("groups.write") &&
    !undone.has(id) &&
    now.getTime() - new Date(at).getTime() < undoMinutes * 60_000;
  const undo = (removalId: string) =>
    mutate({ removalId }, { onSuccess: ({ restored }) => doneToast(t.undone(restored)), onError: failToast });
  return (
    <Paper p="lg">
      <EventList
        label={t.list}
        place="group"
        events={activity}
        moreLabel={t.more}
        empty={t.none}
        renderExtra={(entry) =>
          canUndo(entry) && (
            <Button
              size="compact-sm"
              variant="light"
              mt="xs"
              loading={isPending}
              leftSection={<IconArrowBackUp size={14} stroke={1.8} aria-hidden />}
              onClick={() => undo(entry.id)}
            >
              {t.undo}
            </Button>
          )
        }
      />
    </Paper>
  );
}
