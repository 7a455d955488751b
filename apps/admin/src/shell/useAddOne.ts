import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useMutation } from "@tanstack/react-query";
import { failToast } from "../failToast.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";

/** Adds one customer to a group without leaving the page, and says how it went. */
export function useAddOne(): (group: { id: string; name: string }, customerId: string, name: string) => void {
  const { mutate } = useMutation(
    trpc.groups.addMembers.mutationOptions({ meta: { invalidates: ["groups", "customers"] } }),
  );
  return (group, customerId, name) =>
    mutate(
      { groupId: group.id, customerIds: [customerId] },
      {
        onSuccess: ({ added }) =>
          doneToast(added === 1 ? text.groups.addedOne(name, group.name) : text.groups.wasMember(name, group.name)),
        onError: failToast,
      },
    );
}
