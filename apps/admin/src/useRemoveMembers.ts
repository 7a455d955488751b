import { doneToast, undoToast } from "@clientele/ui/undoToast.tsx";
import { useMutation } from "@tanstack/react-query";
import { failToast } from "./failToast.ts";
import { text } from "./text.ts";
import { trpc } from "./trpc.ts";

const meta = { invalidates: ["groups", "customers"] };

/** Removes customers from a group at once and offers to take it back, with dates, source and reason as they were. */
export function useRemoveMembers(group: { id: string; name: string }): {
  run: (customerIds: string[], done?: () => void) => void;
  busy: boolean;
} {
  const remove = useMutation(trpc.groups.removeMembers.mutationOptions({ meta }));
  const undo = useMutation(trpc.groups.undoRemoval.mutationOptions({ meta }));
  const { mutateAsync } = undo;
  const run = (customerIds: string[], done?: () => void) =>
    remove.mutate(
      { groupId: group.id, customerIds },
      {
        onSuccess: ({ removed, removalId }) => {
          done?.();
          if (removalId === null) {
            doneToast(text.groups.members.notMembers);
            return;
          }
          undoToast({
            message: text.groups.members.removed(removed, group.name),
            onUndo: () => mutateAsync({ removalId }),
          });
        },
        onError: failToast,
      },
    );
  return { run, busy: remove.isPending };
}
