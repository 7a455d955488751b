import { hours, minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { testServices } from "../../test/services.ts";
import { limits } from "./limits.ts";
import { clearThrottle, quietThrottle, throttle, throttleAddress } from "./throttle.ts";

eachDatabase((_name, open) => {
  it("lets ten of a hundred tries at once through", async () => {
    const ctx = testServices(await open());
    let reached = 0;
    const guess = async (): Promise<void> => {
      await throttle(ctx, "passwordPerAccount", "ann@example.com");
      reached += 1;
    };
    const tries = await Promise.allSettled(Array.from({ length: 100 }, guess));
    expect(reached).toBe(limits.passwordPerAccount.most);
    const refused = tries.flatMap((found) => (found.status === "rejected" ? [found.reason as unknown] : []));
    expect(refused).toHaveLength(90);
    for (const reason of refused) {
      expect(reason).toMatchObject({ code: "request.throttled", params: { retryAfterSeconds: 900 } });
    }
  });

  it("opens again when the window has ended, and not before", async () => {
    const ctx = testServices(await open());
    for (let at = 0; at < 20; at += 1) await quietThrottle(ctx, "passwordPerAccount", "ann");
    ctx.clock.forward(minutes(15) - 1);
    expect(await quietThrottle(ctx, "passwordPerAccount", "ann")).toBe(false);
    ctx.clock.forward(1);
    expect(await quietThrottle(ctx, "passwordPerAccount", "ann")).toBe(true);
  });

  it("counts each key and each limit by itself, and forgets on request", async () => {
    const ctx = testServices(await open());
    for (let at = 0; at < 3; at += 1) await throttle(ctx, "mailPerRecipientHour", "ann");
    await expect(throttle(ctx, "mailPerRecipientHour", "ann")).rejects.toMatchObject({ code: "request.throttled" });
    await throttle(ctx, "mailPerRecipientHour", "bob");
    await throttle(ctx, "mailPerRecipientDay", "ann");
    await clearThrottle(ctx, "mailPerRecipientHour", "ann");
    await throttle(ctx, "mailPerRecipientHour", "ann");
  });

  it("is not locked for hours by a clock that ran ahead", async () => {
    const ctx = testServices(await open());
    const start = ctx.now();
    ctx.clock.forward(hours(5));
    for (let at = 0; at < 20; at += 1) await quietThrottle(ctx, "passwordPerAccount", "ann");
    ctx.clock.set(start);
    expect(await quietThrottle(ctx, "passwordPerAccount", "ann")).toBe(true);
  });

  it("counts an IPv6 network as one, however many addresses it has", async () => {
    const ctx = testServices(await open());
    const from = (address: string) =>
      throttleAddress({ ...ctx, caller: { requestId: "r", address, place: null, device: null } }, "mailPerAddress");
    for (let at = 0; at < limits.mailPerAddress.most; at += 1) await from(`2001:db8:1:2::${at + 1}`);
    await expect(from("2001:db8:1:2:ffff::1")).rejects.toMatchObject({ code: "request.throttled" });
    await from("2001:db8:1:3::1");
    for (let at = 0; at < limits.mailPerAddress.most; at += 1) await from("198.51.100.7");
    await expect(from("::ffff:198.51.100.7")).rejects.toMatchObject({ code: "request.throttled" });
    await from("198.51.100.8");
  });

  it("goes on counting after a restart, and lets nobody through when it cannot count (RAT-7)", async () => {
    const db = await open();
    const before = testServices(db);
    for (let at = 0; at < limits.mailPerRecipientHour.most; at += 1)
      await throttle(before, "mailPerRecipientHour", "ann");
    const after = testServices(db);
    await expect(throttle(after, "mailPerRecipientHour", "ann")).rejects.toMatchObject({ code: "request.throttled" });
    await db.close();
    await expect(quietThrottle(after, "mailPerRecipientHour", "bob")).rejects.toThrow();
  });

  it("stores no address and no e-mail", async () => {
    const db = await open();
    const ctx = testServices(db);
    await throttle(ctx, "passwordPerAccount", "ann@example.com");
    expect(JSON.stringify(await db.select().from(db.tables.throttles))).not.toContain("ann");
  });
});
