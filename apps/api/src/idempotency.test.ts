import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { testServices } from "../test/services.ts";
import { once } from "./idempotency.ts";

eachDatabase((_name, open) => {
  const start = async () => {
    const db = await open();
    const ctx = testServices(db);
    let made = 0;
    const call = (key: string | undefined, input: unknown, actor = "stf_1", procedure = "admin.groups.create") =>
      db.transaction((tx) =>
        once(tx, ctx, { procedure, actor, key, input }, async () => {
          made += 1;
          return ctx.newId("group");
        }),
      );
    return { call, made: () => made };
  };

  it("makes once for a key, and again for every call without one", async () => {
    const { call, made } = await start();
    const first = await call("key-0001", { name: "VIP", metadata: { a: 1, b: 2 } });
    expect(await call("key-0001", { metadata: { b: 2, a: 1 }, name: "VIP" })).toBe(first);
    expect(made()).toBe(1);
    await call(undefined, { name: "VIP" });
    await call(undefined, { name: "VIP" });
    expect(made()).toBe(3);
  });

  it("refuses another input under the same key", async () => {
    const { call, made } = await start();
    await call("key-0001", { name: "VIP" });
    await expect(call("key-0001", { name: "Trade" })).rejects.toMatchObject({ code: "request.key_reused" });
    expect(made()).toBe(1);
  });

  it("keeps callers and procedures apart", async () => {
    const { call } = await start();
    const mine = await call("key-0001", { name: "VIP" });
    expect(await call("key-0001", { name: "Trade" }, "stf_2")).not.toBe(mine);
    expect(await call("key-0001", { name: "VIP" }, "stf_1", "admin.customers.create")).not.toBe(mine);
  });

  it("answers twins at the same moment with the one thing made", async () => {
    const { call } = await start();
    const ids = await Promise.all(Array.from({ length: 10 }, () => call("key-0001", { name: "VIP" })));
    expect(new Set(ids).size).toBe(1);
  });
});
