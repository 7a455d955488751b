import { findMail, leaseDueMails, listNewestMails } from "@clientele/db/mail/outbox";
import type { Database } from "@clientele/db";
import { clockAt } from "@clientele/testing/clock";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { hours, minutes } from "@clientele/domain/time";
import { SMTPServer } from "smtp-server";
import { describe, expect, it, onTestFinished } from "vitest";
import { testServices } from "../../test/services.ts";
import { ensureSettings } from "../settings/store.ts";
import { queueMail } from "./queueMail.ts";
import { smtpTransport } from "./transport.ts";
import { mailWorker, pauseAfter } from "./worker.ts";

interface Received {
  to: string[];
  source: string;
}

/** A mail server on this machine; `refuse` is its answer to the next mails, one each, `refuseSender` to who sends them. */
const mailServer = async () => {
  const received: Received[] = [];
  const refuse: number[] = [];
  const refuseSender: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onMailFrom: (_address, _session, answer) => {
      const code = refuseSender.shift();
      answer(code === undefined ? null : Object.assign(new Error("not you"), { responseCode: code }));
    },
    onData: (stream, session, answer) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const code = refuse.shift();
        if (code !== undefined) {
          answer(Object.assign(new Error("not now"), { responseCode: code }));
          return;
        }
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString("utf8"),
        });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  );
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return { url: `smtp://127.0.0.1:${address.port}`, received, refuse, refuseSender };
};

const origins = { shop: "https://shop.example.com", admin: "https://admin.example.com" };

const start = async (db: Database) => {
  const clock = clockAt();
  const server = await mailServer();
  let woken = 0;
  const wakeMail = (): void => {
    woken += 1;
  };
  const services = testServices(db, { clock, wakeMail });
  await ensureSettings(db, clock.now());
  const newWorker = () => {
    const worker = mailWorker({ ...services, origins }, smtpTransport(server.url, "Shop <shop@example.com>"));
    onTestFinished(() => worker.stop());
    return worker;
  };
  const askSignUp = (email: string) =>
    db.transaction(async (tx) => {
      const { id } = await services.tokens.issue(tx, services, { purpose: "sign_up", email });
      await queueMail(tx, services, { template: "sign_up", tokenId: id });
      return id;
    });
  return { clock, server, services, newWorker, askSignUp, woken: () => woken };
};

