import { asField } from "@clientele/domain/fieldProblem";
import { parseAmount, plainAmount } from "@clientele/domain/money";
import { CreatePriceList } from "@clientele/domain/pricing/priceList";
import { z } from "zod";
import type { Inputs, Outputs } from "../trpc.ts";
import { AudienceForm, audienceInput, audienceValues, everyone } from "./audienceForm.ts";
import { basisPointsOf, plainPercent } from "./percent.ts";
import { beginningValue, endValue } from "./schedule.ts";

export type PriceListDetail = Outputs["priceLists"]["get"];
const { shape } = CreatePriceList;

const isPercent = (text: string): boolean => text.trim() === "" || basisPointsOf(text) !== null;

/** A price list as it is typed: the percentage and the lowest price are texts until they are sent. */
export const priceListForm = (locale: string) =>
  z
    .strictObject({
      name: shape.name,
      benefit: shape.benefit.unwrap(),
      type: shape.type,
      currency: shape.currency,
      startsAt: shape.startsAt.unwrap(),
      endsAt: shape.endsAt.unwrap(),
      audience: AudienceForm,
      adjustment: z.string().refine(isPercent, asField("field.number")),
      floor: z.string(),
    })
    .superRefine(({ floor, currency }, context) => {
      if (floor.trim() === "" || parseAmount(floor, currency, locale) !== null) return;
      context.addIssue({ code: "custom", path: ["floor"], ...asField("field.amount") });
    });
export type PriceListForm = z.input<ReturnType<typeof priceListForm>>;

export const newPriceList = (currency: string): PriceListForm => ({
  name: "",
  benefit: null,
  type: "sale",
  currency,
  startsAt: null,
  endsAt: null,
  audience: everyone,
  adjustment: "",
  floor: "",
});

export const priceListValues = (list: PriceListDetail): PriceListForm => ({
  name: list.name,
  benefit: list.benefit,
  type: list.type,
  currency: list.currency,
  startsAt: beginningValue(list.startsAt),
  endsAt: endValue(list.endsAt),
  audience: audienceValues(list.audience),
  adjustment: list.adjustment === null ? "" : plainPercent(list.adjustment),
  floor: list.floor === null ? "" : plainAmount(list.floor, list.currency),
});

/** The typed values as the calls take them. */
export const priceListInput = (
  { audience, adjustment, floor, ...values }: PriceListForm,
  locale: string,
): Omit<Inputs["priceLists"]["create"], "copyOf" | "idempotencyKey"> => ({
  ...values,
  audience: audienceInput(audience),
  adjustment: adjustment.trim() === "" ? null : basisPointsOf(adjustment),
  floor: floor.trim() === "" ? null : parseAmount(floor, values.currency, locale),
});
