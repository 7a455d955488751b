import { fulfilmentStates, orderSorts, orderStatuses, paymentStates } from "@clientele/domain/orders/order";
import { z } from "zod";
import { startOfDay } from "../days.ts";
import { given } from "../given.ts";
import { choiceParam, cursorParam, dayParam, listParam, wordParam } from "../searchParams.ts";
import type { Inputs } from "../trpc.ts";

/** The state of a list of orders in the address. */
export const OrderSearch = z.object({
  search: wordParam,
  status: listParam(z.enum(orderStatuses)),
  payment: listParam(z.enum(paymentStates)),
  fulfilment: listParam(z.enum(fulfilmentStates)),
  from: dayParam,
  until: dayParam,
  sort: choiceParam(orderSorts),
  cursor: cursorParam,
});
export type OrderSearch = z.output<typeof OrderSearch>;

export const noOrderFilter = {
  search: undefined,
  status: undefined,
  payment: undefined,
  fulfilment: undefined,
  from: undefined,
  until: undefined,
  cursor: undefined,
};

export const hasOrderFilter = ({ sort: _sort, cursor: _cursor, ...filter }: OrderSearch): boolean =>
  Object.values(filter).some((value) => value !== undefined);

/** The page of orders that is shown; of one customer where one is named. */
export const ordersInput = (
  { search, status, payment, fulfilment, from, until, sort, cursor }: OrderSearch,
  customerId?: string,
): Inputs["orders"]["list"] => ({
  ...given({ search, status, payment, fulfilment, customerId, sort, cursor }),
  ...(from === undefined ? {} : { from: startOfDay(from) }),
  ...(until === undefined ? {} : { until: startOfDay(until, 1) }),
  limit: 25,
});
