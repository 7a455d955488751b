import { eventTypeNames } from "@clientele/domain/events";
import { describe, expect, test } from "vitest";
import { sentenceOf } from "./eventText.ts";
import { type Part, type Place, type Told, toldOf } from "./told.ts";
import { eventName, joined } from "./eventWords.ts";

const told = (over: Partial<Told>): Told => ({
  type: "customer.updated",
  actor: { realm: "staff", id: "stf_1", name: "Mara Lindner" },
  data: {},
  group: null,
  tags: [],
  customers: { count: 1, first: [] },
  staff: null,
  order: null,
  ...over,
});

const words = (part: Part): string => {
  if (typeof part === "string") return part;
  if ("name" in part) return part.name;
  if ("tag" in part) return `[${part.tag}]`;
  if ("order" in part) return part.order.name;
  if ("money" in part) return `${part.money.amount} ${part.money.currency}`;
  return "customer" in part ? `<${part.customer.name}>` : `{${part.group.name}}`;
};
const say = (over: Partial<Told>, place: Place = "customer"): string =>
  sentenceOf(told(over), place).map(words).join("");

const anna = { id: "cus_1", name: "Anna Berg" };
const wholesale = { id: "grp_1", name: "Wholesale" };

describe("sentences of a timeline", () => {
  test("names the changed fields as people call them", () => {
    expect(say({ data: { fields: ["firstName", "phone", "taxId"] } })).toBe(
      "Mara Lindner changed first name, phone and tax id",
    );
  });

  test("calls a shopper the customer on the own page and by name elsewhere", () => {
    const shop = { realm: "shop", id: "cus_1", name: null } as const;
    expect(say({ type: "customer.signed_in", actor: shop })).toBe("The customer signed in");
    const customers = { count: 1, first: [anna] };
    expect(say({ type: "address.created", actor: shop, customers }, "audit")).toBe("<Anna Berg> added an address");
  });

  test("tells added tags from removed ones by their ids", () => {
    const tags = [
      { id: "tag_1", name: "VIP" },
      { id: "tag_2", name: "Trade" },
      { id: "tag_3", name: "Old" },
    ];
    const data = { added: ["tag_1", "tag_2"], removed: ["tag_3"] };
    expect(say({ type: "customer.tags_set", tags, data })).toBe(
      "Mara Lindner added the tags [VIP] [Trade] and removed the tag [Old]",
    );
    expect(say({ type: "customer.tags_set", tags: [], data })).toBe("Mara Lindner changed the tags");
  });

  test("says who was added to which group, and nobody twice", () => {
    const many: Partial<Told> = {
      type: "group.members_added",
      group: wholesale,
      customers: { count: 13, first: [anna] },
    };
    expect(say(many, "group")).toBe("Mara Lindner added <Anna Berg> and 12 others");
    expect(say(many, "audit")).toBe("Mara Lindner added <Anna Berg> and 12 others to {Wholesale}");
    expect(say({ ...many, customers: { count: 13, first: [] } })).toBe(
      "Mara Lindner added this customer to {Wholesale}",
    );
  });

  test("knows nobody behind a failed sign-in", () => {
    const failed = { type: "staff.sign_in_failed", staff: { id: "stf_2", name: "Tom" } } as const;
    expect(say(failed, "audit")).toBe("Somebody failed to sign in");
    expect(say({ ...failed, type: "staff.code_asked" }, "audit")).toBe(
      "Somebody gave the right password of Tom and was asked for the code",
    );
  });

  test("reads a role change with both roles", () => {
    const change = { type: "staff.role_set", staff: { id: "stf_2", name: "Tom" } } as const;
    expect(say({ ...change, data: { from: "viewer", to: "support" } }, "audit")).toBe(
      "Mara Lindner changed the role of Tom from viewer to support",
    );
  });

  test("has a sentence without holes for every event, even one that says nothing of itself", () => {
    for (const type of eventTypeNames) {
      for (const place of ["customer", "group", "audit"] as const) {
        const sentence = say({ type }, place);
        expect(sentence, type).not.toMatch(/undefined|null|_| {2}| $/);
        expect(sentence.length, type).toBeGreaterThan(12);
      }
      expect(eventName(type)).not.toMatch(/[._]/);
    }
  });
});

test("an audit entry's one name goes to the subject its ids point at", () => {
  const entry = {
    id: "evt_1",
    type: "group.removed",
    at: "2026-11-22T10:00:00.000Z",
    actor: { realm: "staff", id: "stf_1", name: "Mara" },
    data: {},
    customerId: null,
    groupId: "grp_1",
    orderId: null,
    staffId: null,
    subject: "Wholesale",
    address: null,
    requestId: null,
    seal: null,
  } as const;
  expect(toldOf({ ...entry, data: {} }).group).toEqual(wholesale);
  expect(toldOf({ ...entry, data: {} }).customers.first).toEqual([]);
});

test("orders are told by their number, and what is sold by its name", () => {
  const order = { id: "ord_1", name: "#1001" };
  const staff = { realm: "staff", id: "stf_1", name: "Mara" } as const;
  expect(say({ type: "order.placed", order })).toContain("placed order #1001");
  const data = { name: "Wholesale 2026", count: 1200 };
  expect(say({ type: "price_list.entries_set", actor: staff, data }, "audit")).toBe(
    "Mara set 1,200 prices of the price list Wholesale 2026",
  );
  expect(say({ type: "product.removed", actor: staff, data: { name: "Kettle" } }, "audit")).toBe(
    "Mara removed the product Kettle",
  );
});

test("joins names as a sentence does", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(joined)).toEqual(["", "a", "a and b", "a, b and c"]);
});
