import type { StaffRole } from "@clientele/domain/access";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { asSent, codeOf, givenCustomer, goodPassword, isSignedIn, refusalOf, signedIn } from "../../test/accounts.ts";
import { type AdminCaller, harness } from "../../test/caller.ts";
import { askedFor, linkTo } from "../../test/emailChanges.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  return { ...house, house, support: house.asStaff("support") };
};

const nobody = "cus_01ARZ3NDEKTSV4RRFFQ69G5FAV";

eachDatabase((_, open) => {
  describe("a customer", () => {
    test("is changed by staff, with one event that names the fields and no value", async () => {
      const { house, db, support, staffId } = await given(await open());
      const customer = await givenCustomer(house, { firstName: "Ann", email: "ann@example.com" });
      const events = await eventsDuring(db, async () => {
        const wanted = { firstName: "Berta", phone: "+49 1511 2345678", companyName: "Berta & Co" };
        const changed = await support.customers.update({ id: customer.id, version: 1, ...wanted });
        expect(changed).toMatchObject({ ...wanted, phone: "+4915112345678", version: 2, email: "ann@example.com" });
      });
      expect(events).toMatchObject([
        {
          type: "customer.updated",
          customerId: customer.id,
          actorRealm: "staff",
          actorId: await staffId("support"),
          data: { fields: ["firstName", "phone", "companyName"] },
          address: "203.0.113.7",
        },
      ]);
      expect(JSON.stringify(events)).not.toContain("Berta");
      const found = await support.customers.list({ search: "berta" });
      expect(found.items.map(({ id }) => id)).toEqual([customer.id]);
      expect((await support.customers.list({ search: "ann" })).items.map(({ id }) => id)).toEqual([customer.id]);
      expect((await support.customers.list({ search: "ann dupont" })).items).toEqual([]);
    });

    test("shows everything of its page, and nothing else", async () => {
      const { house, support } = await given(await open());
      const customer = await givenCustomer(house, { password: goodPassword });
      await support.customers.setTags({ id: customer.id, tags: ["Florist"] });
      await house.as(customer.id).profile.get();
      const shown = await support.customers.get({ id: customer.id });
      const inList =
        "id email status firstName lastName phone companyName createdBy createdAt updatedAt version tags".split(" ");
      const beyond = "taxId locale metadata memberships consents invitation pendingEmail lastSignInAt liveSessions";
      expect(Object.keys(shown).toSorted()).toEqual([...inList, ...beyond.split(" ")].toSorted());
      expect(shown).toMatchObject({ tags: [{ name: "Florist" }], liveSessions: 1, memberships: [], invitation: null });
      expect(JSON.stringify(shown)).not.toContain("$argon2");
      const [row] = (await support.customers.list({})).items;
      expect(Object.keys(row ?? {}).toSorted()).toEqual(
        [...inList, "groups", "orders", "lastOrderAt", "netSpent"].toSorted(),
      );
    });

    test("tells when it last came in", async () => {
      const { house, clock, support } = await given(await open());
      const customer = await givenCustomer(house, { password: goodPassword, email: "ann@example.com" });
      expect((await support.customers.get({ id: customer.id })).lastSignInAt).toBeNull();
      clock.forward(60_000);
      await signedIn(house, "ann@example.com");
      expect((await support.customers.get({ id: customer.id })).lastSignInAt).toEqual(clock.now());
    });

    test("set to what it is already changes and records nothing", async () => {
      const { house, db, support } = await given(await open());
      const customer = await givenCustomer(house, { metadata: { shelf: [3, { row: 4 }] } });
      const seen = { id: customer.id, version: 1 };
      await support.customers.get({ id: customer.id });
      const before = await stored(db);
      await support.customers.update({ ...seen, firstName: customer.firstName, companyName: " " });
      await support.customers.setMetadata({ ...seen, metadata: { shelf: [3, { row: 4 }] } });
      expect(await stored(db)).toBe(before);
    });

    test("seen in an older version, unknown or erased, is not touched", async () => {
      const { house, db, support } = await given(await open());
      const customer = await givenCustomer(house, { version: 3 });
      const erased = await givenCustomer(house, { status: "erased", email: null, firstName: "", lastName: "" });
      await support.customers.get({ id: customer.id });
      const before = await stored(db);
      const writes = [
        (seen: { id: string; version: number }) => support.customers.update({ ...seen, firstName: "X" }),
        (seen: { id: string; version: number }) => support.customers.setMetadata({ ...seen, metadata: { a: 1 } }),
        (seen: { id: string; version: number }) => support.customers.disable({ ...seen, reason: "why not" }),
        (seen: { id: string; version: number }) => support.customers.enable(seen),
      ];
      for (const write of writes) {
        const stale = await refusalOf(write({ id: customer.id, version: 2 }));
        expect(stale).toMatchObject({ code: "customer.changed_meanwhile", params: { version: 3 } });
        expect(await codeOf(write({ id: customer.id, version: 4 }))).toBe("customer.changed_meanwhile");
        expect(await codeOf(write({ id: nobody, version: 1 }))).toBe("customer.not_found");
        expect(await codeOf(write({ id: erased.id, version: 1 }))).toBe("customer.erased");
      }
      expect(await codeOf(support.customers.get({ id: nobody }))).toBe("customer.not_found");
      expect(await stored(db)).toBe(before);
    });

    test("with an account keeps a first name", async () => {
      const { house, support } = await given(await open());
      const account = await givenCustomer(house);
      const guest = await givenCustomer(house, { status: "guest" });
      const refused = await refusalOf(support.customers.update({ id: account.id, version: 1, firstName: " " }));
      expect(refused).toMatchObject({ code: "input.invalid", fields: { firstName: { code: "field.required" } } });
      expect(await support.customers.update({ id: guest.id, version: 1, firstName: "" })).toMatchObject({ version: 2 });
    });

    test("edited by fifty at once ends as one of them says, and none is lost", async () => {
      const { house, db, support } = await given(await open({ patience: 20_000 }));
      const customer = await givenCustomer(house);
      const edits = Array.from({ length: 50 }, (_, number) =>
        support.customers.update({ id: customer.id, version: 1, lastName: `Edit ${number}` }),
      );
      const results = await Promise.allSettled(edits);
      const won = results.filter((result) => result.status === "fulfilled");
      expect(won).toHaveLength(1);
      for (const result of results) {
        if (result.status === "rejected") expect(String(result.reason)).toContain("customer.changed_meanwhile");
      }
      expect(await support.customers.get({ id: customer.id })).toMatchObject({
        version: 2,
        lastName: won[0]?.value.lastName,
      });
      const events = await db.select().from(db.tables.events);
      expect(events.filter(({ type }) => type === "customer.updated")).toHaveLength(1);
    });

    test("keeps whatever was typed as it was typed", async () => {
      const { house, support } = await given(await open());
      const customer = await givenCustomer(house);
      const inert = [
        "<script>alert(1)</script>",
        `"><img src=x onerror=alert(1)>`,
        "'; drop table customers; --",
        "{{7*7}} ${7*7}",
        "javascript:alert(1)",
        "=cmd|' /C calc'!A0",
        "👩‍👩‍👧‍👦 محمد ﷺ Å",
      ];
      let version = 1;
      for (const text of inert) {
        const changed = await support.customers.update({ id: customer.id, version, firstName: text, lastName: text });
        expect(changed).toMatchObject({ firstName: text, lastName: text });
        version = changed.version;
      }
    });

    test("has metadata within its limits only", async () => {
      const { house, db, support } = await given(await open());
      const { id } = await givenCustomer(house);
      const kept = { note: "a", nested: { list: [1, "two", null, { three: 3.5 }] }, empty: {} };
      const set = await support.customers.setMetadata({ id, version: 1, metadata: kept });
      expect(set).toMatchObject({ metadata: kept, version: 2 });
      expect(Object.keys(set.metadata)).toEqual(Object.keys(kept));
      const before = await stored(db);
      const tooMuch: unknown[] = [
        { a: { b: { c: { d: { e: { f: 1 } } } } } },
        Object.fromEntries(Array.from({ length: 51 }, (_, number) => [`key${number}`, number])),
        { text: "x".repeat(16 * 1024) },
        { ["k".repeat(101)]: 1 },
        { nul: "\0" },
        [1],
        "text",
        null,
      ];
      for (const metadata of tooMuch) {
        const refused = await refusalOf(support.customers.setMetadata(asSent({ id, version: 2, metadata })));
        expect(refused.code).toBe("input.invalid");
      }
      const deep: unknown = JSON.parse('{ "__proto__": { "isAdmin": true } }');
      const poisoned = asSent<{ id: string; version: number; metadata: Record<string, unknown> }>({
        id,
        version: 2,
        metadata: { deep },
      });
      expect(await codeOf(support.customers.setMetadata(poisoned))).toBe("input.invalid");
      expect(Object.keys({})).toEqual([]);
      expect(await stored(db)).toBe(before);
    });
  });

  describe("closing an account", () => {
    test("ends its sessions and keeps it out until it is opened again", async () => {
      const { house, db, support } = await given(await open());
      const customer = await givenCustomer(house, { password: goodPassword, email: "ann@example.com" });
      const jar = await signedIn(house, "ann@example.com");
      expect(await isSignedIn(house, jar)).toBe(true);
      const events = await eventsDuring(db, () =>
        support.customers.disable({ id: customer.id, version: 1, reason: "Stolen card" }),
      );
      expect(events).toMatchObject([
        { type: "customer.disabled", customerId: customer.id, data: { reason: "Stolen card", sessions: 1 } },
      ]);
      expect(await isSignedIn(house, jar)).toBe(false);
      expect(await codeOf(signedIn(house, "ann@example.com"))).toBe("account.sign_in_failed");
      const closed = await support.customers.get({ id: customer.id });
      expect(closed).toMatchObject({ status: "disabled", version: 2, liveSessions: 0 });

      const again = { id: customer.id, version: 2 };
      const refused = await refusalOf(support.customers.disable({ ...again, reason: "once more" }));
      expect(refused).toMatchObject({ code: "customer.not_active", params: { status: "disabled" } });
      expect(await support.customers.enable(again)).toMatchObject({ status: "active", version: 3 });
      expect(await isSignedIn(house, jar)).toBe(false);
      expect(await isSignedIn(house, await signedIn(house, "ann@example.com"))).toBe(true);
      expect(await codeOf(support.customers.enable({ ...again, version: 3 }))).toBe("customer.not_disabled");
    });

    test("takes the links along that somebody asked for before", async () => {
      const { house, support } = await given(await open());
      const email = "ann@example.com";
      const customer = await givenCustomer(house, { password: goodPassword, email });
      const jar = await signedIn(house, email);
      const change = await askedFor(house, jar);
      await house.asAnyone().account.requestPasswordReset({ email });
      const reset = await linkTo(house, email, "password_reset");
      await support.customers.disable({ id: customer.id, version: 1, reason: "Taken over" });
      await support.customers.enable({ id: customer.id, version: 2 });
      const password = "another green kettle";
      expect(await codeOf(house.asAnyone().account.resetPassword({ token: reset, password }))).toBe("link.expired");
      expect(await codeOf(house.asAnyone().account.confirmEmailChange({ token: change }))).toBe("link.expired");
    });

    test("is for active accounts alone, and says why", async () => {
      const { house, db, support } = await given(await open());
      for (const status of ["guest", "invited"] as const) {
        const { id } = await givenCustomer(house, { status });
        const refused = await refusalOf(support.customers.disable({ id, version: 1, reason: "Why not" }));
        expect(refused).toMatchObject({ code: "customer.not_active", params: { status } });
      }
      const { id } = await givenCustomer(house);
      const before = await stored(db);
      const silent = await refusalOf(support.customers.disable({ id, version: 1, reason: " " }));
      expect(silent).toMatchObject({ code: "input.invalid", fields: { reason: { code: "field.required" } } });
      expect(await stored(db)).toBe(before);
    });
  });

  test("only staff who may write customers change them; everyone else leaves everything as it was", async () => {
    const { house, db, asStaff, asVisitor } = await given(await open());
    const { id } = await givenCustomer(house);
    const writes = (door: AdminCaller) => [
      () => door.customers.create({ email: "new@example.com" }),
      () => door.customers.update({ id, version: 1, firstName: "X" }),
      () => door.customers.setMetadata({ id, version: 1, metadata: { a: 1 } }),
      () => door.customers.disable({ id, version: 1, reason: "Why not" }),
      () => door.customers.enable({ id, version: 1 }),
      () => door.customers.setTags({ id, tags: ["X"] }),
      () => door.customers.addNote({ customerId: id, text: "X" }),
    ];
    const viewer = asStaff("viewer");
    await viewer.customers.get({ id });
    const before = await stored(db);
    for (const write of writes(viewer)) {
      expect(await refusalOf(write())).toMatchObject({
        code: "request.not_allowed",
        params: { permission: "customers.write" },
      });
    }
    for (const write of writes(asVisitor())) expect(await codeOf(write())).toBe("account.not_signed_in");
    for (const read of [() => asVisitor().customers.list({}), () => asVisitor().customers.get({ id })]) {
      expect(await codeOf(read())).toBe("account.not_signed_in");
    }
    expect(await stored(db)).toBe(before);
    for (const role of ["owner", "manager", "support"] satisfies StaffRole[]) {
      const { version } = await asStaff(role).customers.get({ id });
      expect(await asStaff(role).customers.update({ id, version, lastName: role })).toMatchObject({ lastName: role });
    }
  });

  test("keys that staff must not write are refused with everything else in the call", async () => {
    const { house, db, support } = await given(await open());
    const { id } = await givenCustomer(house);
    await support.customers.get({ id });
    const before = await stored(db);
    const extra = [
      "status",
      "email",
      "createdAt",
      "hasAccount",
      "passwordHash",
      "role",
      "isAdmin",
      "customerId",
      "total",
    ];
    for (const key of extra) {
      const updated = await refusalOf(support.customers.update(asSent({ id, version: 1, firstName: "X", [key]: "x" })));
      expect(updated.code).toBe("input.invalid");
      expect(Object.keys(updated.fields)).toEqual([key]);
      const set = support.customers.setMetadata(asSent({ id, version: 1, metadata: {}, [key]: "x" }));
      expect(await codeOf(set)).toBe("input.invalid");
    }
    expect(await stored(db)).toBe(before);
  });
});
