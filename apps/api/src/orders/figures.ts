import { getCustomer } from "@clientele/db/customers/customers";
import { listFigures } from "@clientele/db/orders/figures";
import { getSettings } from "@clientele/db/settings/settings";
import { averageOf, netOf } from "@clientele/domain/orders/figures";
import type { Figures } from "@clientele/domain/orders/order";
import type { StaffContext } from "../context.ts";

/** What a customer's orders come to, the store's own currency first; a currency in which none counts is left out. */
export const customerFigures = async ({ db }: StaffContext, { id }: { id: string }): Promise<Figures[]> => {
  await getCustomer(db, id);
  const { currency: own } = await getSettings(db);
  const figures = (await listFigures(db, id)).filter(({ orders }) => orders > 0);
  const sorted = [
    ...figures.filter(({ currency }) => currency === own),
    ...figures.filter((of) => of.currency !== own),
  ];
  return sorted.map((of) => {
    const money = (amount: number) => ({ amount, currency: of.currency });
    return {
      currency: of.currency,
      orders: of.orders,
      gross: money(of.gross),
      refunded: money(of.refunded),
      net: money(netOf(of)),
      average: money(averageOf(of)),
      firstOrderAt: of.firstAt,
      lastOrderAt: of.lastAt,
    };
  });
};
