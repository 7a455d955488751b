import { minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { harness } from "../../test/caller.ts";
import { staffWithPassword, staffPassword } from "../../test/staffWithPassword.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

/** The app of somebody who scanned the code. */
const appOf =
  (secret: string, now: () => Date) =>
  (steps = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now().getTime() + steps * 30_000 });

const withTotp = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  const person = await staffWithPassword(house);
  const door = house.asStaff({ staffId: person.id });
  const { secret, uri } = await door.account.enableTotp();
  const code = appOf(secret, house.clock.now);
  const { codes } = await door.account.confirmTotp({ code: code() });
  const signIn = (typed?: string) =>
    house.asVisitor().account.signIn({
      email: person.email,
      password: staffPassword,
      ...(typed === undefined ? {} : { code: typed }),
    });
  return { ...house, person, door, secret, uri, code, codes, signIn };
};

eachDatabase((_, open) => {
  test("it is turned on by a first code, and asks for one from then on, only after the right password", async () => {
    const house = await harness(await open());
    const { db, clock } = house;
    const person = await staffWithPassword(house);
    const door = house.asStaff({ staffId: person.id });
    const started: { secret: string; uri: string }[] = [];
    const start = await eventsDuring(db, async () => void started.push(await door.account.enableTotp()));
    expect(start).toMatchObject([{ type: "staff.totp_started" }]);
    const [totp] = started;
    if (totp === undefined) throw new Error("no seed");
    expect(totp.uri).toContain(`secret=${totp.secret}`);
    expect(await stored(db)).not.toContain(totp.secret);
    // Not confirmed yet: nothing is asked for.
    await house.asVisitor().account.signIn({ email: person.email, password: staffPassword });
    const code = appOf(totp.secret, clock.now);
    const wrong = code() === "000000" ? "000001" : "000000";
    await expect(door.account.confirmTotp({ code: wrong })).rejects.toThrow("staff.code_wrong");
    const confirmed = await eventsDuring(db, async () => {
      expect((await door.account.confirmTotp({ code: code() })).codes).toHaveLength(10);
    });
    expect(confirmed).toMatchObject([{ type: "staff.totp_enabled" }]);
    expect((await house.mails(person.email)).map(({ template }) => template)).toContain("staff_totp_on");
    expect(await door.account.me()).toMatchObject({ totp: true, recoveryCodesLeft: 10 });
    await expect(door.account.enableTotp()).rejects.toThrow("staff.totp_already_on");
    await expect(door.account.confirmTotp({ code: code(1) })).rejects.toThrow("staff.totp_already_on");

    const visitor = house.asVisitor();
    const email = person.email;
    const asked = await eventsDuring(house.db, async () => {
      await expect(visitor.account.signIn({ email, password: staffPassword })).rejects.toThrow("staff.code_needed");
    });
    expect(asked).toMatchObject([{ type: "staff.code_asked", staffId: person.id, actorId: null }]);
    await expect(visitor.account.signIn({ email, password: "wrong", code: code(1) })).rejects.toThrow(
      "account.sign_in_failed",
    );
    await visitor.account.signIn({ email, password: staffPassword, code: code(1) });
    expect(await visitor.account.me()).toMatchObject({ id: person.id });
  });

  test("a time code is taken one step early or late, and never twice", async () => {
    const { db, clock, code, signIn } = await withTotp(await open());
    clock.forward(minutes(5));
    for (const steps of [-2, 2]) await expect(signIn(code(steps))).rejects.toThrow("staff.code_wrong");
    await signIn(code(-1));
    await expect(signIn(code(-1))).rejects.toThrow("staff.code_wrong");
    await signIn(code(0));
    await signIn(code(1));
    const late = code(1);
    await expect(signIn(code(0))).rejects.toThrow("staff.code_wrong");
    clock.forward(30_000);
    await expect(signIn(late)).rejects.toThrow("staff.code_wrong");
    const failed = await eventsDuring(db, async () => {
      await expect(signIn("123")).rejects.toThrow("input.invalid");
      await expect(signIn("abcdefgh")).rejects.toThrow("staff.code_wrong");
    });
    expect(failed).toMatchObject([{ type: "staff.sign_in_failed", data: { during: "code" } }]);
  });

  test("of parallel sign-ins with one code one succeeds", async () => {
    const { clock, code, codes, signIn } = await withTotp(await open());
    clock.forward(minutes(1));
    for (const typed of [code(), codes[0] ?? ""]) {
      const results = await Promise.allSettled([1, 2, 3, 4].map(() => signIn(typed)));
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      clock.forward(minutes(15));
    }
  });

  test("a recovery code opens once, however it is typed, and only its hash is kept", async () => {
    const { db, door, codes, signIn, clock } = await withTotp(await open());
    const [first = "", second = ""] = codes;
    expect(new Set(codes).size).toBe(10);
    expect(first).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    for (const code of codes) expect(await stored(db)).not.toContain(code);
    const events = await eventsDuring(db, () => signIn(first));
    expect(events).toMatchObject([{ type: "staff.signed_in", data: { code: "recovery" } }]);
    await expect(signIn(first)).rejects.toThrow("staff.code_wrong");
    await signIn(` ${second.toLowerCase().replaceAll("-", " ")} `);
    expect(await door.account.me()).toMatchObject({ recoveryCodesLeft: 8 });
    clock.forward(minutes(1));
    const renewed = await door.account.newRecoveryCodes();
    expect(renewed.codes).toHaveLength(10);
    expect(await door.account.me()).toMatchObject({ recoveryCodesLeft: 10 });
    await expect(signIn(codes[2])).rejects.toThrow("staff.code_wrong");
    await signIn(renewed.codes[0]);
  });

  test("one person's codes open nobody else's account", async () => {
    const house = await withTotp(await open());
    const other = await staffWithPassword(house);
    const door = house.asStaff({ staffId: other.id });
    const { secret } = await door.account.enableTotp();
    await door.account.confirmTotp({ code: appOf(secret, house.clock.now)() });
    house.clock.forward(minutes(1));
    const sign = (code: string) =>
      house.asVisitor().account.signIn({ email: other.email, password: staffPassword, code });
    for (const code of [house.codes[0] ?? "", house.code()])
      await expect(sign(code)).rejects.toThrow("staff.code_wrong");
  });

  test("guesses at a code run into the limit of password tries", async () => {
    const { signIn, clock, code } = await withTotp(await open());
    clock.forward(minutes(1));
    for (let guess = 0; guess < 10; guess += 1) {
      await expect(signIn(code(5 + guess))).rejects.toThrow("staff.code_wrong");
    }
    await expect(signIn(code())).rejects.toThrow("request.throttled");
  });

  test("it is turned off with a fresh proof, by oneself or for another by an owner, and told by mail", async () => {
    const house = await withTotp(await open());
    const { db, door, person, clock, code, signIn, asStaff, mails } = house;
    const other = await staffWithPassword(house);
    const reset = await eventsDuring(db, () =>
      asStaff({ staffId: other.id }).staff.resetTotp({ id: person.id, version: 1 }),
    );
    expect(reset).toMatchObject([{ type: "staff.totp_reset", staffId: person.id, actorId: other.id }]);
    await signIn();
    expect((await mails(person.email)).map(({ template }) => template)).toContain("staff_totp_off");
    await expect(door.account.disableTotp()).rejects.toThrow("staff.totp_not_on");
    await expect(door.account.newRecoveryCodes()).rejects.toThrow("staff.totp_not_on");
    await expect(door.account.confirmTotp({ code: code() })).rejects.toThrow("staff.totp_not_started");

    const { secret } = await door.account.enableTotp();
    clock.forward(minutes(1));
    await door.account.confirmTotp({ code: appOf(secret, clock.now)() });
    clock.forward(minutes(10));
    const before = await stored(db);
    for (const call of [
      () => door.account.disableTotp(),
      () => door.account.newRecoveryCodes(),
      () => door.account.enableTotp(),
    ]) {
      await expect(call()).rejects.toThrow("account.password_proof_needed");
    }
    expect(await stored(db)).toBe(before);
    await door.account.confirmPassword({ password: staffPassword });
    expect(await eventsDuring(db, () => door.account.disableTotp())).toMatchObject([{ type: "staff.totp_disabled" }]);
    expect(await door.account.me()).toMatchObject({ totp: false, recoveryCodesLeft: 0 });
    await signIn();
  });
});
