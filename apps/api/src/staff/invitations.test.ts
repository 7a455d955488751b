import { days, hours, minutes } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, test } from "vitest";
import { harness, tokenIn } from "../../test/caller.ts";
import { staffWithPassword, staffPassword } from "../../test/staffWithPassword.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";

const invited = { email: "new@staff.example.com", name: "New Person", role: "viewer" as const };
const accepting = { name: "Nora Newcomer", password: "twelve blue lanterns" };

const given = async (db: Parameters<typeof harness>[0]) => {
  const house = await harness(db);
  const me = await staffWithPassword(house);
  return { ...house, me, owner: house.asStaff({ staffId: me.id }) };
};

eachDatabase((_, open) => {
  test("an invited viewer opens the mailed link, sets a password, reads everything and changes nothing", async () => {
    const { db, owner, asVisitor, mails } = await given(await open());
    const events = await eventsDuring(db, async () => {
      const row = await owner.staff.invite({ ...invited, email: " NEW@Staff.example.com" });
      expect(row).toMatchObject({ email: invited.email, status: "invited", version: 1, totp: false });
    });
    expect(events).toMatchObject([{ type: "staff.invited", data: { role: "viewer" } }]);
    const [mail] = await mails(invited.email);
    const token = tokenIn(mail);
    expect(mail?.text).toContain("https://admin.example.com/accept-invitation#token=");
    expect(await asVisitor().account.link({ token })).toMatchObject({
      purpose: "staff_invitation",
      email: invited.email,
      state: "valid",
    });
    const tooSoon = asVisitor().account.signIn({ email: invited.email, password: accepting.password });
    await expect(tooSoon).rejects.toThrow("account.sign_in_failed");

    const jar = { token: null };
    const accepted = await eventsDuring(db, () => asVisitor({ jar }).staff.acceptInvitation({ token, ...accepting }));
    expect(accepted).toMatchObject([
      { type: "staff.invitation_accepted", actorRealm: "staff", actorId: events[0]?.staffId },
    ]);
    expect(jar.token).toBeNull();
    const viewer = asVisitor({ jar });
    await viewer.account.signIn({ email: invited.email, password: accepting.password });
    expect(await viewer.account.me()).toMatchObject({ name: "Nora Newcomer", role: "viewer" });
    await viewer.groups.list({});
    await viewer.customers.list({});
    await expect(viewer.groups.create({ name: "X" })).rejects.toThrow("request.not_allowed");
    await expect(viewer.customers.create({ email: "x@example.com" })).rejects.toThrow("request.not_allowed");
    await expect(viewer.audit.list({})).rejects.toThrow("request.not_allowed");
    expect(await mails(invited.email)).toHaveLength(1);
  });

  test("the link works once, and of parallel acceptances one", async () => {
    const { db, owner, asVisitor, mails } = await given(await open());
    await owner.staff.invite(invited);
    const token = tokenIn((await mails(invited.email))[0]);
    const passwords = Array.from({ length: 6 }, (_none, at) => `${accepting.password} ${at}`);
    const attempts = await Promise.allSettled(
      passwords.map((password) => asVisitor().staff.acceptInvitation({ ...accepting, token, password })),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const won = passwords[attempts.findIndex(({ status }) => status === "fulfilled")] ?? "";
    const before = await stored(db);
    await expect(asVisitor().staff.acceptInvitation({ ...accepting, token })).rejects.toThrow("link.expired");
    expect(await stored(db)).toBe(before);
    await asVisitor().account.signIn({ email: invited.email, password: won });
  });

  test("it ends after 72 hours; a newer one voids it; a withdrawn one frees the address", async () => {
    const house = await given(await open());
    const { db, owner, asVisitor, mails, clock } = house;
    const row = await owner.staff.invite(invited);
    const first = tokenIn((await mails(invited.email))[0]);
    clock.forward(minutes(1));
    const events = await eventsDuring(db, () => owner.staff.resendInvitation({ id: row.id, version: 1 }));
    expect(events).toMatchObject([{ type: "staff.invitation_resent", staffId: row.id }]);
    const second = tokenIn((await mails(invited.email))[1]);
    await expect(asVisitor().staff.acceptInvitation({ ...accepting, token: first })).rejects.toThrow("link.expired");
    clock.forward(hours(72) - 1);
    expect(await asVisitor().account.link({ token: second })).toMatchObject({ state: "valid" });
    clock.forward(1);
    expect(await asVisitor().account.link({ token: second })).toMatchObject({ state: "expired", email: null });
    await expect(asVisitor().staff.acceptInvitation({ ...accepting, token: second })).rejects.toThrow("link.expired");

    const later = house.asStaff({ staffId: house.me.id });
    await expect(later.staff.invite(invited)).rejects.toThrow("staff.email_taken");
    await later.staff.resendInvitation({ id: row.id, version: 1 });
    const third = tokenIn((await mails(invited.email))[2]);
    const withdrawn = await eventsDuring(db, () => later.staff.withdrawInvitation({ id: row.id, version: 1 }));
    expect(withdrawn).toMatchObject([{ type: "staff.invitation_withdrawn", staffId: row.id }]);
    await expect(asVisitor().staff.acceptInvitation({ ...accepting, token: third })).rejects.toThrow("link.expired");
    clock.forward(days(1));
    await house.asStaff({ staffId: house.me.id }).staff.invite(invited);
  });

  test("only the invited can be invited again or withdrawn, and taken addresses are refused", async () => {
    const { db, owner, me, ...house } = await given(await open());
    const active = await staffWithPassword(house, { role: "support" });
    const seen = { id: active.id, version: 1 };
    const before = await stored(db);
    await expect(owner.staff.resendInvitation(seen)).rejects.toThrow("staff.not_invited");
    await expect(owner.staff.withdrawInvitation(seen)).rejects.toThrow("staff.not_invited");
    await expect(owner.staff.invite({ ...invited, email: me.email.toUpperCase() })).rejects.toThrow(
      "staff.email_taken",
    );
    const unknown = { id: house.services.newId("staff"), version: 1 };
    await expect(owner.staff.resendInvitation(unknown)).rejects.toThrow("staff.not_found");
    await expect(Reflect.apply(owner.staff.invite, null, [{ ...invited, status: "active" }])).rejects.toThrow(
      "input.invalid",
    );
    expect(await stored(db)).toBe(before);
  });

  test("no more than three mails an hour go to one mailbox (RAT-5)", async () => {
    const { owner, mails } = await given(await open());
    const row = await owner.staff.invite(invited);
    for (let again = 0; again < 2; again += 1) await owner.staff.resendInvitation({ id: row.id, version: 1 });
    await expect(owner.staff.resendInvitation({ id: row.id, version: 1 })).rejects.toThrow("request.throttled");
    // Only the newest link still opens anything, so only its mail is sent.
    expect((await mails(invited.email)).length).toBeLessThanOrEqual(3);
  });

  test("a token of another kind accepts no invitation", async () => {
    const { db, services, asVisitor, me } = await given(await open());
    const issue = (purpose: "staff_password_reset" | "password_reset" | "sign_up") =>
      db.transaction((tx) => services.tokens.issue(tx, services, { purpose, staffId: me.id, email: me.email }));
    const tokens = [await issue("staff_password_reset"), await issue("password_reset"), await issue("sign_up")];
    const before = await stored(db);
    for (const { id } of tokens) {
      const token = services.tokens.textOf(id);
      await expect(asVisitor().staff.acceptInvitation({ ...accepting, token })).rejects.toThrow("link.expired");
    }
    expect(await stored(db)).toBe(before);
    await asVisitor().account.signIn({ email: me.email, password: staffPassword });
  });
});
