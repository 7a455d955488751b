import { insertCustomers } from "@clientele/db/customers/customers";
import { findStaffPassword, saveStaffPassword } from "@clientele/db/staff/passwords";
import { hours, minutes } from "@clientele/domain/time";
import { buildCustomer } from "@clientele/testing/customers";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { recordStatements } from "@clientele/testing/statements";
import { expect, test } from "vitest";
import { harness, type Jar } from "../../test/caller.ts";
import { staffWithPassword, staffPassword } from "../../test/staffWithPassword.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";
import { hashCost, type PasswordHasher, passwordHasher } from "./passwordHasher.ts";

const failure = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "signed in",
    (error: unknown) => JSON.stringify(error),
  );

/** Counts how often a password is really compared, until it is stopped and answers. */
const countComparisons = (passwords: PasswordHasher): { stop(): number } => {
  const verify = passwords.verify.bind(passwords);
  let count = 0;
  passwords.verify = (...given) => {
    count += 1;
    return verify(...given);
  };
  return {
    stop: () => {
      passwords.verify = verify;
      return count;
    },
  };
};

eachDatabase((_, open) => {
  test("staff sign in, see who they are, and sign out, with one event each", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house, { role: "support" });
    const jar: Jar = { token: null };
    const door = house.asVisitor({ jar });
    expect(await door.account.me()).toBeNull();
    const signedIn = await eventsDuring(house.db, () =>
      door.account.signIn({ email: person.email.toUpperCase(), password: staffPassword }),
    );
    expect(signedIn).toMatchObject([
      { type: "staff.signed_in", staffId: person.id, actorId: person.id, data: { newDevice: true, code: null } },
    ]);
    expect(await door.account.me()).toMatchObject({
      id: person.id,
      role: "support",
      totp: false,
      recoveryCodesLeft: 0,
      version: 1,
      provenUntil: new Date(house.clock.now().getTime() + minutes(10)),
    });
    const list = await house.asStaff("owner").staff.list();
    expect(list.find(({ id }) => id === person.id)).toMatchObject({ lastSignInAt: house.clock.now(), version: 1 });
    const cookie = { ...jar };
    const signedOut = await eventsDuring(house.db, () => door.account.signOut());
    expect(signedOut).toMatchObject([{ type: "staff.signed_out", staffId: person.id }]);
    expect(jar.token).toBeNull();
    expect(await house.asVisitor({ jar: cookie }).account.me()).toBeNull();
    expect(await eventsDuring(house.db, () => door.account.signOut())).toEqual([]);
  });

  test("unknown, shopper's, invited and disabled addresses answer like a wrong password, after the same work (ENU-1)", async () => {
    const house = await harness(await open());
    const { db, services } = house;
    const active = await staffWithPassword(house);
    const invited = await staffWithPassword(house, { status: "invited" });
    const disabled = await staffWithPassword(house, { status: "disabled" });
    const shopper = buildCustomer(services.newId);
    await db.transaction((tx) => insertCustomers(tx, [shopper]));
    const attempts = [
      { email: active.email, password: "a wrong password" },
      { email: invited.email, password: staffPassword },
      { email: disabled.email, password: staffPassword },
      { email: shopper.email ?? "", password: staffPassword },
      { email: "nobody@example.com", password: staffPassword },
    ];
    const recorded = recordStatements();
    const seen = [];
    for (const attempt of attempts) {
      const answers: unknown[] = [];
      const compared = countComparisons(services.passwords);
      const events = await eventsDuring(db, async () => {
        const sent = await recorded.during(async () =>
          answers.push(await failure(house.asVisitor().account.signIn(attempt))),
        );
        answers.push(sent.map(({ text }) => text));
      });
      expect(events).toMatchObject([{ type: "staff.sign_in_failed", actorId: null, data: { during: "sign_in" } }]);
      seen.push({ answers, comparisons: compared.stop() });
    }
    for (const each of seen) expect(each).toEqual(seen[0]);
    expect(String(seen[0]?.answers[0])).toContain("account.sign_in_failed");
  });

  test("tries are counted before the password is looked at, per account and apart from the shop's (RAT-1, RAT-4)", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house);
    const live = house.asStaff({ staffId: person.id });
    const compared = countComparisons(house.services.passwords);
    const guesses = await Promise.allSettled(
      Array.from({ length: 30 }, (_none, at) =>
        house.asVisitor().account.signIn({ email: person.email, password: `wrong guess ${at}` }),
      ),
    );
    expect(compared.stop()).toBe(10);
    expect(
      guesses.filter((each) => each.status === "rejected" && String(each.reason).includes("throttled")),
    ).toHaveLength(20);
    const right = () => house.asVisitor().account.signIn({ email: person.email, password: staffPassword });
    await expect(right()).rejects.toThrow("request.throttled");
    expect(await live.account.me()).not.toBeNull();
    house.clock.forward(minutes(15));
    await right();
  });

  test("a success forgets the account's tries but not the address's", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house);
    const sign = (password: string, address: string) =>
      failure(house.asVisitor({ caller: { address } }).account.signIn({ email: person.email, password }));
    for (let round = 0; round < 4; round += 1) {
      for (let guess = 0; guess < 9; guess += 1) await sign("wrong", "198.51.100.1");
      expect(await sign(staffPassword, "198.51.100.1")).toBe("signed in");
    }
    for (let guess = 0; guess < 10; guess += 1) await sign("wrong", "198.51.100.1");
    expect(await sign("wrong", "198.51.100.1")).toContain("request.throttled");
    house.clock.forward(minutes(1));
    const other = await staffWithPassword(house);
    const fromThere = house.asVisitor({ caller: { address: "198.51.100.1" } });
    expect(await failure(fromThere.account.signIn({ email: other.email, password: staffPassword }))).toContain(
      "throttled",
    );
    await house.asVisitor().account.signIn({ email: other.email, password: staffPassword });
  });

  test("a sign-in never adopts what the browser presented, and ends it (SES-2)", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house);
    const jar: Jar = { token: null };
    const door = house.asVisitor({ jar });
    const signIn = () => door.account.signIn({ email: person.email, password: staffPassword });
    await signIn();
    const first = { ...jar };
    await signIn();
    expect(jar.token).not.toBe(first.token);
    expect(await house.asVisitor({ jar: first }).account.me()).toBeNull();
    jar.token = `${(jar.token ?? "").slice(0, -4)}AAAA`;
    const made = jar.token;
    await signIn();
    expect(jar.token).not.toBe(made);
  });

  test("a session ends after 30 idle minutes and after 12 hours at most (SES-4)", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house);
    const signedIn = async () => {
      const door = house.asVisitor({ jar: { token: null } });
      await door.account.signIn({ email: person.email, password: staffPassword });
      return door;
    };
    const idle = await signedIn();
    house.clock.forward(minutes(30));
    expect(await idle.account.me()).toBeNull();
    const busy = await signedIn();
    for (let at = 0; at < 47; at += 1) {
      house.clock.forward(minutes(15));
      expect(await busy.account.me()).not.toBeNull();
    }
    house.clock.forward(minutes(15));
    expect(hours(12)).toBe(minutes(15) * 48);
    expect(await busy.account.me()).toBeNull();
  });

  test("a browser that was not seen before is told by mail, a known one is not", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house);
    const from = (device: string, place: string) =>
      house.asVisitor({ caller: { device, place } }).account.signIn({ email: person.email, password: staffPassword });
    await from("Firefox on Linux", "198.51.100.0/24");
    await from("Firefox on Linux", "198.51.100.0/24");
    const mails = await house.mails(person.email);
    expect(mails.map(({ template }) => template)).toEqual(["staff_new_sign_in"]);
    expect(mails[0]?.text).toContain("Chrome on Linux".replace("Chrome", "Firefox"));
    await from("Firefox on Linux", "192.0.2.0/24");
    expect(await house.mails(person.email)).toHaveLength(2);
  });

  test("a hash of lower cost is made anew at sign-in, and the password still opens (PWD-5)", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house);
    const weak = await passwordHasher({ memoryKiB: 16, passes: 1 }).hash(staffPassword);
    await house.db.transaction((tx) => saveStaffPassword(tx, person.id, weak, house.clock.now()));
    const signIn = () => house.asVisitor().account.signIn({ email: person.email, password: staffPassword });
    await signIn();
    const stronger = await findStaffPassword(house.db, person.id);
    expect(stronger).not.toBe(weak);
    expect(stronger).toMatch(/^\$argon2id\$/);
    await signIn();
    expect(await findStaffPassword(house.db, person.id)).toBe(stronger);
    expect(hashCost).toEqual({ memoryKiB: 19_456, passes: 2 });
  });

  test("a person lists and ends own sessions, and nobody else's (SES-6)", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house);
    const other = await staffWithPassword(house);
    const jars: Jar[] = [{ token: null }, { token: null }, { token: null }];
    const [here, there, elsewhere] = jars.map((jar) => house.asStaff({ staffId: person.id }, { jar }));
    const stranger = house.asStaff({ staffId: other.id });
    if (here === undefined || there === undefined || elsewhere === undefined) throw new Error("three browsers");
    for (const browser of [here, there, elsewhere, stranger]) await browser.account.me();
    const list = await here.sessions.list();
    expect(list).toHaveLength(3);
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    expect(JSON.stringify(list)).not.toMatch(/secret|hash|token/i);
    const away = list.find(({ current }) => !current)?.handle ?? "";
    const before = await stored(house.db);
    await expect(stranger.sessions.end({ handle: away })).rejects.toThrow("session.not_found");
    await expect(here.sessions.end({ handle: "A".repeat(16) })).rejects.toThrow("session.not_found");
    expect(await stored(house.db)).toBe(before);
    expect(await eventsDuring(house.db, () => here.sessions.end({ handle: away }))).toMatchObject([
      { type: "staff.sessions_ended", data: { sessionsEnded: 1 } },
    ]);
    expect(await here.sessions.list()).toHaveLength(2);
    expect(await here.sessions.endOthers()).toEqual({ ended: 1 });
    expect(await eventsDuring(house.db, () => here.sessions.endOthers())).toEqual([]);
    expect(await there.account.me()).toBeNull();
    expect(await elsewhere.account.me()).toBeNull();
    expect(await stranger.account.me()).not.toBeNull();
    const own = (await here.sessions.list())[0]?.handle ?? "";
    await here.sessions.end({ handle: own });
    expect(jars[0]?.token).toBeNull();
    expect(await here.account.me()).toBeNull();
  });

  test("the own name is changed in its seen version only", async () => {
    const house = await harness(await open());
    const person = await staffWithPassword(house);
    const door = house.asStaff({ staffId: person.id });
    const events = await eventsDuring(house.db, () => door.account.updateProfile({ version: 1, name: " New  Name " }));
    expect(events).toMatchObject([{ type: "staff.profile_updated", data: { fields: ["name"] } }]);
    const before = await stored(house.db);
    await door.account.updateProfile({ version: 2, name: (await door.account.me())?.name ?? "" });
    await expect(door.account.updateProfile({ version: 1, name: "X" })).rejects.toThrow("staff.changed_meanwhile");
    const more = { version: 2, name: "X", role: "owner" };
    await expect(Reflect.apply(door.account.updateProfile, null, [more])).rejects.toThrow("input.invalid");
    expect(await stored(house.db)).toBe(before);
  });
});
