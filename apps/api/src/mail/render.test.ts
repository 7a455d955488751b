import { findMail, finishMail, insertMail, listNewestMails, type NewMail } from "@clientele/db/mail/outbox";
import { holdEmail } from "@clientele/db/customers/emailHolds";
import { mailTemplates, type MailTemplate } from "@clientele/domain/mail";
import type { Customer } from "@clientele/domain/customers/customer";
import { days, later } from "@clientele/domain/time";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { givenOrder } from "@clientele/testing/orders";
import { expect, it } from "vitest";
import { givenCustomer, givenStaff } from "../../test/people.ts";
import { testServices } from "../../test/services.ts";
import { recordEvent } from "../events.ts";
import { issueOrderSecret } from "../orders/orderSecret.ts";
import { useToken, type NewToken } from "../sessions/mailedTokens.ts";
import { ensureSettings } from "../settings/store.ts";
import { renderMail } from "./render.ts";

const origins = { shop: "https://shop.example.com", admin: "https://admin.example.com" };

eachDatabase((_name, open) => {
  const start = async () => {
    const db = await open();
    const ctx = { ...testServices(db), origins };
    await ensureSettings(db, ctx.now());
    const queue = async (template: MailTemplate, ids: Partial<NewMail> = {}) => {
      const mail: NewMail = {
        id: ctx.newId("mail"),
        template,
        customerId: null,
        staffId: null,
        tokenId: null,
        eventId: null,
        orderId: null,
        createdAt: ctx.now(),
        ...ids,
      };
      await db.transaction((tx) => insertMail(tx, mail));
      return mail.id;
    };
    const render = async (id: string) => {
      const mail = await findMail(db, id);
      if (mail === null) throw new Error("no such mail");
      return renderMail(ctx, mail);
    };
    const withToken = async (template: MailTemplate, token: NewToken) => {
      const { id } = await db.transaction((tx) => ctx.tokens.issue(tx, ctx, token));
      return { tokenId: id, mail: await queue(template, { tokenId: id }) };
    };
    return { db, ctx, queue, render, withToken };
  };

  it("decides for the reader of the mailbox what a neutral request becomes", async () => {
    const { ctx, render, withToken } = await start();
    const becomes = async (template: MailTemplate, purpose: NewToken["purpose"], email: string) =>
      (await render((await withToken(template, { purpose, email })).mail))?.template ?? "none";
    const person = async (status: Customer["status"]) => (await givenCustomer(ctx, { status })).email ?? "";
    const [active, disabled, guest] = [await person("active"), await person("disabled"), await person("guest")];
    expect(await becomes("sign_up", "sign_up", "new@example.com")).toBe("sign_up");
    expect(await becomes("sign_up", "sign_up", guest)).toBe("sign_up");
    expect(await becomes("sign_up", "sign_up", active)).toBe("account_exists");
    expect(await becomes("sign_up", "sign_up", disabled)).toBe("account_closed");
    expect(await becomes("password_reset", "password_reset", active)).toBe("password_reset");
    expect(await becomes("password_reset", "password_reset", disabled)).toBe("account_closed");
    expect(await becomes("password_reset", "password_reset", guest)).toBe("no_account");
    expect(await becomes("password_reset", "password_reset", "new@example.com")).toBe("no_account");
    expect(await becomes("staff_password_reset", "staff_password_reset", "new@example.com")).toBe("none");
  });

  it("leads who has an account already to sign-in and to a new password, both by a link", async () => {
    const { ctx, render, withToken } = await start();
    const { email } = await givenCustomer(ctx);
    const { mail } = await withToken("sign_up", { purpose: "sign_up", email: email ?? "" });
    const { html, text } = (await render(mail)) ?? { html: "", text: "" };
    for (const page of ["/sign-in", "/forgot-password"]) {
      expect(html).toContain(`href="${origins.shop}${page}"`);
      expect(text).toContain(`:\n${origins.shop}${page}\n`);
    }
    // A phone would have to scroll sideways for a long name, street or link.
    expect(html).toContain("word-break:break-word");
  });

  it("tells a new mailbox that it is in use, or held for its last account", async () => {
    const { db, ctx, render, withToken } = await start();
    const ann = await givenCustomer(ctx);
    const bob = await givenCustomer(ctx);
    const guest = await givenCustomer(ctx, { status: "guest" });
    const change = async (email: string) =>
      (await render((await withToken("email_change", { purpose: "email_change", customerId: ann.id, email })).mail))
        ?.template;
    expect(await change("free@example.com")).toBe("email_change");
    expect(await change(guest.email ?? "")).toBe("email_change");
    expect(await change(bob.email ?? "")).toBe("email_taken");
    await db.transaction((tx) =>
      holdEmail(tx, { email: "held@example.com", customerId: bob.id, until: later(ctx.now(), days(7)) }),
    );
    expect(await change("held@example.com")).toBe("email_taken");
    await db.transaction((tx) =>
      holdEmail(tx, { email: "mine@example.com", customerId: ann.id, until: later(ctx.now(), days(7)) }),
    );
    expect(await change("mine@example.com")).toBe("email_change");
  });

  it("leads each token to its page at its door, behind the fragment", async () => {
    const { ctx, render, withToken } = await start();
    const customer = await givenCustomer(ctx);
    const staff = await givenStaff(ctx);
    const invited = await givenStaff(ctx, { status: "invited" });
    const guest = await givenCustomer(ctx, { status: "invited" });
    const own = { customerId: customer.id, email: customer.email ?? "" };
    const expected: [MailTemplate, NewToken, string][] = [
      ["sign_up", { purpose: "sign_up", email: "new@example.com" }, "shop.example.com/open-account"],
      [
        "invitation",
        { purpose: "invitation", customerId: guest.id, email: guest.email ?? "" },
        "shop.example.com/open-account",
      ],
      ["password_reset", { purpose: "password_reset", ...own }, "shop.example.com/reset-password"],
      [
        "email_change",
        { purpose: "email_change", customerId: customer.id, email: "n@example.com" },
        "shop.example.com/confirm-email",
      ],
      [
        "email_changed",
        { purpose: "email_revert", customerId: customer.id, email: "o@example.com" },
        "shop.example.com/revert-email",
      ],
      [
        "staff_invitation",
        { purpose: "staff_invitation", staffId: invited.id, email: invited.email },
        "admin.example.com/accept-invitation",
      ],
      [
        "staff_password_reset",
        { purpose: "staff_password_reset", staffId: staff.id, email: staff.email },
        "admin.example.com/reset-password",
      ],
    ];
    for (const [template, token, page] of expected) {
      const { mail, tokenId } = await withToken(template, token);
      const rendered = await render(mail);
      expect(rendered?.template).toBe(template);
      expect(rendered?.to).toBe(token.email);
      const link = `https://${page}#token=${ctx.tokens.textOf(tokenId)}`;
      expect(rendered?.text).toContain(link);
      expect(rendered?.html).toContain(link);
    }
  });

  it("has words for every mail, and none of them breaks a header or becomes markup", async () => {
    const { db, ctx, queue, render } = await start();
    const evil = `<b onclick="x">"&'\u0007`;
    await db.transaction(async (tx) => {
      await tx.update(tx.tables.settings).set({ name: `Shop\r\nBcc: eve@example.com ${evil}` });
    });
    const customer = await givenCustomer(ctx, { firstName: evil });
    const staff = await givenStaff(ctx, { name: evil });
    const order = await givenOrder(ctx, {
      customerId: customer.id,
      access: "guest",
      lines: [{ title: evil, variantTitle: evil, benefit: evil }],
      shippingName: evil,
    });
    const secret = await db.transaction((tx) =>
      issueOrderSecret(tx, ctx, { email: order.email ?? "", orderId: order.id }),
    );
    const caller = { requestId: "r", address: "2001:db8:1:2::3", place: null, device: "Firefox on Linux" };
    const eventId = await db.transaction((tx) =>
      recordEvent(tx, { ...ctx, caller }, { type: "staff.signed_in", staffId: staff.id }),
    );
    for (const template of mailTemplates) {
      if (template === "none") continue;
      const ofOrder = template.startsWith("order_") ? { orderId: order.id, tokenId: secret.id } : {};
      const ids = template.startsWith("staff_")
        ? { staffId: staff.id, eventId }
        : { customerId: customer.id, ...ofOrder };
      const rendered = await render(await queue(template, ids));
      expect(rendered?.template, template).toBe(template);
      expect(rendered?.subject, template).toMatch(/^[^\p{Cc}]{10,200}$/u);
      expect(rendered?.html, template).not.toContain("<b onclick");
      expect(rendered?.html, template).toMatch(/^<!DOCTYPE html/i);
      expect(rendered?.text.length, template).toBeGreaterThan(100);
    }
    const signIn = await render(await queue("staff_new_sign_in", { staffId: staff.id, eventId }));
    expect(signIn?.text).toContain("Device: Firefox on Linux");
    expect(signIn?.text).toContain("Network: 2001:db8:1::/48");
  });

  it("shows a sent mail as it was, also when its link has been used since", async () => {
    const { db, ctx, render, withToken } = await start();
    const { mail, tokenId } = await withToken("sign_up", { purpose: "sign_up", email: "ann@example.com" });
    await db.transaction((tx) => finishMail(tx, mail, "sign_up", ctx.now()));
    await db.transaction((tx) => useToken(tx, ctx, ctx.tokens.textOf(tokenId), ["sign_up"]));
    await givenCustomer(ctx, { email: "ann@example.com" });
    expect(await render(mail)).toMatchObject({ template: "sign_up", to: "ann@example.com" });
    expect((await listNewestMails(db, 5)).map(({ id }) => id)).toEqual([mail]);
  });

  it("greets nobody by name in a mailbox that is not proven to be theirs", async () => {
    const { ctx, render, withToken } = await start();
    const ann = await givenCustomer(ctx, { firstName: "Annabel" });
    const { mail } = await withToken("email_change", {
      purpose: "email_change",
      customerId: ann.id,
      email: "stranger@example.com",
    });
    const rendered = await render(mail);
    expect(rendered?.text).not.toContain("Annabel");
    expect(rendered?.text).not.toContain(ann.email);
  });
});
