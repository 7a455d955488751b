import type { Database } from "@clientele/db";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenOrder } from "@clientele/testing/orders";
import { describe, expect, test } from "vitest";
import { harness, tokenIn } from "../../test/caller.ts";
import { givenCustomer } from "../../test/people.ts";
import { claimWithSignUp } from "./claimOrder.ts";

const given = async (db: Database) => {
  const h = await harness(db);
  const ann = await givenCustomer(h.services, { email: "ann@example.com", firstName: "Ann" });
  const guest = await givenCustomer(h.services, { status: "guest", email: "gus@example.com", firstName: "" });
  const place = (order: Partial<Parameters<typeof givenOrder>[1]> = {}) =>
    givenOrder(h.services, { customerId: ann.id, email: ann.email, ...order });
  const placeAsGuest = () => place({ customerId: guest.id, email: "gus@example.com", access: "guest" });
  return { ...h, ann, guest, place, placeAsGuest, support: h.asStaff("support"), anyone: h.asAnyone() };
};

eachDatabase((_name, open) => {
  describe("the mail of a step", () => {
    test("tells what was sent, how to follow it and what is still to come, and leads an account to its order", async () => {
      const { place, support, mails } = await given(await open());
      const { id, lines, number } = await place({
        lines: [
          { title: "Chair", variantTitle: "natural", quantity: 3, unit: 4500 },
          { title: "Table", quantity: 1, unit: 500 },
        ],
      });
      const part = [{ lineId: lines[0]?.id ?? "", quantity: 2 }];
      await support.orders.fulfil({ id, version: 1, lines: part, carrier: "DHL", tracking: "JD01" });
      const [first] = await mails("ann@example.com");
      expect(first).toMatchObject({ template: "order_sent" });
      expect(first?.subject).toContain(`A part of your order #${number}`);
      for (const words of ["Hello Ann,", "The rest follows.", "It comes with DHL, tracking number JD01.", "2 pieces"]) {
        expect(first?.text).toContain(words);
        expect(first?.html).toContain(words);
      }
      expect(first?.text).toContain("Chair, natural");
      expect(first?.text).not.toContain("Table");
      expect(first?.text).not.toMatch(/€|[^-] \n/);
      expect(first?.text).toContain("Lindenstraße 7");
      expect(first?.text).toContain(`https://shop.example.com/account/orders/${id}`);
      expect(first?.text).not.toContain("#token=");

      await support.orders.fulfil({ id, version: 2 });
      const second = (await mails("ann@example.com")).find(({ subject }) => subject.startsWith("Your order"));
      expect(second?.text).toContain("1 piece\n");
      expect(second?.text).toContain("Table");
      expect(second?.text).not.toMatch(/follows|tracking|comes with/);
      const { items } = await support.orders.timeline({ orderId: id });
      expect(items.map(({ type, data }) => [type, data["mailed"]])).toEqual([
        ["order.fulfilled", true],
        ["order.fulfilled", true],
      ]);
    });

    test("tells how much money comes back, each time its own amount, and no reason of staff's", async () => {
      const { place, support, mails } = await given(await open());
      const { id } = await place({ lines: [{ unit: 9000 }] });
      await support.orders.capture({ id, version: 1 });
      const refund = { id, version: 2, amount: 1250, reason: "Scratched leg", idempotencyKey: "once-only" };
      await support.orders.refund(refund);
      await support.orders.refund(refund);
      await support.orders.refund({ id, version: 3, amount: 500 });
      const told = await mails("ann@example.com");
      expect(told.map(({ template }) => template)).toEqual(["order_refunded", "order_refunded"]);
      const texts = told.map(({ text }) => text).join();
      for (const amount of ["We give €12.50 of", "We give €5.00 of", "-€17.50"]) expect(texts).toContain(amount);
      expect(texts).not.toContain("Scratched");
    });

    test("tells that nothing will be sent, and gives back what was paid or asks for nothing", async () => {
      const { place, support, mails } = await given(await open());
      const paid = await place({ lines: [{ unit: 9000 }] });
      await support.orders.capture({ id: paid.id, version: 1 });
      await support.orders.cancel({ id: paid.id, version: 2, reason: "Ordered twice" });
      const unpaid = await place({ email: "elsewhere@example.com" });
      await support.orders.cancel({ id: unpaid.id, version: 1 });
      const [first] = await mails("ann@example.com");
      expect(first).toMatchObject({ template: "order_canceled" });
      expect(first?.text).toContain("We give €90.00 back to you");
      expect(first?.text).not.toContain("Ordered twice");
      const [second] = await mails("elsewhere@example.com");
      expect(second?.text).toContain("You have nothing to pay for it.");
      expect(second?.text).toContain("Hello,");
    });

    test("sums up as the order's page does: the shipping, and then what is taken off", async () => {
      const { place, support, mails, services } = await given(await open());
      const free = { id: services.newId("discount"), name: "Free delivery", code: null, amount: 690 };
      const order = await place({ shipping: 690, shippingDiscount: 690, discounts: [free] });
      await support.orders.cancel({ id: order.id, version: 1 });
      const [mail] = await mails("ann@example.com");
      expect(mail?.text).toMatch(/Subtotal[^]+Shipping: Parcel[^]+Free delivery[^]+Total/);
    });

    test("opens a guest's order by a secret of its own, until the order is claimed", async () => {
      const { db, placeAsGuest, support, mails, anyone, guest, services } = await given(await open());
      const order = await placeAsGuest();
      await support.orders.fulfil({ id: order.id, version: 1 });
      const [mail] = await mails("gus@example.com");
      expect((await anyone.orders.guest({ token: tokenIn(mail) })).shipments).toHaveLength(1);
      expect(mail?.text).toContain("Keep this mail");
      expect(mail?.text).not.toContain("open-account");

      const other = await placeAsGuest();
      await support.orders.cancel({ id: other.id, version: 1 });
      await db.transaction((tx) =>
        claimWithSignUp(tx, services, { orderId: other.id, email: "gus@example.com" }, guest.id),
      );
      const claimed = (await mails("gus@example.com")).find(({ template }) => template === "order_canceled");
      expect(claimed?.text).toContain(`/account/orders/${other.id}`);
      expect(claimed?.text).not.toContain("#token=");
    });

    test("is queued with the step and not without it, and for nobody where no address is kept", async () => {
      const { db, place, support } = await given(await open());
      const queued = async () => (await db.select().from(db.tables.outbox)).length;
      const order = await place();
      await expect(support.orders.refund({ id: order.id, version: 1, amount: 1 })).rejects.toThrow();
      await expect(support.orders.fulfil({ id: order.id, version: 9 })).rejects.toThrow("order.changed_meanwhile");
      expect(await queued()).toBe(0);
      const erased = await place({ email: null });
      await support.orders.fulfil({ id: erased.id, version: 1 });
      expect(await queued()).toBe(0);
      const { items } = await support.orders.timeline({ orderId: erased.id });
      expect(items[0]?.data).not.toHaveProperty("mailed");
      await support.orders.fulfil({ id: order.id, version: 1 });
      await support.orders.capture({ id: order.id, version: 2 });
      expect(await queued()).toBe(1);
    });
  });
});
