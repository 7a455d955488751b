import { findCustomerByEmail, insertCustomers } from "@clientele/db/customers/customers";
import { membershipsOf } from "@clientele/db/groups/memberships";
import { mostPastedEmails } from "@clientele/domain/groups/group";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { givenGroup } from "../../test/givenGroup.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const givenPeople = async (db: Parameters<typeof givenGroup>[0]) => {
  const house = await givenGroup(db, 0);
  const ann = buildCustomer(house.services.newId, { email: "ann@example.com", firstName: "Ann", lastName: "Ash" });
  const bob = buildCustomer(house.services.newId, { email: "bob@example.com", firstName: "Bob", lastName: "" });
  await db.transaction((tx) => insertCustomers(tx, [ann, bob]));
  await house.manager.groups.addMembers({ groupId: house.groupId, customerIds: [bob.id] });
  return { ...house, ann, bob };
};

eachDatabase((_, open) => {
  test("a pasted list is sorted into members, customers, unknown and invalid ones; nothing is written", async () => {
    const { db, manager, groupId, ann, bob } = await givenPeople(await open());
    const before = await stored(db);
    const text =
      "E-mail\nANN@Example.com\nBob <bob@example.com>, Carol van Dyk <carol@example.com>\nann@example.com\nnope@";
    expect(await manager.groups.matchEmails({ groupId, text })).toEqual({
      matched: [{ customerId: ann.id, email: "ann@example.com", name: "Ann Ash" }],
      members: [{ customerId: bob.id, email: "bob@example.com", name: "Bob" }],
      unknown: [{ email: "carol@example.com", name: "Carol van Dyk" }],
      invalid: ["nope@"],
      doubles: 1,
    });
    expect(await stored(db)).toBe(before);
  });

  test("5,000 addresses take as many statements as one, and more are refused", async () => {
    const { manager, groupId } = await givenPeople(await open());
    const lines = (count: number): string =>
      Array.from({ length: count }, (_none, at) => `p${at}@example.com`).join("\n");
    const recorded = recordStatements();
    const one = await recorded.during(() => manager.groups.matchEmails({ groupId, text: "ann@example.com" }));
    const many = await recorded.during(() =>
      manager.groups.matchEmails({ groupId, text: `ann@example.com\n${lines(4_999)}` }),
    );
    expect(many).toHaveLength(one.length);
    await expect(manager.groups.matchEmails({ groupId, text: lines(mostPastedEmails + 1) })).rejects.toMatchObject({
      cause: { problem: { code: "input.invalid", fields: { text: { code: "field.too_many" } } } },
    });
  });

  test("known people become members and unknown ones are named", async () => {
    const { db, manager, groupId, ann } = await givenPeople(await open());
    const emails = [{ email: "Ann@example.com" }, { email: "bob@example.com" }, { email: "carol@example.com" }];
    const events = await eventsDuring(db, async () => {
      expect(await manager.groups.addEmails({ groupId, emails })).toEqual({
        added: 1,
        alreadyMembers: 1,
        created: 0,
        unknown: ["carol@example.com"],
      });
    });
    expect(events).toMatchObject([{ type: "group.members_added", data: { count: 1, first: [ann.id], created: 0 } }]);
    expect(await findCustomerByEmail(db, "carol@example.com")).toBeNull();
  });

  test("unknown people become guests when that is asked for, once and with their names", async () => {
    const { db, manager, groupId } = await givenPeople(await open());
    const input = {
      groupId,
      createGuests: true,
      until: "2026-12-31",
      emails: [
        { email: "carol@example.com", name: "Carol van Dyk" },
        { email: "CAROL@example.com", name: "Someone Else" },
        { email: "dan@example.com" },
        { email: "ann@example.com", name: "Not Her Name" },
      ],
    };
    const events = await eventsDuring(db, async () => {
      expect(await manager.groups.addEmails(input)).toEqual({ added: 3, alreadyMembers: 0, created: 2, unknown: [] });
    });
    expect(events).toMatchObject([{ type: "group.members_added", customerCount: 3, data: { created: 2 } }]);
    const carol = await findCustomerByEmail(db, "carol@example.com");
    expect(carol).toMatchObject({ status: "guest", createdBy: "staff", firstName: "Carol", lastName: "van Dyk" });
    expect(await membershipsOf(db, carol?.id ?? "")).toMatchObject([{ until: new Date("2026-12-31T23:00:00.000Z") }]);
    expect(await findCustomerByEmail(db, "dan@example.com")).toMatchObject({ firstName: "", lastName: "" });
    expect(await findCustomerByEmail(db, "ann@example.com")).toMatchObject({ firstName: "Ann", version: 1 });
    const before = await stored(db);
    expect(await manager.groups.addEmails(input)).toEqual({ added: 0, alreadyMembers: 3, created: 0, unknown: [] });
    expect(await stored(db)).toBe(before);
    const found = await manager.groups.members({ groupId, search: "dyk" });
    expect(found.items).toHaveLength(1);
  });

  test("an address that is none is refused at its place and nobody is added", async () => {
    const { db, manager, groupId } = await givenPeople(await open());
    const before = await stored(db);
    const emails = [{ email: "ann@example.com" }, { email: "not one" }, { email: '"x@evil.test"@t.test' }];
    await expect(manager.groups.addEmails({ groupId, emails, createGuests: true })).rejects.toMatchObject({
      cause: {
        problem: {
          code: "input.invalid",
          fields: { "emails.1.email": { code: "field.email" }, "emails.2.email": { code: "field.email" } },
        },
      },
    });
    expect(await stored(db)).toBe(before);
  });

  test("the same new people pasted twice at once are created once", async () => {
    const { manager, groupId } = await givenPeople(await open());
    const emails = Array.from({ length: 20 }, (_none, at) => ({ email: `new${at}@example.com` }));
    const answers = await Promise.all(
      [1, 2, 3].map(() => manager.groups.addEmails({ groupId, emails, createGuests: true })),
    );
    expect(answers.reduce((sum, { created }) => sum + created, 0)).toBe(20);
    expect((await manager.groups.get({ id: groupId })).members.effective.count).toBe(21);
  });
});