eachDatabase((_name, open) => {
  it("sends a queued mail once, as HTML and text, with the same link at every rendering", async () => {
    const db = await open();
    const { server, services, newWorker, askSignUp, woken } = await start(db);
    const tokenId = await askSignUp("ann@example.com");
    expect(woken()).toBe(1);
    const worker = newWorker();
    expect(await worker.drain()).toBe(1);
    expect(await worker.drain()).toBe(0);
    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail?.to).toEqual(["ann@example.com"]);
    expect(mail?.source).toContain("text/plain");
    expect(mail?.source).toContain("text/html");
    const unfolded = mail?.source.replaceAll("=\r\n", "").replaceAll("=3D", "=");
    expect(unfolded).toContain(`https://shop.example.com/open-account#token=${services.tokens.textOf(tokenId)}`);
  });

  it("sends nothing of a change that was rolled back", async () => {
    const db = await open();
    const { server, services, newWorker, woken } = await start(db);
    const failing = db.transaction(async (tx) => {
      const { id } = await services.tokens.issue(tx, services, { purpose: "sign_up", email: "ann@example.com" });
      await queueMail(tx, services, { template: "sign_up", tokenId: id });
      throw new Error("not after all");
    });
    await expect(failing).rejects.toThrow("not after all");
    await newWorker().drain();
    expect(woken()).toBe(0);
    expect(server.received).toEqual([]);
  });

  it("tries again later after a failure, with the same message id, and gives up a refused mail", async () => {
    const db = await open();
    const { clock, server, newWorker, askSignUp } = await start(db);
    await askSignUp("ann@example.com");
    server.refuse.push(451);
    const worker = newWorker();
    await worker.drain();
    const [waiting] = await listNewestMails(db, 1);
    expect(waiting).toMatchObject({ state: "queued", attempts: 1 });
    expect(await worker.drain()).toBe(0);
    clock.forward(minutes(1));
    expect(await worker.drain()).toBe(1);
    expect(server.received[0]?.source).toContain(`Message-ID: <${waiting?.id}@example.com>`);

    await askSignUp("bob@example.com");
    server.refuse.push(550);
    await worker.drain();
    const [refused] = await listNewestMails(db, 1);
    expect(refused).toMatchObject({ state: "failed", attempts: 1 });
  });

  it("keeps a mail when the server refuses its sender, which is no fault of the mail", async () => {
    const db = await open();
    const { clock, server, newWorker, askSignUp } = await start(db);
    await askSignUp("ann@example.com");
    server.refuseSender.push(550);
    const worker = newWorker();
    await worker.drain();
    expect(await listNewestMails(db, 1)).toMatchObject([{ state: "queued", attempts: 1 }]);
    clock.forward(minutes(1));
    await worker.drain();
    expect(server.received).toHaveLength(1);
  });

  it("sends no mail twice when handing over a batch takes longer than its lease", async () => {
    const db = await open();
    const { clock, services, askSignUp } = await start(db);
    for (let at = 0; at < 6; at += 1) await askSignUp(`shopper${at}@example.com`);
    const sent: string[] = [];
    const other = mailWorker({ ...services, origins }, { send: async (id) => void sent.push(id), close: () => {} });
    const slow = mailWorker(
      { ...services, origins },
      {
        send: async (id) => {
          sent.push(id);
          clock.forward(minutes(0.75));
          await other.drain();
        },
        close: () => {},
      },
    );
    await slow.drain();
    expect(sent).toHaveLength(6);
    expect(new Set(sent).size).toBe(6);
  });

  it("leaves a mail to the worker that holds it, and takes it over when that one is gone", async () => {
    const db = await open();
    const { clock, server, newWorker, askSignUp } = await start(db);
    await Promise.all(Array.from({ length: 12 }, (_, at) => askSignUp(`shopper${at}@example.com`)));
    const handled = await Promise.all([newWorker().drain(), newWorker().drain()]);
    expect(handled.reduce((sum, count) => sum + count)).toBe(12);
    expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(12);
    expect(server.received).toHaveLength(12);

    // A worker that died with the mail in hand: only its lease is left.
    await askSignUp("late@example.com");
    const [mail] = await listNewestMails(db, 1);
    const id = mail?.id ?? "";
    await db.transaction(async (tx) => {
      await leaseDueMails(tx, clock.now(), new Date(clock.now().getTime() + minutes(2)), 10);
    });
    expect(await newWorker().drain()).toBe(0);
    clock.forward(minutes(2));
    expect(await newWorker().drain()).toBe(1);
    expect(await findMail(db, id)).toMatchObject({ state: "sent", sentAs: "sign_up", leasedUntil: null });
  });

  it("drops a mail whose link no longer works", async () => {
    const db = await open();
    const { clock, server, newWorker, askSignUp } = await start(db);
    await askSignUp("ann@example.com");
    await askSignUp("ann@example.com");
    await newWorker().drain();
    expect(server.received).toHaveLength(1);
    await askSignUp("ann@example.com");
    clock.forward(hours(25));
    await newWorker().drain();
    expect(server.received).toHaveLength(1);
    const states = (await listNewestMails(db, 10)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["dropped", "dropped", "sent"]);
  });
});

describe("the pause after a failure", () => {
  it("grows to a longest one and is spread", () => {
    expect(pauseAfter(1, () => 1)).toBe(minutes(0.5));
    expect(pauseAfter(2, () => 1)).toBe(minutes(2));
    expect(pauseAfter(30, () => 1)).toBe(hours(6));
    expect(pauseAfter(1, () => 1.5)).toBe(minutes(0.75));
  });
});
