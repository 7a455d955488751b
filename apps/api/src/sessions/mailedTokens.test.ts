import { DomainError } from "@clientele/domain/errors";
import { hours, minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { givenCustomer } from "../../test/people.ts";
import { testServices } from "../../test/services.ts";
import { type NewToken, peekToken, useToken, voidTokens } from "./mailedTokens.ts";

eachDatabase((_name, open) => {
  const start = async () => {
    const db = await open();
    const ctx = testServices(db);
    const issue = async (token: NewToken): Promise<string> => {
      const { id } = await db.transaction((tx) => ctx.tokens.issue(tx, ctx, token));
      return ctx.tokens.textOf(id);
    };
    const use = (token: string, ...purposes: NewToken["purpose"][]) =>
      db.transaction((tx) => useToken(tx, ctx, token, purposes));
    return { db, ctx, issue, use, peek: (token: string) => peekToken(db, ctx, token) };
  };

  it("is used once, by whichever of twenty comes first", async () => {
    const { issue, use, peek } = await start();
    const token = await issue({ purpose: "sign_up", email: "ann@example.com" });
    expect(await peek(token)).toMatchObject({ state: "valid", row: { email: "ann@example.com" } });
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => use(token, "sign_up")));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const failed of tries) {
      if (failed.status === "rejected") expect(failed.reason).toMatchObject({ code: "link.expired" });
    }
    expect(await peek(token)).toMatchObject({ state: "used" });
  });

  it("is good for its purpose only, and for its time only", async () => {
    const { ctx, issue, use, peek } = await start();
    const token = await issue({ purpose: "password_reset", email: "ann@example.com" });
    await expect(use(token, "sign_up", "invitation")).rejects.toThrow(DomainError);
    ctx.clock.forward(minutes(60));
    expect(await peek(token)).toMatchObject({ state: "expired" });
    await expect(use(token, "password_reset")).rejects.toMatchObject({ code: "link.expired" });
  });

  it("is nothing when altered, cut, of another id or of no shape", async () => {
    const { ctx, issue, peek } = await start();
    const token = await issue({ purpose: "sign_up", email: "ann@example.com" });
    const other = ctx.tokens.textOf(ctx.newId("token"));
    const [id, secret] = token.split(".");
    const wrong = [
      other,
      `${id}.${other.split(".")[1]}`,
      `${other.split(".")[0]}.${secret}`,
      token.slice(0, -1),
      `${token}x`,
      id ?? "",
      "",
    ];
    for (const text of wrong) expect(await peek(text), text).toBeNull();
  });

  it("gives way to a newer one of the same purpose and subject, and to nothing else", async () => {
    const { ctx, issue, peek } = await start();
    const customer = await givenCustomer(ctx);
    const email = customer.email ?? "";
    const older = await issue({ purpose: "password_reset", customerId: customer.id, email });
    const foreign = await issue({ purpose: "password_reset", email: "bob@example.com" });
    const otherPurpose = await issue({ purpose: "email_change", customerId: customer.id, email: "new@example.com" });
    const newer = await issue({ purpose: "password_reset", customerId: customer.id, email });
    expect(await peek(older)).toMatchObject({ state: "expired" });
    expect(await peek(newer)).toMatchObject({ state: "valid" });
    expect(await peek(foreign)).toMatchObject({ state: "valid" });
    expect(await peek(otherPurpose)).toMatchObject({ state: "valid" });
  });

  it("can be voided by subject and purpose, never for everybody at once", async () => {
    const { db, ctx, issue, peek } = await start();
    const customer = await givenCustomer(ctx);
    const reset = await issue({ purpose: "password_reset", customerId: customer.id, email: "ann@example.com" });
    const revert = await issue({ purpose: "email_revert", customerId: customer.id, email: "old@example.com" });
    await db.transaction((tx) => voidTokens(tx, { customerId: customer.id, purposes: ["password_reset"] }, ctx.now()));
    expect(await peek(reset)).toMatchObject({ state: "expired" });
    expect(await peek(revert)).toMatchObject({ state: "valid" });
    await expect(db.transaction((tx) => voidTokens(tx, {}, ctx.now()))).rejects.toThrow("subject");
  });

  it("leaves nothing in the database that opens anything", async () => {
    const { db, ctx, issue } = await start();
    const token = await issue({ purpose: "sign_up", email: "ann@example.com" });
    const secret = token.split(".")[1] ?? "";
    const rows = await db.select().from(db.tables.tokens);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows[0]?.secretHash.toString("base64url")).not.toBe(secret);
    ctx.clock.forward(hours(1));
    const otherServer = testServices(db, { clock: ctx.clock });
    expect(otherServer.tokens.textOf(rows[0]?.id ?? "")).toBe(token);
  });
});
