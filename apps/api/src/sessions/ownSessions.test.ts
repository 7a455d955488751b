import { days, hours } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import {
  codeOf,
  emailOf,
  eventTypesIn,
  givenCustomer,
  goodPassword,
  isSignedIn,
  signedIn,
} from "../../test/accounts.ts";
import { harness, type Harness, type Jar, tokenIn } from "../../test/caller.ts";

const given = async (h: Harness) => {
  const customer = await givenCustomer(h, { password: goodPassword });
  return { customer, email: emailOf(customer) };
};

eachDatabase((_, open) => {
  describe("own sessions", () => {
    test("are listed with device and place, the present one marked, and nothing that opens one", async () => {
      const h = await harness(await open());
      const { email } = await given(h);
      const phone = { address: "198.51.100.9", place: "198.51.100.0/24", device: "Safari on iOS" };
      await signedIn(h, email, goodPassword, { caller: phone });
      h.clock.forward(hours(1));
      const jar = await signedIn(h, email);
      const list = await h.asAnyone({ jar }).sessions.list();
      expect(list.map(({ device, place, current }) => ({ device, place, current }))).toEqual([
        { device: "Chrome on Linux", place: "203.0.113.0/24", current: true },
        { device: "Safari on iOS", place: "198.51.100.0/24", current: false },
      ]);
      const keys = ["createdAt", "current", "device", "expiresAt", "handle", "lastUsedAt", "place"];
      expect(Object.keys(list[0] ?? {}).toSorted()).toEqual(keys);
      for (const { handle } of list) expect(await isSignedIn(h, { token: handle })).toBe(false);
      h.clock.forward(days(1));
      expect(await codeOf(h.asAnyone({ jar }).sessions.list())).toBe("account.not_signed_in");
    });

    test("are ended one by one, by their handles (SES-6)", async () => {
      const h = await harness(await open());
      const { email } = await given(h);
      const [jar, other] = [await signedIn(h, email), await signedIn(h, email)];
      const browser = h.asAnyone({ jar });
      const handle = (await browser.sessions.list()).find(({ current }) => !current)?.handle ?? "";
      expect(await browser.sessions.end({ handle })).toEqual({ done: true });
      expect(await isSignedIn(h, other)).toBe(false);
      expect(await codeOf(browser.sessions.end({ handle }))).toBe("session.not_found");
      const own = (await browser.sessions.list())[0]?.handle ?? "";
      await browser.sessions.end({ handle: own });
      expect(jar.token).toBeNull();
      expect((await eventTypesIn(h.db)).slice(-2)).toEqual(["customer.sessions_ended", "customer.sessions_ended"]);
    });

    test("of somebody else are not there (SES-6, AUZ-4)", async () => {
      const h = await harness(await open());
      const jar = await signedIn(h, (await given(h)).email);
      const [{ handle } = { handle: "" }] = await h.asAnyone({ jar }).sessions.list();
      const stranger = h.asAnyone({ jar: await signedIn(h, (await given(h)).email) });
      expect(await codeOf(stranger.sessions.end({ handle }))).toBe("session.not_found");
      expect(await codeOf(stranger.sessions.end({ handle: "A".repeat(16) }))).toBe("session.not_found");
      expect(await codeOf(stranger.sessions.end({ handle: "' or 1=1" }))).toBe("input.invalid");
      expect(await codeOf(h.asAnyone().sessions.end({ handle }))).toBe("account.not_signed_in");
      expect(await isSignedIn(h, jar)).toBe(true);
    });

    test("are ended all but this one, and nothing is recorded when there is no other", async () => {
      const h = await harness(await open());
      const { email } = await given(h);
      const jars: Jar[] = [];
      for (let time = 0; time < 3; time += 1) jars.push(await signedIn(h, email));
      const stranger = await signedIn(h, (await given(h)).email);
      const [jar = { token: null }, ...others] = jars;
      expect(await h.asAnyone({ jar }).sessions.endOthers()).toEqual({ ended: 2 });
      for (const other of others) expect(await isSignedIn(h, other)).toBe(false);
      for (const live of [jar, stranger]) expect(await isSignedIn(h, live)).toBe(true);
      const before = await h.db.$count(h.db.tables.events);
      expect(await h.asAnyone({ jar }).sessions.endOthers()).toEqual({ ended: 0 });
      expect(await h.db.$count(h.db.tables.events)).toBe(before);
    });
  });

  describe("security events", () => {
    test("are one's own, newest first, in pages", async () => {
      const h = await harness(await open());
      const { customer, email } = await given(h);
      const stranger = await given(h);
      await signedIn(h, stranger.email);
      for (let time = 0; time < 3; time += 1) {
        h.clock.forward(hours(1));
        await codeOf(signedIn(h, email, "the wrong password"));
      }
      const jar = await signedIn(h, email);
      await h.asStaff("owner").customers.endSessions({ id: customer.id });
      const browser = h.asAnyone({ jar: await signedIn(h, email) });
      await browser.profile.update({ version: 1, lastName: "Changed" });
      const first = await browser.sessions.events({ limit: 4 });
      expect(first.items.map(({ type }) => type)).toEqual([
        "customer.signed_in",
        "customer.sessions_ended",
        "customer.signed_in",
        "customer.sign_in_failed",
      ]);
      expect(first.items.map(({ place }) => place !== null)).toEqual([true, false, true, true]);
      expect(first.total).toEqual({ count: 6, capped: false });
      const second = await browser.sessions.events({ limit: 4, cursor: first.nextCursor ?? "" });
      expect(second.items.map(({ type }) => type)).toEqual(["customer.sign_in_failed", "customer.sign_in_failed"]);
      expect(second.nextCursor).toBeNull();
      expect(await codeOf(browser.sessions.events({ cursor: "nonsense" }))).toBe("input.invalid");
      expect(await isSignedIn(h, jar)).toBe(false);
    });
  });

  describe("a link at the other door", () => {
    test("is none (AUZ-3)", async () => {
      const h = await harness(await open());
      const staff = h.asStaff("owner");
      await staff.staff.invite({ email: "colleague@staff.example.com", name: "Colleague", role: "viewer" });
      const token = tokenIn((await h.mails("colleague@staff.example.com"))[0]);
      expect(await h.asVisitor().account.link({ token })).toMatchObject({
        purpose: "staff_invitation",
        state: "valid",
      });
      const nothing = { purpose: null, email: null, firstName: null, lastName: null, state: "expired" };
      expect(await h.asAnyone().account.link({ token })).toEqual(nothing);
    });
  });
});
