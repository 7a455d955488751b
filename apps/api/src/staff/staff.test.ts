import { insertCustomers } from "@clientele/db/customers/customers";
import { permissions, rolePermissions } from "@clientele/domain/access";
import type { Staff } from "@clientele/domain/staff/staff";
import { minutes } from "@clientele/domain/time";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { describe, expect, test } from "vitest";
import { harness } from "../../test/caller.ts";
import { staffWithPassword, staffPassword } from "../../test/staffWithPassword.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";
import { createGroup } from "../groups/groups.ts";

eachDatabase((_, open) => {
  test("an owner sees all staff, their state and their invitations", async () => {
    const house = await harness(await open());
    const owner = house.asStaff("owner");
    await staffWithPassword(house, { name: "Ada", role: "support" });
    await owner.staff.invite({ email: "new@staff.example.com", name: "Zed", role: "viewer" });
    const list = await owner.staff.list();
    expect(list.map(({ name, role, status }) => [name, role, status])).toEqual([
      ["Ada", "support", "active"],
      ["The owner", "owner", "active"],
      ["Zed", "viewer", "invited"],
    ]);
    expect(list[2]?.invitation).toEqual({
      sentAt: house.clock.now(),
      expiresAt: new Date(house.clock.now().getTime() + 72 * 3_600_000),
    });
    expect(JSON.stringify(list)).not.toMatch(/argon2|seed|hash/i);
    expect((await owner.staff.roles()).find(({ role }) => role === "viewer")?.permissions).toEqual(
      rolePermissions.viewer,
    );
  });

  test("nobody but owners manages staff, and nobody goes beyond their own rights (AUZ-9)", async () => {
    const house = await harness(await open());
    const { db, asStaff, asVisitor } = house;
    const target = await staffWithPassword(house, { role: "viewer" });
    const someOwner = await staffWithPassword(house, { role: "owner" });
    const callers = [asStaff("manager"), asStaff("support"), asStaff("viewer")];
    for (const caller of callers) await caller.account.me();
    const before = await stored(db);
    const seen = { id: target.id, version: 1 };
    for (const caller of callers) {
      for (const call of [
        () => caller.staff.list(),
        () => caller.staff.invite({ email: "x@staff.example.com", name: "X", role: "viewer" }),
        () => caller.staff.invite({ email: "x@staff.example.com", name: "X", role: "owner" }),
        () => caller.staff.setRole({ ...seen, role: "manager" }),
        () => caller.staff.setRole({ id: someOwner.id, version: 1, role: "viewer" }),
        () => caller.staff.disable(seen),
        () => caller.staff.enable(seen),
        () => caller.staff.resetTotp(seen),
        () => caller.staff.resendInvitation(seen),
        () => caller.staff.withdrawInvitation(seen),
      ]) {
        await expect(call()).rejects.toThrow("request.not_allowed");
      }
    }
    await expect(asVisitor().staff.list()).rejects.toThrow("account.not_signed_in");
    expect(await stored(db)).toBe(before);
  });

  test("nobody changes their own role, state or second factor through the list of staff", async () => {
    const house = await harness(await open());
    const me = await staffWithPassword(house);
    await staffWithPassword(house);
    const caller = house.asStaff({ staffId: me.id });
    await caller.account.me();
    const before = await stored(house.db);
    const seen = { id: me.id, version: 1 };
    await expect(caller.staff.setRole({ ...seen, role: "manager" })).rejects.toThrow("staff.own_row");
    await expect(caller.staff.disable(seen)).rejects.toThrow("staff.own_row");
    await expect(caller.staff.resetTotp(seen)).rejects.toThrow("staff.own_row");
    expect(await stored(house.db)).toBe(before);
  });

  test("a role with more rights counts from the next request of the open session (AUZ-10)", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house, { role: "viewer" });
    const session = house.asStaff({ staffId: person.id });
    await expect(session.groups.create({ name: "One" })).rejects.toThrow("request.not_allowed");
    const events = await eventsDuring(house.db, () =>
      house.asStaff("owner").staff.setRole({ id: person.id, version: 1, role: "manager" }),
    );
    expect(events).toMatchObject([{ data: { from: "viewer", to: "manager", sessionsEnded: 0 } }]);
    await session.groups.create({ name: "One" });
    expect((await session.account.me())?.permissions).toEqual(rolePermissions.manager);
  });

  test("a role with fewer rights ends every session of the person, and only theirs", async () => {
    const house = await harness(await open());
    const { db, asStaff } = house;
    const owner = asStaff("owner");
    const person = await staffWithPassword(house, { role: "manager" });
    const session = asStaff({ staffId: person.id });
    await session.groups.create({ name: "One" });
    const events = await eventsDuring(db, async () => {
      const changed = await owner.staff.setRole({ id: person.id, version: 1, role: "viewer" });
      expect(changed).toMatchObject({ role: "viewer", version: 2 });
    });
    expect(events).toMatchObject([
      { type: "staff.role_set", staffId: person.id, data: { from: "manager", to: "viewer", sessionsEnded: 1 } },
    ]);
    await expect(session.groups.create({ name: "Two" })).rejects.toThrow("account.not_signed_in");
    expect(await session.account.me()).toBeNull();
    const again = asStaff({ staffId: person.id });
    await expect(again.groups.create({ name: "Two" })).rejects.toThrow("request.not_allowed");
    expect((await again.groups.list({})).items).toHaveLength(1);
    const before = await stored(db);
    await owner.staff.setRole({ id: person.id, version: 2, role: "viewer" });
    expect(await stored(db)).toBe(before);
    await expect(owner.staff.setRole({ id: person.id, version: 1, role: "support" })).rejects.toThrow(
      "staff.changed_meanwhile",
    );
  });

  test("a right that is lost while the request runs is lost for it", async () => {
    const house = await harness(await open());
    const { db, services, asStaff, clock } = house;
    const person = await staffWithPassword(house, { role: "manager" });
    const session = asStaff({ staffId: person.id });
    await session.groups.list({});
    // The context of a request is made before its transaction: here the role is taken away in between.
    const demoted: typeof db = {
      ...db,
      transaction: async (work) => {
        await db.transaction(async (tx) => void (await tx.update(tx.tables.staff).set({ role: "viewer" })));
        return db.transaction(work);
      },
    };
    const actor = { realm: "staff" as const, staffId: person.id, name: person.name, role: person.role, permissions };
    const at = clock.now();
    const live = { handle: "h", ownerId: person.id, remembered: false, device: null, place: null };
    const ends = { createdAt: at, lastUsedAt: at, expiresAt: at, absoluteExpiresAt: at, authenticatedAt: at };
    const ctx = {
      ...services,
      db: demoted,
      realm: "staff" as const,
      caller: { requestId: "r", address: "203.0.113.7", place: null, device: null },
      cookie: { present: null, set: () => {}, clear: () => {} },
      session: { ...live, ...ends },
      staff: actor,
      actor,
    };
    const input = { name: "Late", description: "", colour: "teal" as const, metadata: {} };
    await expect(createGroup(ctx, input)).rejects.toMatchObject({ code: "request.not_allowed" });
    expect(await db.select().from(db.tables.customerGroups)).toEqual([]);
  });

  test("disabling ends every session at once and a sign-in answers like a wrong password (SES-5)", async () => {
    const house = await harness(await open());
    const { db, asStaff, asVisitor } = house;
    const owner = asStaff("owner");
    const person = await staffWithPassword(house, { role: "support" });
    const sessions = [asStaff({ staffId: person.id }), asStaff({ staffId: person.id })];
    for (const session of sessions) expect(await session.account.me()).not.toBeNull();
    const events = await eventsDuring(db, () => owner.staff.disable({ id: person.id, version: 1 }));
    expect(events).toMatchObject([{ type: "staff.disabled", data: { sessionsEnded: 2 } }]);
    for (const session of sessions) {
      expect(await session.account.me()).toBeNull();
      await expect(session.groups.list({})).rejects.toThrow("account.not_signed_in");
    }
    const signIn = { email: person.email, password: staffPassword };
    await expect(asVisitor().account.signIn(signIn)).rejects.toThrow("account.sign_in_failed");
    await expect(owner.staff.disable({ id: person.id, version: 2 })).rejects.toThrow("staff.not_active");
    await owner.staff.enable({ id: person.id, version: 2 });
    await expect(owner.staff.enable({ id: person.id, version: 3 })).rejects.toThrow("staff.not_disabled");
    for (const session of sessions) expect(await session.account.me()).toBeNull();
    await asVisitor().account.signIn(signIn);
  });

  test("managing staff needs a password proof of the last ten minutes (SES-9)", async () => {
    const house = await harness(await open());
    const { db, clock, asStaff } = house;
    const me = await staffWithPassword(house);
    const person = await staffWithPassword(house, { role: "support" });
    const owner = asStaff({ staffId: me.id });
    await owner.account.me();
    clock.forward(minutes(10));
    const before = await stored(db);
    const seen = { id: person.id, version: 1 };
    for (const call of [
      () => owner.staff.invite({ email: "x@staff.example.com", name: "X", role: "viewer" }),
      () => owner.staff.setRole({ ...seen, role: "viewer" }),
      () => owner.staff.disable(seen),
      () => owner.staff.resetTotp(seen),
    ]) {
      await expect(call()).rejects.toThrow("account.password_proof_needed");
    }
    expect(await stored(db)).toBe(before);
    await owner.account.confirmPassword({ password: staffPassword });
    await owner.staff.disable(seen);
  });

  describe("at least one active owner remains (R14)", () => {
    test("the last one can neither step down nor be closed out, whatever others are invited or disabled", async () => {
      const house = await harness(await open());
      const me = await staffWithPassword(house);
      await staffWithPassword(house, { status: "disabled" });
      await staffWithPassword(house, { status: "invited" });
      const caller = house.asStaff({ staffId: me.id });
      const seen = { id: me.id, version: 1 };
      await expect(caller.staff.disable(seen)).rejects.toThrow("staff.last_owner");
      await expect(caller.staff.setRole({ ...seen, role: "manager" })).rejects.toThrow("staff.last_owner");
    });

    test("owners who disable and demote each other in parallel never all succeed", async () => {
      const db = await open({ patience: 15_000 });
      const house = await harness(db);
      for (let round = 0; round < 5; round += 1) {
        // Nobody of an earlier round is left, so that this round's owners are all there are.
        await db.transaction(async (tx) => void (await tx.delete(tx.tables.staff)));
        const owners: Staff[] = [];
        for (let at = 0; at < 5; at += 1) owners.push(await staffWithPassword(house, { name: `Owner ${round}.${at}` }));
        const sessions = owners.map(({ id }) => house.asStaff({ staffId: id }));
        for (const session of sessions) await session.account.me();
        const attacks = sessions.flatMap((session, me) =>
          owners.flatMap(({ id }, them) => {
            if (me === them) return [];
            const seen = { id, version: 1 };
            return [
              (me + them) % 2 === 0 ? session.staff.disable(seen) : session.staff.setRole({ ...seen, role: "viewer" }),
            ];
          }),
        );
        const results = await Promise.allSettled(attacks);
        const left = (await db.select().from(db.tables.staff)).filter(
          ({ role, status }) => role === "owner" && status === "active",
        );
        expect(left.length).toBeGreaterThanOrEqual(1);
        expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5 - left.length);
      }
    });
  });

  test("the realms never mix: a shop account with an owner's address is a shopper (AUZ-3)", async () => {
    const house = await harness(await open());
    const { services, db, asAnyone, asVisitor, asStaff } = house;
    const owner = await staffWithPassword(house, { email: "same@example.com" });
    const customer = buildCustomer(services.newId, { email: "same@example.com" });
    await db.transaction((tx) => insertCustomers(tx, [customer]));
    const staffJar = { token: null };
    const shopJar = { token: null };
    expect(await asStaff({ staffId: owner.id }, { jar: staffJar }).account.me()).not.toBeNull();
    expect(await house.as(customer.id, { jar: shopJar }).account.me()).not.toBeNull();
    expect(await asVisitor({ jar: { ...shopJar } }).account.me()).toBeNull();
    expect(await asAnyone({ jar: { ...staffJar } }).account.me()).toBeNull();
    const swapped = (jar: { token: string | null }, prefix: string) => ({
      token: (jar.token ?? "").replace(/^[a-z]+_/, prefix),
    });
    expect(await asVisitor({ jar: swapped(shopJar, "a_") }).account.me()).toBeNull();
    expect(await asAnyone({ jar: swapped(staffJar, "c_") }).account.me()).toBeNull();
    await expect(asVisitor({ jar: { ...shopJar } }).staff.list()).rejects.toThrow("account.not_signed_in");
    const guess = { email: "same@example.com", password: staffPassword };
    await expect(asAnyone().account.signIn(guess)).rejects.toThrow("account.sign_in_failed");
    await asVisitor().account.signIn(guess);
  });
});
