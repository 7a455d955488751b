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
