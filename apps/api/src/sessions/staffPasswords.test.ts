import { saveStaffPassword } from "@clientele/db/staff/passwords";
import { minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { harness, type Jar, tokenIn } from "../../test/caller.ts";
import { staffWithPassword, staffPassword } from "../../test/staffWithPassword.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const another = "twelve blue lanterns";

const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  const person = await staffWithPassword(house);
  const jar: Jar = { token: null };
  const door = house.asStaff({ staffId: person.id }, { jar });
  await door.account.me();
  const signIn = (password: string) => house.asVisitor().account.signIn({ email: person.email, password });
  return { ...house, person, jar, door, signIn };
};

eachDatabase((_, open) => {
  test("a changed password ends all other sessions and gives this one a new token (SES-5)", async () => {
    const { db, person, jar, door, signIn, asStaff, asVisitor, mails } = await given(await open());
    const others = [asStaff({ staffId: person.id }), asStaff({ staffId: person.id })];
    for (const other of others) expect(await other.account.me()).not.toBeNull();
    const old = { ...jar };
    const change = { currentPassword: staffPassword, password: another };
    const events = await eventsDuring(db, () => door.account.changePassword(change));
    expect(events).toMatchObject([{ type: "staff.password_changed", data: { sessionsEnded: 2 } }]);
    for (const other of others) expect(await other.account.me()).toBeNull();
    expect(await asVisitor({ jar: old }).account.me()).toBeNull();
    expect(await door.account.me()).toMatchObject({ id: person.id });
    expect((await mails(person.email)).map(({ template }) => template)).toEqual(["staff_password_changed"]);
    await expect(signIn(staffPassword)).rejects.toThrow("account.sign_in_failed");
    await signIn(another);
  });

  test("the present password is needed, its guesses share the sign-in's limit, and a weak new one is refused", async () => {
    const { db, door, signIn } = await given(await open());
    const change = (currentPassword: string, password: string) =>
      door.account.changePassword({ currentPassword, password });
    await expect(change(staffPassword, "fourteen signs")).rejects.toThrow("input.invalid");
    await expect(change(staffPassword, "sam keeper sam keeper")).rejects.toThrow("password.personal");
    const hashes = await db.select().from(db.tables.staffPasswords);
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(change("wrong", another)).rejects.toMatchObject({
        cause: { problem: { code: "account.password_wrong", fields: { currentPassword: {} } } },
      });
    }
    for (let guess = 0; guess < 5; guess += 1) {
      const events = await eventsDuring(db, async () => {
        await expect(door.account.confirmPassword({ password: "wrong" })).rejects.toMatchObject({
          cause: { problem: { code: "account.password_wrong", fields: { password: {} } } },
        });
      });
      expect(events).toMatchObject([{ type: "staff.sign_in_failed", data: { during: "password_proof" } }]);
    }
    await expect(change(staffPassword, another)).rejects.toThrow("request.throttled");
    await expect(signIn(staffPassword)).rejects.toThrow("request.throttled");
    expect(await db.select().from(db.tables.staffPasswords)).toEqual(hashes);
    expect(await door.account.me()).not.toBeNull();
  });

  test("a password that was changed while it was being compared is wrong at the field it was typed in", async () => {
    const { services, db, person, door } = await given(await open());
    const plain = { ...services.passwords };
    services.passwords.verify = async (...compared) => {
      const right = await plain.verify(...compared);
      await db.transaction((tx) => saveStaffPassword(tx, person.id, "$argon2id$another", services.now()));
      return right;
    };
    await expect(door.account.confirmPassword({ password: staffPassword })).rejects.toMatchObject({
      cause: { problem: { code: "account.password_wrong", fields: { password: { code: "account.password_wrong" } } } },
    });
  });

  test("a proof holds for ten minutes and gives the session a new token (SES-2, SES-9)", async () => {
    const { db, clock, jar, door, asVisitor } = await given(await open());
    clock.forward(minutes(10));
    expect(await door.account.me()).toMatchObject({ provenUntil: null });
    const old = { ...jar };
    const proven: { provenUntil: Date }[] = [];
    const events = await eventsDuring(db, async () => {
      proven.push(await door.account.confirmPassword({ password: staffPassword }));
    });
    expect(events).toMatchObject([{ type: "staff.password_confirmed" }]);
    expect(proven).toEqual([{ provenUntil: new Date(clock.now().getTime() + minutes(10)) }]);
    expect(await door.account.me()).toMatchObject(proven[0] ?? {});
    expect(await asVisitor({ jar: old }).account.me()).toBeNull();
  });

  test("a reset asked for answers the same for every address, writes the same rows, and mails only active staff", async () => {
    const house = await given(await open());
    const { db, person, asVisitor, mails } = house;
    const disabled = await staffWithPassword(house, { status: "disabled" });
    const invited = await staffWithPassword(house, { status: "invited" });
    const recorded = recordStatements();
    const seen = [];
    for (const email of [person.email, disabled.email, invited.email, "nobody@example.com"]) {
      const answers: unknown[] = [];
      const events = await eventsDuring(db, async () => {
        const sent = await recorded.during(async () =>
          answers.push(await asVisitor().account.requestPasswordReset({ email })),
        );
        // Which unused tokens are voided is asked by the person where there is one; the statement is the same update.
        answers.push(sent.map(({ text }) => text.split(" where ")[0]));
      });
      expect(events).toMatchObject([{ type: "staff.password_reset_requested", actorId: null }]);
      seen.push(answers);
    }
    for (const each of seen) expect(each).toEqual(seen[0]);
    expect((await mails()).map(({ to, template }) => [to, template])).toEqual([[person.email, "staff_password_reset"]]);
  });

  test("a mailed reset works once, ends every session, signs nobody in and is told (TOK-7)", async () => {
    const { db, person, door, signIn, asVisitor, mails } = await given(await open());
    await asVisitor().account.requestPasswordReset({ email: person.email });
    const older = tokenIn((await mails(person.email))[0]);
    await asVisitor().account.requestPasswordReset({ email: person.email });
    const token = tokenIn((await mails(person.email))[1]);
    const jar: Jar = { token: null };
    const visitor = asVisitor({ jar });
    await expect(visitor.account.resetPassword({ token: older, password: another })).rejects.toThrow("link.expired");
    const results = await Promise.allSettled(
      [0, 1, 2, 3].map((at) => visitor.account.resetPassword({ token, password: `${another} ${at}` })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const won = results.findIndex(({ status }) => status === "fulfilled");
    expect(jar.token).toBeNull();
    expect(await door.account.me()).toBeNull();
    const events = (await db.select().from(db.tables.events)).filter(({ type }) => type === "staff.password_reset");
    expect(events).toMatchObject([{ staffId: person.id, actorId: person.id }]);
    expect((await mails(person.email)).map(({ template }) => template)).toContain("staff_password_changed");
    await signIn(`${another} ${won}`);
    const before = await stored(db);
    await expect(visitor.account.resetPassword({ token, password: another })).rejects.toThrow("link.expired");
    expect(await stored(db)).toBe(before);
  });

  test("a reset link ends after an hour, with a changed password and with the account", async () => {
    const house = await given(await open());
    const { person, door, asVisitor, asStaff, mails, clock } = house;
    const ask = async (): Promise<string> => {
      await asVisitor().account.requestPasswordReset({ email: person.email });
      return tokenIn((await mails(person.email)).filter(({ template }) => template === "staff_password_reset").at(-1));
    };
    const use = (token: string) => asVisitor().account.resetPassword({ token, password: another });
    const changed = await ask();
    await door.account.changePassword({ currentPassword: staffPassword, password: "fifteen green boats" });
    await expect(use(changed)).rejects.toThrow("link.expired");
    const late = await ask();
    clock.forward(minutes(60));
    await expect(use(late)).rejects.toThrow("link.expired");
    const closed = await ask();
    await asStaff("owner").staff.disable({ id: person.id, version: 1 });
    await expect(use(closed)).rejects.toThrow("link.expired");
  });
});
