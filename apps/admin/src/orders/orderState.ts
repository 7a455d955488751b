import { isProblemCode } from "@clientele/ui/problem.ts";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useQuery } from "@tanstack/react-query";
import { failToast } from "../failToast.ts";
import { ordersText } from "../text/orders.ts";
import { type Outputs, queryClient, trpc } from "../trpc.ts";

export type OrderDetail = Outputs["orders"]["get"];
export type OrderLine = OrderDetail["lines"][number];
export type Shipment = OrderDetail["shipments"][number];

/** What a step with an order makes stale: its customer's figures, and the stock of what comes back. */
export const orderMeta = { invalidates: ["orders", "customers", "products"] };

/** Rereads the order when somebody else was faster, so that the next try is made over what is there now. */
function rereadIfStale(error: unknown): boolean {
  const stale = isProblemCode(error, "order.changed_meanwhile", "order.not_possible", "order.shipment_not_found");
  if (stale) void queryClient.invalidateQueries(trpc.orders.pathFilter());
  return stale;
}

/** Tells of a step that failed and has no form of its own. */
export function failedStep(error: unknown): void {
  if (rereadIfStale(error)) doneToast(ordersText.stale);
  else failToast(error);
}

/** Runs a step from a form, which shows what fails; a stale order is read anew meanwhile. */
export async function stepFrom<Answer>(step: () => Promise<Answer>): Promise<Answer> {
  try {
    return await step();
  } catch (error) {
    rereadIfStale(error);
    throw error;
  }
}

/** The order as it is by now: a dialog that stays open over a change must send the version that is on the screen. */
export const usePresentOrder = (order: OrderDetail): OrderDetail =>
  useQuery(trpc.orders.get.queryOptions({ id: order.id })).data ?? order;

/** How many pieces of a line were not sent yet. */
export const leftOf = ({ quantity, fulfilled }: OrderLine): number => quantity - fulfilled;
