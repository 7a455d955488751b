import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, test } from "vitest";
import { harness, type Jar } from "../../test/caller.ts";
import { staffPassword } from "../../test/staffWithPassword.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";
import { firstOwnerToken } from "./setup.ts";

const owner = { email: "Olga@Store.example", name: "Olga Owner", password: staffPassword };

eachDatabase((_, open) => {
  test("a fresh store has no login; the printed link makes the one first owner, once (ACC-6)", async () => {
    const house = await harness(await open());
    const { db, services, asVisitor } = house;
    const jar: Jar = { token: null };
    const visitor = asVisitor({ jar });
    expect(await visitor.setup.status()).toEqual({ ownerExists: false });
    for (const name of ["admin", "root", "owner", "test", "demo"]) {
      const guess = visitor.account.signIn({ email: `${name}@store.example`, password: name });
      await expect(guess).rejects.toThrow("account.sign_in_failed");
    }
    const token = await firstOwnerToken(services);
    if (token === null) throw new Error("no link was printed");
    const events = await eventsDuring(db, () => visitor.setup.createOwner({ ...owner, token }));
    expect(events).toMatchObject([{ type: "staff.owner_created", actorRealm: "staff", actorId: events[0]?.staffId }]);
    expect(jar.token).toBeNull();
    expect(await visitor.setup.status()).toEqual({ ownerExists: true });
    expect(await firstOwnerToken(services)).toBeNull();

    const before = await stored(db);
    await expect(visitor.setup.createOwner({ ...owner, token })).rejects.toThrow("setup.already_done");
    const another = { ...owner, email: "eve@store.example", token };
    await expect(visitor.setup.createOwner(another)).rejects.toThrow("setup.already_done");
    expect(await stored(db)).toBe(before);

    await visitor.account.signIn({ email: "olga@store.example", password: staffPassword });
    expect(await visitor.account.me()).toMatchObject({ name: "Olga Owner", role: "owner", totp: false });
    // The browser that made the owner is known: no mail tells of it.
    expect(await house.mails()).toEqual([]);
  });

  test("of parallel attempts with one link one makes the owner", async () => {
    const { db, services, asVisitor } = await harness(await open());
    const token = (await firstOwnerToken(services)) ?? "";
    const attempts = await Promise.allSettled(
      Array.from({ length: 6 }, (_none, at) =>
        asVisitor().setup.createOwner({ ...owner, email: `owner${at}@store.example`, token }),
      ),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.select().from(db.tables.staff)).toHaveLength(1);
    expect(await db.select().from(db.tables.staffPasswords)).toHaveLength(1);
  });

  test("a link printed at a later start voids the earlier, and other tokens open nothing here", async () => {
    const { db, services, asVisitor } = await harness(await open());
    const earlier = (await firstOwnerToken(services)) ?? "";
    const present = (await firstOwnerToken(services)) ?? "";
    const reset = await db.transaction((tx) =>
      services.tokens.issue(tx, services, { purpose: "password_reset", email: "x@example.com" }),
    );
    const before = await stored(db);
    const wrong = [
      earlier,
      services.tokens.textOf(reset.id),
      `${present.slice(0, -1)}${present.endsWith("A") ? "B" : "A"}`,
    ];
    for (const token of wrong) {
      await expect(asVisitor().setup.createOwner({ ...owner, token })).rejects.toThrow("link.expired");
    }
    for (const token of ["", null, 0, true, [], {}, [present]]) {
      await expect(Reflect.apply(asVisitor().setup.createOwner, null, [{ ...owner, token }])).rejects.toThrow(
        "input.invalid",
      );
    }
    expect(await stored(db)).toBe(before);
    await asVisitor().setup.createOwner({ ...owner, token: present });
  });

  test("the owner's password is long, not common and not the own name; a refused one does not use up the link", async () => {
    const { services, asVisitor } = await harness(await open());
    const token = (await firstOwnerToken(services)) ?? "";
    const create = (password: string) => asVisitor().setup.createOwner({ ...owner, password, token });
    await expect(create("fourteen signs")).rejects.toThrow("input.invalid");
    await expect(create("olga@store.example2026")).rejects.toThrow("password.personal");
    await expect(create("passwordpassword")).rejects.toThrow("password.common");
    await create("qhwxnvbrtzkdlmp");
  });
});
