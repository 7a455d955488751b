import {
  type AdminClient,
  type AdminInputs,
  type AdminOutputs,
  createAdminClient,
  createShopClient,
  memoryCookies,
  type Problem,
  type ProblemCode,
  problemOf,
  type ShopClient,
  type ShopInputs,
  type ShopOutputs,
} from "@clientele/client";

/** What a program of somebody else's may rely on: the inputs and answers of both doors, exactly typed. */
export const profileChange: ShopInputs["profile"]["update"] = { version: 1, firstName: "Mira", phone: null };
export const newAddress: ShopInputs["addresses"]["create"] = { line1: "9 High Street", countryCode: "GB" };
export const search: AdminInputs["customers"]["list"] = { search: "mira", status: ["active", "guest"], sort: "name" };
export const members: AdminInputs["groups"]["addMembers"] = { groupId: "grp_", customerIds: ["cus_"], mode: "partial" };

export const piece: ShopInputs["cart"]["addLine"] = { variantId: "var_", quantity: 2 };
export const order: ShopInputs["checkout"]["placeOrder"] = {
  idempotencyKey: "one-press-of-a-button",
  payment: "invoice",
  seen: { total: 4900, currency: "EUR" },
};
export const saleList: AdminInputs["priceLists"]["create"] = {
  name: "Spring",
  type: "sale",
  currency: "EUR",
  audience: { kind: "groups", anyOf: ["grp_"], allOf: [], noneOf: [] },
  adjustment: -2000,
};

export const pays = ({ price }: ShopOutputs["catalogue"]["list"]["items"][number]): number | undefined =>
  price?.amount.amount;
export const why = ({ codes }: ShopOutputs["cart"]["get"]): string | undefined => codes[0]?.state;
export const greet = (me: ShopOutputs["account"]["me"]): string => (me === null ? "Hello" : `Hello ${me.firstName}`);
export const firstTag = ({ items }: AdminOutputs["customers"]["list"]): string | undefined => items[0]?.tags[0]?.name;

export const counted = async (admin: AdminClient): Promise<number> => {
  const { total, items } = await admin.groups.list.query({ limit: 5 });
  const made: string | undefined = items[0]?.createdAt;
  return made === undefined ? 0 : total.count;
};

export const present = async (shop: ShopClient): Promise<string | null> => {
  const code: ProblemCode = "customer.changed_meanwhile";
  try {
    return (await shop.profile.update.mutate(profileChange)).phone;
  } catch (error) {
    const problem: Problem | null = problemOf(error);
    return problem?.code === code ? String(problem.params["version"]) : null;
  }
};

export const clients = [
  createShopClient({ url: "/trpc" }),
  createAdminClient({ url: "https://admin.example.com/trpc", cookies: memoryCookies(), headers: { "x-from": "me" } }),
];
