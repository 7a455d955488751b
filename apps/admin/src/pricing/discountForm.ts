import { asField } from "@clientele/domain/fieldProblem";
import { parseAmount, plainAmount } from "@clientele/domain/money";
import { CreateDiscount } from "@clientele/domain/pricing/discount";
import { z } from "zod";
import type { Inputs, Outputs } from "../trpc.ts";
import { AudienceForm, audienceInput, audienceValues, everyone } from "./audienceForm.ts";
import { basisPointsOf, plainPercent } from "./percent.ts";
import { beginningValue, endValue } from "./schedule.ts";

export type DiscountDetail = Outputs["discounts"]["get"];
const { shape } = CreateDiscount;
const code = shape.code.unwrap().unwrap();
const ids = z.array(z.string()).max(200);

const isCount = (most: number) => (text: string) =>
  text.trim() === "" || (/^\s*\d{1,7}\s*$/.test(text) && Number(text) >= 1 && Number(text) <= most);

/** A discount as it is typed: numbers and amounts are texts until they are sent. */
export const discountForm = (locale: string) =>
  z
    .strictObject({
      name: shape.name,
      automatic: z.boolean(),
      code: z.string(),
      kind: shape.kind,
      appliesTo: shape.appliesTo.unwrap(),
      basisPoints: z.string(),
      amount: z.string(),
      currency: z.string(),
      audience: AudienceForm,
      regionIds: ids,
      productsIn: ids,
      productsNotIn: ids,
      minimum: z.string(),
      startsAt: shape.startsAt.unwrap(),
      endsAt: shape.endsAt.unwrap(),
      usageLimit: z.string().refine(isCount(1_000_000), asField("field.number")),
      perCustomerLimit: z.string().refine(isCount(1000), asField("field.number")),
    })
    .superRefine((values, context) => {
      const wrong = (path: string, problem: Parameters<typeof asField>[0]) =>
        context.addIssue({ code: "custom", path: [path], ...asField(problem) });
      if (!values.automatic) {
        const parsed = code.safeParse(values.code);
        if (!parsed.success) for (const issue of parsed.error.issues) context.addIssue({ ...issue, path: ["code"] });
      }
      const points = basisPointsOf(values.basisPoints);
      if (values.kind === "percentage" && (points === null || points < 100 || points > 10_000)) {
        wrong("basisPoints", "field.number");
      }
      const amount = parseAmount(values.amount, values.currency, locale);
      if (values.kind === "fixed" && (amount === null || amount === 0)) wrong("amount", "field.amount");
      if (values.minimum.trim() !== "" && parseAmount(values.minimum, values.currency, locale) === null) {
        wrong("minimum", "field.amount");
      }
    });
export type DiscountForm = z.input<ReturnType<typeof discountForm>>;

export const newDiscount = (currency: string): DiscountForm => ({
  name: "",
  automatic: false,
  code: "",
  kind: "percentage",
  appliesTo: "cart",
  basisPoints: "",
  amount: "",
  currency,
  audience: everyone,
  regionIds: [],
  productsIn: [],
  productsNotIn: [],
  minimum: "",
  startsAt: null,
  endsAt: null,
  usageLimit: "",
  perCustomerLimit: "",
});

const idsOf = (things: readonly { id: string }[]): string[] => things.map(({ id }) => id);

/** The form of a discount; the store's own currency stands where it names none. */
export const discountValues = (discount: DiscountDetail, otherwise: string): DiscountForm => {
  const currency = discount.currency ?? discount.minimum?.currency ?? otherwise;
  return {
    name: discount.name,
    automatic: discount.code === null,
    code: discount.code ?? "",
    kind: discount.kind,
    appliesTo: discount.appliesTo,
    basisPoints: discount.basisPoints === null ? "" : plainPercent(discount.basisPoints),
    amount: discount.amount === null ? "" : plainAmount(discount.amount, currency),
    currency,
    audience: audienceValues(discount.audience),
    regionIds: idsOf(discount.regions),
    productsIn: idsOf(discount.productsIn),
    productsNotIn: idsOf(discount.productsNotIn),
    minimum: discount.minimum === null ? "" : plainAmount(discount.minimum.amount, currency),
    startsAt: beginningValue(discount.startsAt),
    endsAt: endValue(discount.endsAt),
    usageLimit: discount.usageLimit === null ? "" : String(discount.usageLimit),
    perCustomerLimit: discount.perCustomerLimit === null ? "" : String(discount.perCustomerLimit),
  };
};

const count = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/** The typed values as the calls take them. */
export function discountInput(
  values: DiscountForm,
  locale: string,
): Omit<Inputs["discounts"]["update"], "id" | "version"> {
  const { automatic, kind, currency, audience, ...rest } = values;
  const isFixed = kind === "fixed";
  const minimum = values.minimum.trim() === "" ? null : parseAmount(values.minimum, currency, locale);
  return {
    ...rest,
    kind,
    code: automatic ? null : values.code,
    basisPoints: kind === "percentage" ? basisPointsOf(values.basisPoints) : null,
    amount: isFixed ? parseAmount(values.amount, currency, locale) : null,
    currency: isFixed ? currency : null,
    appliesTo: kind === "free_shipping" ? "cart" : values.appliesTo,
    audience: audienceInput(audience),
    minimum: minimum === null ? null : { amount: minimum, currency },
    usageLimit: count(values.usageLimit),
    perCustomerLimit: count(values.perCustomerLimit),
  };
}
