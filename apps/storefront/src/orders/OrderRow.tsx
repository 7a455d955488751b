import { Money } from "@clientele/ui/Money.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Text } from "@mantine/core";
import { TextLink } from "../links.tsx";
import { Picture } from "../Picture.tsx";
import { ordersText } from "../text/orders.ts";
import type { Outputs } from "../trpc.ts";
import classes from "./Orders.module.css";
import { OrderState } from "./OrderState.tsx";

const t = ordersText;
const mostPictures = 4;
export type OrderInList = Outputs["orders"]["list"]["items"][number];

/** An order in a list; the whole row leads to it. */
export function OrderRow({ order }: { order: OrderInList }) {
  const { id, number, placedAt, total, pieces, pictures } = order;
  return (
    <article className={classes["row"]}>
      <div className={classes["rowText"]}>
        <TextLink to="/account/orders/$orderId" params={{ orderId: id }} fw={620} className={classes["rowLink"] ?? ""}>
          {t.orderTitle(number)}
        </TextLink>
        <Text size="sm" c="dimmed">
          <Time at={placedAt} as="day" /> · {t.pieces(pieces)}
        </Text>
      </div>
      <div className={classes["thumbs"]} aria-hidden>
        {pictures.slice(0, mostPictures).map((picture) => (
          <Picture key={picture} hash={picture} />
        ))}
        {pictures.length > mostPictures && (
          <Text span size="xs" c="dimmed">
            {t.morePictures(pictures.length - mostPictures)}
          </Text>
        )}
      </div>
      <div className={classes["rowEnd"]}>
        <Text fw={620}>
          <Money of={total} />
        </Text>
        <OrderState order={order} />
      </div>
    </article>
  );
}
