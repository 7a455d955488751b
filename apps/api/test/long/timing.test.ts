import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { mailWorker } from "../../src/mail/worker.ts";
import { keptTransport } from "../../src/mail/transport.ts";
import { passwordHasher } from "../../src/sessions/passwordHasher.ts";
import { emailOf, givenCustomer, goodPassword, roomyLimits } from "../accounts.ts";
import { harness } from "../caller.ts";
import { openDoors } from "../openDoors.ts";
import { staffWithPassword } from "../staffWithPassword.ts";

const samples = 200;
const warmUp = 20;

/** How well one sample tells two classes apart: 0.5 is not at all. */
const chanceToTell = (one: readonly number[], other: readonly number[]): number => {
  let wins = 0;
  for (const a of one) for (const b of other) wins += a > b ? 1 : a === b ? 0.5 : 0;
  const chance = wins / (one.length * other.length);
  return Math.max(chance, 1 - chance);
};

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/** Times the calls of all classes in turn, so that whatever else the machine does falls on all of them alike. */
const timesOf = async <Name extends string>(classes: Record<Name, () => Promise<unknown>>) => {
  const names = Object.keys(classes) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warmUp + samples; round += 1) {
    // In another order each time: what a call leaves to be done after its answer falls on whichever comes next.
    for (const name of names.toSorted(() => Math.random() - 0.5)) {
      const began = performance.now();
      await classes[name]();
      if (round >= warmUp) times.get(name)?.push(performance.now() - began);
    }
  }
  return times;
};

const expectAlike = (what: string, times: Map<string, number[]>): void => {
  const [first, ...others] = [...times];
  if (first === undefined) throw new Error("no classes were timed");
  const lines = others.map(([name, other]) => ({
    classes: `${first[0]} and ${name}`,
    chance: Number(chanceToTell(first[1], other).toFixed(3)),
    medians: [Number(median(first[1]).toFixed(2)), Number(median(other).toFixed(2))],
  }));
  process.stdout.write(`${what}\n${lines.map((line) => `  ${JSON.stringify(line)}`).join("\n")}\n`);
  for (const { classes, chance, medians } of lines) {
    const [one = 0, other = 0] = medians;
    expect(chance, classes).toBeLessThanOrEqual(0.65);
    expect(Math.abs(one - other) / Math.max(one, other), classes).toBeLessThanOrEqual(0.15);
  }
};

eachDatabase((database, open) => {
  const given = async () => {
    const h = await harness(await open(), { limits: roomyLimits });
    const worker = mailWorker({ ...h.services, origins: h.origins }, keptTransport);
    // The client of this test shares the server's thread: a mail rendered at once would hold up its reading of an answer
    // that a client elsewhere has already got.
    const wakeMail = (): void => void setTimeout(() => worker.wake(), 3);
    Object.assign(h.services, { passwords: passwordHasher(), wakeMail });
    const { shop, admin } = await openDoors(h.db, { services: h.services });
    worker.start();
    const person = async (fields: Parameters<typeof givenCustomer>[1]) => emailOf(await givenCustomer(h, fields));
    const emails = {
      unknown: "unknown@shop.example",
      account: await person({ password: goodPassword }),
      guest: await person({ status: "guest" }),
      closed: await person({ status: "disabled", password: goodPassword }),
      withoutPassword: await person({}),
    };
    const asked = (door: typeof shop, path: string, more: object = {}) =>
      Object.fromEntries(
        Object.entries(emails).map(([name, email]) => [
          name,
          async () => (await door.post(path, { email, ...more })).arrayBuffer(),
        ]),
      );
    return { h, shop, admin, worker, asked };
  };

  it("a sign-in takes as long whoever's address it is (ENU-2)", { timeout: 900_000 }, async () => {
    const { h, shop, admin, worker, asked } = await given();
    expectAlike(`${database} sign-in`, await timesOf(asked(shop, "account.signIn", { password: "wrong" })));
    const staff = await staffWithPassword(h);
    const left = await staffWithPassword(h, { email: "left@staff.example.com", status: "disabled" });
    const trying = (email: string) => async () =>
      (await admin.post("account.signIn", { email, password: "wrong" })).arrayBuffer();
    const classes = { unknown: trying("nobody@shop.example"), staff: trying(staff.email), left: trying(left.email) };
    expectAlike(`${database} staff sign-in`, await timesOf(classes));
    await worker.stop();
  });

  it.each(["account.requestPasswordReset", "account.requestSignUp"])(
    "%s takes as long whoever's address it is (ENU-3)",
    { timeout: 900_000 },
    async (path) => {
      const { shop, worker, asked } = await given();
      expectAlike(`${database} ${path}`, await timesOf(asked(shop, path)));
      await worker.stop();
    },
  );
});
