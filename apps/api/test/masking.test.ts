import { DatabaseBusy, OutcomeUnknown, StorageFull } from "@clientele/db/failures";
import { DomainError } from "@clientele/domain/errors";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { z } from "zod";
import { publicProcedure, shop } from "../src/trpc.ts";
import { openDoors } from "./openDoors.ts";

const canary = "canary@example.com";

/** What PostgreSQL's driver throws at a read when the server ends its connection. */
const connectionLost = new Error(`Failed query: ${canary}`, {
  cause: Object.assign(new Error(`terminating ${canary}`), { code: "57P01" }),
});

/** Every way a procedure can fail, by name. */
const failures = shop.router({
  plain: publicProcedure.mutation(() => {
    throw new Error(`something with ${canary} in it`);
  }),
  notEvenAnError: publicProcedure.mutation(() => {
    // What a library throws is not ours to choose.
    // oxlint-disable-next-line typescript/only-throw-error
    throw canary;
  }),
  statement: publicProcedure.mutation(({ ctx }) =>
    ctx.db.transaction(async (tx) => {
      await tx.insert(tx.tables.events).values({
        id: canary,
        type: "customer.created",
        at: ctx.now(),
        actorRealm: "system",
        data: {},
        customerCount: 0,
      });
      await tx.insert(tx.tables.eventCustomers).values({ customerId: canary, eventId: `not ${canary}`, kind: canary });
    }),
  ),
  taken: publicProcedure.mutation(({ ctx }) =>
    ctx.db.transaction(async (tx) => {
      const tag = { name: canary, nameKey: canary, colour: "blue", createdAt: ctx.now(), version: 1 } as const;
      await tx.insert(tx.tables.tags).values({ id: "tag_1", ...tag, updatedAt: ctx.now() });
      await tx.insert(tx.tables.tags).values({ id: "tag_2", ...tag, updatedAt: ctx.now() });
    }),
  ),
  output: publicProcedure.output(z.object({ count: z.int() })).mutation(() => ({ count: 0.5, secret: canary })),
  parsing: publicProcedure.mutation(() => z.email().parse(`${canary} is none`)),
  syntax: publicProcedure.mutation(() => JSON.parse(`{"${canary}`) as unknown),
  busy: publicProcedure.mutation(() => {
    throw new DatabaseBusy(canary);
  }),
  lost: publicProcedure.mutation(() => {
    throw connectionLost;
  }),
  lostCommit: publicProcedure.mutation(() => {
    throw new OutcomeUnknown(canary, { cause: connectionLost, mustStop: false });
  }),
  full: publicProcedure.mutation(() => {
    throw new StorageFull(canary);
  }),
  unknown: publicProcedure.mutation(() => {
    throw new OutcomeUnknown(canary, { cause: null, mustStop: true });
  }),
  rule: publicProcedure.mutation(() => {
    throw new DomainError("customer.email_taken");
  }),
  input: publicProcedure.input(z.strictObject({ email: z.email() })).mutation(() => null),
});

interface Wire {
  error: { message: string; data: { problem: { code: string; params: object; fields: object; requestId: string } } };
}

eachDatabase((_name, open) => {
  it("tells what the catalogue knows and not a word more", async () => {
    const told: unknown[] = [];
    const { shop: door, lines } = await openDoors(await open(), {
      router: failures,
      onFailure: (error) => told.push(error),
    });
    const ask = async (path: string, body?: unknown): Promise<[number, Wire, string]> => {
      const response = await door.post(path, body);
      const text = await response.text();
      return [response.status, JSON.parse(text) as Wire, text];
    };
    const expected: [string, number, string][] = [
      ["plain", 500, "server.internal"],
      ["notEvenAnError", 500, "server.internal"],
      ["statement", 500, "server.internal"],
      ["taken", 409, "tag.name_taken"],
      ["output", 500, "server.internal"],
      ["parsing", 500, "server.internal"],
      ["syntax", 500, "server.internal"],
      ["busy", 503, "server.busy"],
      ["lost", 503, "server.busy"],
      ["lostCommit", 503, "server.outcome_unknown"],
      ["full", 503, "server.storage_full"],
      ["unknown", 503, "server.outcome_unknown"],
      ["rule", 409, "customer.email_taken"],
      ["input", 400, "input.invalid"],
    ];
    for (const [path, status, code] of expected) {
      const [got, { error }, text] = await ask(path, { email: `${canary} is none` });
      expect([path, got, error.message, error.data.problem.code]).toEqual([path, status, code, code]);
      expect(Object.keys(error).toSorted()).toEqual(["code", "data", "message"]);
      expect(Object.keys(error.data).toSorted()).toEqual(["code", "httpStatus", "problem"]);
      expect(Object.keys(error.data.problem).toSorted()).toEqual(["code", "fields", "params", "requestId"]);
      // The request id is drawn, and may spell anything.
      const said = text.replace(error.data.problem.requestId, "");
      expect(said, path).not.toMatch(/canary|insert|at .*\.ts|node_modules|stack|zod|sqlite|postgres/i);
    }
    const [, taken] = await ask("rule");
    expect(taken.error.data.problem.fields).toEqual({ email: { code: "customer.email_taken", params: {} } });

    // The log knows where and which request, without a value.
    const failed = lines.filter((line) => line.includes('"event":"call.failed"'));
    expect(failed).toHaveLength(6);
    for (const line of failed) expect(line).toMatch(/"reqId":"[\w-]{12}"/);
    expect(lines.join("\n")).not.toContain("canary@example.com is none");
    const statement = failed.find((line) => line.includes('"path":"statement"'));
    expect(statement).toMatch(/insert into|SQLITE_CONSTRAINT_FOREIGNKEY/);
    expect(statement).not.toContain("canary");
    expect(told.some((error) => error instanceof OutcomeUnknown)).toBe(true);
  });

  it("stays up when the database is gone, and says so", async () => {
    const db = await open();
    const { shop: door } = await openDoors(db, { isReady: async () => false });
    await db.close();
    const response = await door.post("store.get");
    expect([500, 503]).toContain(response.status);
    const { error } = (await response.json()) as Wire;
    const said = JSON.stringify({ ...error, data: { ...error.data.problem, requestId: "" } });
    expect(said).not.toMatch(/sqlite|postgres|connection|pool/i);
    expect((await fetch(`${door.url}/health`)).status).toBe(200);
  });
});
