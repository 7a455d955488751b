import { insertCustomers } from "@clientele/db/customers/customers";
import { minutes } from "@clientele/domain/time";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { harness } from "../../test/caller.ts";
import { staffWithPassword, staffPassword } from "../../test/staffWithPassword.ts";
import { stored } from "../../test/recorded.ts";

const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  const { services, clock, asStaff } = house;
  const customer = buildCustomer(services.newId, { firstName: "Cleo", lastName: "Client" });
  await db.transaction((tx) => insertCustomers(tx, [customer]));
  const manager = asStaff("manager");
  const owner = asStaff("owner");
  const group = await manager.groups.create({ name: "VIP" });
  clock.forward(minutes(1));
  await manager.groups.addMembers({ groupId: group.id, customerIds: [customer.id] });
  const [member] = (await manager.groups.members({ groupId: group.id })).items;
  await manager.groups.setMembership({ membershipId: member?.membershipId ?? "", reason: "A secret reason" });
  clock.forward(minutes(1));
  const person = await staffWithPassword(house, { role: "support", name: "Pat Helper" });
  await owner.staff.setRole({ id: person.id, version: 1, role: "viewer" });
  return { ...house, manager, owner, customer, group, person };
};

eachDatabase((_, open) => {
  test("the audit log tells newest first who did what to whom, with names that still exist", async () => {
    const { manager, customer, group, person, staffId, clock } = await given(await open());
    const { items, total } = await manager.audit.list({});
    expect(total).toEqual({ count: 4, capped: false });
    expect(items).toMatchObject([
      {
        type: "staff.role_set",
        at: clock.now(),
        staffId: person.id,
        subject: "Pat Helper",
        actor: { realm: "staff", id: await staffId("owner"), name: "The owner" },
        address: "203.0.113.7",
        seal: null,
      },
      { type: "group.membership_set", customerId: customer.id, groupId: group.id, subject: "Cleo Client" },
      { type: "group.members_added", groupId: group.id, subject: "VIP", data: { count: 1 } },
      { type: "group.created", subject: "VIP", actor: { name: "The manager" } },
    ]);
    expect(items[0]?.requestId).toMatch(/^req-/);
    await manager.groups.remove({ id: group.id, version: 1 });
    const [removed] = (await manager.audit.list({})).items;
    expect(removed).toMatchObject({ type: "group.removed", subject: null, data: { name: "VIP" } });
  });

  test("it is narrowed by kind of event, actor, subject and time, and paged without a gap", async () => {
    const { manager, customer, group, staffId, clock } = await given(await open());
    const types = async (filter: Parameters<typeof manager.audit.list>[0]) =>
      (await manager.audit.list(filter)).items.map(({ type }) => type);
    expect(await types({ types: ["group.created", "staff.role_set"] })).toEqual(["staff.role_set", "group.created"]);
    expect(await types({ staffId: await staffId("owner") })).toEqual(["staff.role_set"]);
    expect(await types({ customerId: customer.id })).toEqual(["group.membership_set"]);
    expect(await types({ groupId: group.id })).toHaveLength(3);
    expect(await types({ from: clock.now().toISOString() })).toEqual(["staff.role_set"]);
    expect(await types({ until: clock.now().toISOString(), limit: 1 })).toEqual(["group.membership_set"]);
    expect(await types({ groupId: group.id, types: ["staff.role_set"] })).toEqual([]);
    const all = await types({});
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await manager.audit.list({ limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map(({ type }) => type));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(all);
    await expect(manager.audit.list({ cursor: "bm8" })).rejects.toThrow("input.invalid");
  });

  test("a page takes the same few statements whatever its size", async () => {
    const { manager } = await given(await open());
    const recorded = recordStatements();
    const one = await recorded.during(() => manager.audit.list({ limit: 1, types: ["group.membership_set"] }));
    const many = await recorded.during(() => manager.audit.list({ limit: 100 }));
    expect(many).toHaveLength(one.length);
  });

  test("reading needs its own right, and nothing secret or personal stands in it (AUD-2, AUD-3)", async () => {
    const house = await given(await open());
    const { db, asStaff, asVisitor, manager, person } = house;
    const before = await stored(db);
    for (const caller of [asStaff("support"), asStaff("viewer"), asVisitor()]) {
      await expect(caller.audit.list({})).rejects.toThrow(/request.not_allowed|account.not_signed_in/);
    }
    expect(JSON.parse(before)).toHaveProperty("events");
    const own = asVisitor();
    await own.account.signIn({ email: person.email, password: staffPassword });
    await expect(own.account.signIn({ email: person.email, password: "a canary of a guess" })).rejects.toThrow();
    const log = JSON.stringify(await manager.audit.list({ limit: 100 }));
    expect(log).toContain("staff.signed_in");
    expect(log).toContain("staff.sign_in_failed");
    for (const canary of ["A secret reason", staffPassword, "canary", person.email, "argon2"]) {
      expect(log).not.toContain(canary);
    }
  });
});
