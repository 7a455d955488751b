import { EventList } from "../EventList.tsx";
import { ordersText } from "../text/orders.ts";
import { client, trpc } from "../trpc.ts";
import { usePages } from "../usePages.ts";

const t = ordersText.page;

/** What happened to an order, newest first. */
export function OrderTimeline({ orderId }: { orderId: string }) {
  const input = { orderId, limit: 20 };
  const timeline = usePages(trpc.orders.timeline.queryKey(input), (at) =>
    client.orders.timeline.query({ ...input, ...at }),
  );
  return <EventList label={t.timeline} place="order" events={timeline} moreLabel={t.more} empty={t.noEvents} />;
}
