import { confirm } from "@clientele/ui/confirm.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useMutation } from "@tanstack/react-query";
import { failToast } from "../failToast.ts";
import { callOf } from "../PersonCell.tsx";
import { customerText } from "../text/customer.ts";
import { trpc } from "../trpc.ts";
import type { CustomerDetail } from "./CustomerHead.tsx";

const t = customerText.action;

/** Signs a customer out everywhere, after asking. */
export function useEndSessions(customer: CustomerDetail): { ask: () => Promise<void>; busy: boolean } {
  const { mutate, isPending } = useMutation(trpc.customers.endSessions.mutationOptions());
  const ask = async () => {
    const yes = await confirm({ title: t.endTitle(callOf(customer)), consequence: t.endBody, verb: t.endVerb });
    if (!yes) return;
    mutate({ id: customer.id }, { onSuccess: ({ ended }) => doneToast(t.sessionsEnded(ended)), onError: failToast });
  };
  return { ask, busy: isPending };
}
