import { eachDatabase } from "@clientele/testing/eachDatabase";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { z } from "zod";
import { mailWorker } from "../../src/mail/worker.ts";
import { keptTransport } from "../../src/mail/transport.ts";
import { passwordHasher } from "../../src/sessions/passwordHasher.ts";
import { emailOf, givenCustomer, goodPassword, roomyLimits } from "../accounts.ts";
import { harness } from "../caller.ts";
import { type OpenedDoor, openDoors } from "../openDoors.ts";
import { staffWithPassword } from "../staffWithPassword.ts";
import type { TimingOrder } from "./timingClient.ts";

const samples = 200;
const warmUp = 20;
/** The rendering of a mail is over by then. */
const apart = 25;

/** How well one sample tells two classes apart: 0.5 is not at all. */
const chanceToTell = (one: readonly number[], other: readonly number[]): number => {
  let wins = 0;
  for (const a of one) for (const b of other) wins += a > b ? 1 : a === b ? 0.5 : 0;
  const chance = wins / (one.length * other.length);
  return Math.max(chance, 1 - chance);
};

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

const Times = z.record(z.string(), z.array(z.number()));
const client = fileURLToPath(new URL("timingClient.ts", import.meta.url));

/** Times the calls of all classes in turn, each told by the body it posts, from another process. */
const timesOf = async (
  door: OpenedDoor,
  path: string,
  classes: Record<string, object>,
): Promise<Map<string, number[]>> => {
  const bodies = Object.fromEntries(Object.entries(classes).map(([name, body]) => [name, JSON.stringify(body)]));
  const order: TimingOrder = { url: `${door.url}/trpc/${path}`, warmUp, samples, apart, bodies };
  const caller = fork(client, { execArgv: ["--import", "tsx"] });
  const ended = once(caller, "exit");
  caller.send(order);
  const answer: unknown = await Promise.race([
    once(caller, "message").then(([message]: unknown[]) => message),
    ended.then(([code]: unknown[]) => Promise.reject(new Error(`the client ended with ${String(code)}`))),
  ]);
  await ended;
  const times = Times.parse(answer);
  return new Map(Object.keys(classes).map((name) => [name, times[name] ?? []]));
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
    Object.assign(h.services, { passwords: passwordHasher(), wakeMail: () => worker.wake() });
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
    const asking = (more: object = {}) =>
      Object.fromEntries(Object.entries(emails).map(([name, email]) => [name, { email, ...more }]));
    return { h, shop, admin, worker, asking };
  };

  it("a sign-in takes as long whoever's address it is (ENU-2)", { timeout: 900_000 }, async () => {
    const { h, shop, admin, worker, asking } = await given();
    const guess = { password: "wrong" };
    expectAlike(`${database} sign-in`, await timesOf(shop, "account.signIn", asking(guess)));
    const staff = await staffWithPassword(h);
    const left = await staffWithPassword(h, { email: "left@staff.example.com", status: "disabled" });
    const classes = {
      unknown: { email: "nobody@shop.example", ...guess },
      staff: { email: staff.email, ...guess },
      left: { email: left.email, ...guess },
    };
    expectAlike(`${database} staff sign-in`, await timesOf(admin, "account.signIn", classes));
    await worker.stop();
  });

  it.each(["account.requestPasswordReset", "account.requestSignUp"])(
    "%s takes as long whoever's address it is (ENU-3)",
    { timeout: 900_000 },
    async (path) => {
      const { shop, worker, asking } = await given();
      expectAlike(`${database} ${path}`, await timesOf(shop, path, asking()));
      await worker.stop();
    },
  );
});
