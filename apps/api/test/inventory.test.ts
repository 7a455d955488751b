import type { Database } from "@clientele/db";
import { permissions, permissionsOf, rolePermissions, staffRoles } from "@clientele/domain/access";
import { DomainError, type ProblemCode, problems } from "@clientele/domain/errors";
import { unbatchable } from "@clientele/domain/sessions/unbatchable";
import { minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { beforeAll, describe, expect, it } from "vitest";
import { problemOf, transportError } from "../src/errors.ts";
import { runningProcedures } from "../src/procedures.ts";
import { goodPassword } from "./accounts.ts";
import { type Caller, callAs, newSession } from "./callAs.ts";
import { tokenIn } from "./caller.ts";
import { fingerprint } from "./fingerprint.ts";
import { permissionMatrix, roleMatrix } from "./permissionMatrix.ts";
import { mayBe, placesIn } from "./schemas.ts";
import { inputsFor, type World, world } from "./world.ts";

const procedures = runningProcedures();
const rows = permissionMatrix.map(([name, kind, access, ...demands]) => ({
  name,
  kind,
  access,
  fresh: demands.includes("fresh"),
  alone: demands.includes("alone"),
}));
const runsAs = new Map(procedures.map((procedure) => [procedure.name, procedure]));
const running = (name: string) => {
  const found = runsAs.get(name);
  if (found === undefined) throw new Error(`${name} does not run`);
  return found;
};

describe("the procedures that run", () => {
  it("are those of the matrix, no more and no fewer", () => {
    expect(procedures.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it("name their realm and who may call them as the matrix does", () => {
    const found = procedures.map(({ name, kind, meta: { access, fresh } }) => ({
      name,
      kind,
      access,
      fresh: fresh === true,
    }));
    const wanted = rows.map(({ name, kind, access, fresh }) => ({ name, kind, access, fresh }));
    const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);
    expect(found.sort(byName)).toEqual(wanted.sort(byName));
    for (const { name, realm, meta } of procedures) {
      expect(meta.realm, `realm of ${name}`).toBe(realm);
      expect(name.startsWith(realm === "shop" ? "shop." : "admin."), `door of ${name}`).toBe(true);
    }
  });

  it("refuse a batch exactly where the matrix says that a call travels alone", () => {
    const alone = (door: "shop" | "admin"): string[] =>
      rows.filter((row) => row.alone && row.name.startsWith(`${door}.`)).map(({ name }) => name.slice(door.length + 1));
    expect([...unbatchable.shop].sort()).toEqual(alone("shop").sort());
    expect([...unbatchable.staff].sort()).toEqual(alone("admin").sort());
  });

  it.each(procedures.map((procedure) => [procedure.name, procedure] as const))(
    "%s takes a closed input",
    (_name, { input }) => {
      for (const { at, schema } of placesIn(input)) {
        const path = at.join(".") || "(input)";
        // Metadata alone is open: staff's own data, held to its size, depth and keys by a rule of its own.
        if (at.includes("metadata")) continue;
        expect(
          schema.type ?? schema.anyOf ?? schema.oneOf ?? schema.enum ?? schema.const ?? schema.not,
          `${path} takes anything`,
        ).toBeDefined();
        if (mayBe(schema, "object")) expect(schema.additionalProperties, `${path} takes unknown keys`).toBe(false);
        if (mayBe(schema, "string") && schema.enum === undefined && schema.const === undefined) {
          expect(schema.maxLength ?? schema.format ?? schema.pattern, `${path} has no end`).toBeDefined();
        }
        if (mayBe(schema, "array")) expect(schema.maxItems, `${path} has no end`).toBeDefined();
      }
    },
  );

  it("answer no key that a secret could stand under", () => {
    // Each of these is meant: an authenticator's seed, shown once; how long a password must be; the audit log's own seal.
    const meant = [
      "admin.account.enableTotp secret",
      "shop.store.get passwordLeast",
      "admin.audit.list items.*.seal.hash",
    ];
    const found = procedures.flatMap(({ name, output }) =>
      placesIn(output)
        .filter(({ at }) => /hash|secret|password|seed|token|mac$/i.test(at.at(-1) ?? ""))
        .map(({ at }) => `${name} ${at.join(".")}`),
    );
    expect(found.sort()).toEqual(meant.sort());
  });

  it("answer nothing that their output does not name", () => {
    for (const { name, output } of procedures) {
      for (const { at, schema } of placesIn(output)) {
        const path = `${name} ${at.join(".")}`;
        if (!mayBe(schema, "object") || at.some((key) => key === "metadata" || key === "data")) continue;
        expect(schema.additionalProperties, `${path} answers anything`).toBe(false);
      }
    }
  });
});

describe("problems", () => {
  it.each(Object.entries(problems).map(([code, { kind }]) => [code as ProblemCode, kind] as const))(
    "%s reaches a caller with its own code and status",
    (code, kind) => {
      const thrown = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: new DomainError<ProblemCode>(code, {}) });
      const error = transportError(thrown);
      expect(problemOf(error, "req").code).toBe(code);
      const statuses = {
        invalid: 400,
        unauthenticated: 401,
        forbidden: 403,
        not_found: 404,
        conflict: 409,
        rate_limited: 429,
        busy: 503,
        internal: 500,
      };
      expect(getHTTPStatusCodeFromError(error)).toBe(statuses[kind]);
    },
  );
});

describe("roles", () => {
  it("hold the permissions of the matrix", () => {
    for (const role of staffRoles)
      expect([...rolePermissions[role]].sort(), `the ${role}`).toEqual([...roleMatrix[role]].sort());
    expect([...staffRoles].sort()).toEqual(Object.keys(roleMatrix).sort());
    expect(permissionsOf("somebody")).toEqual([]);
    expect(permissionsOf("__proto__")).toEqual([]);
  });

  it("are asked for permissions that some role holds", () => {
    const asked = rows
      .map(({ access }) => access)
      .filter((access) => !["anyone", "customer", "staff"].includes(access));
    for (const access of asked) expect(permissions).toContain(access);
  });
});

/** Who may call, as the matrix means it: the code of the refusal, or null. */
const refusalFor = (
  { name, access }: { name: string; access: string },
  actor: { door: "shop" | "admin"; may: readonly string[] | null },
): ProblemCode | null => {
  if (!name.startsWith(`${actor.door}.`) || access === "anyone") return null;
  if (actor.may === null) return "account.not_signed_in";
  if (access === "customer" || access === "staff" || actor.may.includes(access)) return null;
  return "request.not_allowed";
};

interface Actor extends Caller {
  name: string;
  door: "shop" | "admin";
  /** What the actor may by role; null for somebody who is not signed in at this door. */
  may: readonly string[] | null;
}

const actorsIn = async ({ h, shopper, other }: World): Promise<Actor[]> => {
  const owner = h.asStaff("owner");
  const closed = await newSession(h, "shop", other.id);
  await owner.customers.disable({ id: other.id, version: other.version, reason: "Asked for by the test" });

  const leaver = await owner.staff.invite({ email: "leaver@staff.example.com", name: "Leaver", role: "manager" });
  const invitation = (await h.mails("leaver@staff.example.com")).at(-1);
  await h.asVisitor().staff.acceptInvitation({ token: tokenIn(invitation), name: "Leaver", password: goodPassword });
  const left = await newSession(h, "staff", leaver.id);
  const joined = (await owner.staff.list()).find(({ id }) => id === leaver.id);
  await owner.staff.disable({ id: leaver.id, version: joined?.version ?? 0 });

  const shopToken = await newSession(h, "shop", shopper.id);
  const ownerToken = await newSession(h, "staff", await h.staffId("owner"));
  const roles: Actor[] = [];
  for (const role of staffRoles) {
    const token = await newSession(h, "staff", await h.staffId(role));
    roles.push({ name: `the ${role}`, door: "admin", token, may: roleMatrix[role] });
  }
  return [
    { name: "nobody at the shop door", door: "shop", token: null, may: null },
    { name: "nobody at the admin door", door: "admin", token: null, may: null },
    { name: "a customer", door: "shop", token: shopToken, may: [] },
    { name: "a customer whose account was closed", door: "shop", token: closed, may: null },
    { name: "a customer's cookie at the admin door", door: "admin", token: shopToken, may: null },
    { name: "an owner's cookie at the shop door", door: "shop", token: ownerToken, may: null },
    { name: "staff that left", door: "admin", token: left, may: null },
    { name: "staff without a permission", door: "admin", token: ownerToken, permissions: [], may: [] },
    ...roles,
  ];
};

const atDoor = ({ door }: Actor) => rows.filter(({ name }) => name.startsWith(`${door}.`));

eachDatabase((_name, open) => {
  let db: Database;
  let w: World;
  let inputs: ReturnType<typeof inputsFor>;
  let actors: Actor[];
  beforeAll(async () => {
    db = await open();
    w = await world(db);
    inputs = inputsFor(w);
    actors = await actorsIn(w);
  });

  it("has an input to try for every procedure", () => {
    expect(Object.keys(inputs).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it("refuses every actor what the matrix does not give, and changes nothing", async () => {
    for (const actor of actors) {
      const before = await fingerprint(db);
      for (const row of atDoor(actor)) {
        const wanted = refusalFor(row, actor);
        if (wanted === null) continue;
        const { problem } = await callAs(w.h, actor, running(row.name), inputs[row.name]);
        expect(problem?.code ?? "answered", `${actor.name}: ${row.name}`).toBe(wanted);
      }
      expect(await fingerprint(db), `what ${actor.name} left`).toEqual(before);
    }
  });

  it("lets every actor in where the matrix says so, and takes no key that it does not know", async () => {
    const before = await fingerprint(db);
    for (const actor of actors) {
      for (const row of atDoor(actor)) {
        if (refusalFor(row, actor) !== null) continue;
        // Who may call is asked before what is sent is read, so an unknown key shows that the door was open.
        const { problem } = await callAs(w.h, actor, running(row.name), { ...inputs[row.name], surprise: 1 });
        expect(problem?.code ?? "answered", `${actor.name}: ${row.name}`).toBe("input.invalid");
        expect(problem?.fields, `${actor.name}: ${row.name}`).toMatchObject({ surprise: { code: "field.unknown" } });
      }
    }
    expect(await fingerprint(db)).toEqual(before);
  });

  it("answers every query without writing", async () => {
    const before = await fingerprint(db);
    const customer = actors.find(({ name }) => name === "a customer");
    const owner = actors.find(({ name }) => name === "the owner");
    for (const { name, kind } of rows) {
      const actor = name.startsWith("shop.") ? customer : owner;
      if (kind !== "query" || actor === undefined) continue;
      const { problem } = await callAs(w.h, actor, running(name), inputs[name]);
      expect(problem, `${name} answers`).toBeNull();
    }
    expect(await fingerprint(db)).toEqual(before);
  });

  it("asks again for a password that was proven eleven minutes ago, exactly where the matrix says so", async () => {
    const before = await fingerprint(db);
    w.h.clock.forward(minutes(11));
    for (const actor of actors) {
      for (const row of atDoor(actor)) {
        if (refusalFor(row, actor) !== null) continue;
        const wanted = row.fresh ? "account.password_proof_needed" : "input.invalid";
        const { problem } = await callAs(w.h, actor, running(row.name), { ...inputs[row.name], surprise: 1 });
        expect(problem?.code ?? "answered", `${actor.name}: ${row.name}`).toBe(wanted);
      }
    }
    expect(await fingerprint(db)).toEqual(before);

    const jar = { token: await newSession(w.h, "shop", w.shopper.id) };
    w.h.clock.forward(minutes(11));
    const customer = running("shop.account.requestEmailChange");
    const change = { email: "later@example.com" };
    expect((await callAs(w.h, jar, customer, change)).problem?.code).toBe("account.password_proof_needed");
    const proven = await callAs(w.h, jar, running("shop.account.confirmPassword"), { password: goodPassword });
    expect(proven.problem).toBeNull();
    expect((await callAs(w.h, jar, customer, change)).problem).toBeNull();
  });
});
