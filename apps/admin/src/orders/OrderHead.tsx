import { confirm } from "@clientele/ui/confirm.tsx";
import { useMoney } from "@clientele/ui/Money.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Menu } from "@mantine/core";
import { IconArrowBackUp, IconBan, IconCash, IconTruck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { HeadMenu } from "../HeadMenu.tsx";
import { later } from "../later.ts";
import { AnchorLink } from "../links.tsx";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { ordersText } from "../text/orders.ts";
import { trpc } from "../trpc.ts";
import { FulfilmentBadge, OrderStatusBadge, PaymentBadge } from "./OrderBadges.tsx";
import { failedStep, type OrderDetail, orderMeta } from "./orderState.ts";

const openCancel = later(async () => (await import("./CancelOrder.tsx")).openCancel);
const t = ordersText;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;
export type OrderSheet = "send" | "refund";

export interface OrderHeadProps {
  order: OrderDetail;
  onSheet: (sheet: OrderSheet) => void;
}

/** Which order it is, where it stands, and what may be done with it now. */
export function OrderHead({ order, onSheet }: OrderHeadProps) {
  const can = useCan();
  const { number, status, payment, fulfilment, placedAt, regionName } = order;
  return (
    <PageHeader
      title={t.orderTitle(number)}
      store={text.shell.app}
      crumbs={[
        <AnchorLink key="orders" to="/orders" size="sm">
          {t.title}
        </AnchorLink>,
      ]}
      beside={
        <>
          <OrderStatusBadge status={status} />
          <PaymentBadge payment={payment} />
          <FulfilmentBadge status={status} fulfilment={fulfilment} />
        </>
      }
      description={
        <>
          {t.page.placed} <Time at={placedAt} as="instant" />
          &nbsp;· <bdi>{regionName}</bdi>
        </>
      }
      actions={can("orders.write") ? <OrderActions order={order} onSheet={onSheet} /> : undefined}
    />
  );
}

/** Only what the order's states allow; the next step is the one that shows most. */
function OrderActions({ order, onSheet }: OrderHeadProps) {
  const money = useMoney();
  const { id, version, may, total } = order;
  const capture = useMutation(trpc.orders.capture.mutationOptions({ meta: orderMeta }));
  const recordPayment = async () => {
    const yes = await confirm({
      title: t.capture.title,
      consequence: t.capture.body(money(total)),
      verb: t.capture.open,
      harmful: false,
    });
    if (!yes) return;
    capture.mutate({ id, version }, { onSuccess: () => doneToast(t.capture.done), onError: failedStep });
  };
  return (
    <>
      {may.capture && (
        <Button
          variant={may.fulfil ? "default" : "filled"}
          leftSection={<IconCash {...icon} />}
          loading={capture.isPending}
          onClick={recordPayment}
        >
          {t.capture.open}
        </Button>
      )}
      {may.fulfil && (
        <Button leftSection={<IconTruck {...icon} />} onClick={() => onSheet("send")}>
          {t.send.open}
        </Button>
      )}
      {(may.refund || may.cancel) && (
        <HeadMenu label={t.page.actions} width={200}>
          {may.refund && (
            <Menu.Item leftSection={<IconArrowBackUp {...icon} />} onClick={() => onSheet("refund")}>
              {t.refund.open}
            </Menu.Item>
          )}
          {may.cancel && (
            <Menu.Item color="red" leftSection={<IconBan {...icon} />} onClick={() => openCancel(order)}>
              {t.cancel.open}
            </Menu.Item>
          )}
        </HeadMenu>
      )}
    </>
  );
}
