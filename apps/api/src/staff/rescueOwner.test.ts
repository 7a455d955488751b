import { findToken } from "@clientele/db/sessions/tokens";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { givenStaff } from "../../test/people.ts";
import { testServices } from "../../test/services.ts";
import { peekToken } from "../sessions/mailedTokens.ts";
import { rescueOwner } from "./rescueOwner.ts";

const origins = { shop: "https://shop.example.com", admin: "https://admin.example.com" };

eachDatabase((_name, open) => {
  it("gives the only owner a link once, and leaves a trace", async () => {
    const db = await open();
    const ctx = testServices(db);
    const owner = await givenStaff(ctx, { role: "owner", email: "owner@example.com" });
    await givenStaff(ctx, { role: "manager" });
    const { email, link } = await rescueOwner(ctx, origins, { withoutTotp: false });
    expect(email).toBe("owner@example.com");
    const token = /^https:\/\/admin\.example\.com\/reset-password#token=(.+)$/.exec(link)?.[1] ?? "";
    const peeked = await peekToken(db, ctx, token);
    expect(peeked).toMatchObject({ state: "valid", row: { purpose: "staff_password_reset", staffId: owner.id } });
    expect(await findToken(db, token.split(".")[0] ?? "")).toMatchObject({ email: "owner@example.com" });
    const events = await db.select().from(db.tables.events);
    expect(events).toMatchObject([{ type: "staff.rescue_started", staffId: owner.id, actorRealm: "system" }]);
  });

  it("asks for the address when there are several owners, and takes nobody but an active owner", async () => {
    const ctx = testServices(await open());
    await expect(rescueOwner(ctx, origins, { withoutTotp: false })).rejects.toThrow("no owner yet");
    await givenStaff(ctx, { role: "owner", email: "one@example.com" });
    await givenStaff(ctx, { role: "owner", email: "two@example.com" });
    await givenStaff(ctx, { role: "owner", email: "gone@example.com", status: "disabled" });
    await givenStaff(ctx, { role: "manager", email: "manager@example.com" });
    await expect(rescueOwner(ctx, origins, { withoutTotp: false })).rejects.toThrow("--email one@example.com");
    for (const email of ["gone@example.com", "manager@example.com", "nobody@example.com"]) {
      await expect(rescueOwner(ctx, origins, { email, withoutTotp: false })).rejects.toThrow("No active owner");
    }
    expect(await rescueOwner(ctx, origins, { email: "Two@example.com ", withoutTotp: true })).toMatchObject({
      email: "two@example.com",
    });
  });
});
