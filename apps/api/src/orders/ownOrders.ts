import { findOwnOrder } from "@clientele/db/orders/orders";
import { listOwnOrders as listStored, picturesOfOrders } from "@clientele/db/orders/orderList";
import { getSettings } from "@clientele/db/settings/settings";
import { DomainError } from "@clientele/domain/errors";
import { type ListShopOrders, OrderNumber, type ShopOrder, type ShopOrderInList } from "@clientele/domain/orders/order";
import type { Page } from "@clientele/domain/page";
import { beginningOf } from "@clientele/domain/time";
import type { CustomerContext } from "../context.ts";
import { shopOrderOf } from "./views.ts";

/** So many pictures stand beside an order in the list. */
const mostPictures = 4;
const nothing: Page<never> = {
  items: [],
  nextCursor: null,
  prevCursor: null,
  total: { count: 0, capped: false },
};

/** The signed-in customer's own orders, newest first; a guest order is not among them before it is claimed. */
export const listOwnOrders = async (
  { db, actor }: CustomerContext,
  { year, search = "", status, ...paging }: ListShopOrders,
): Promise<Page<ShopOrderInList>> => {
  const typed = OrderNumber.safeParse(search);
  if (search !== "" && !typed.success) return nothing;
  const { timeZone } = await getSettings(db);
  const beginning = (of: number): Date => beginningOf(`${of}-01-01`, timeZone);
  const page = await listStored(db, {
    customerId: actor.customerId,
    ...paging,
    ...(status === undefined ? {} : { status: [status] }),
    ...(typed.success ? { number: typed.data } : {}),
    ...(year === undefined ? {} : { from: beginning(year), until: beginning(year + 1) }),
  });
  const pictures = await picturesOfOrders(
    db,
    page.items.map(({ id }) => id),
    mostPictures,
  );
  const items = page.items.map(({ currency, total, access: _access, ...order }) => ({
    ...order,
    total: { amount: total, currency },
    pictures: pictures.get(order.id) ?? [],
  }));
  return { ...page, items };
};

/** One of the signed-in customer's own orders; any other is not there, whoever it belongs to (AUZ-4, GST-2). */
export const getOwnOrder = async ({ db, actor }: CustomerContext, { id }: { id: string }): Promise<ShopOrder> => {
  const order = await findOwnOrder(db, actor.customerId, id);
  if (order === null) throw new DomainError("order.not_found");
  return shopOrderOf(db, order);
};
