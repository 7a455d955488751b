import type { Database } from "@clientele/db";
import type { StaffRole } from "@clientele/domain/access";
import type { TestClock } from "@clientele/testing/clock";
import type { Caller, CartCookie } from "../src/context.ts";
import { adminContext, shopContext } from "../src/contexts.ts";
import type { RenderedMail } from "../src/mail/render.ts";
import type { MailTransport } from "../src/mail/transport.ts";
import { mailWorker } from "../src/mail/worker.ts";
import { adminRouter, shopRouter } from "../src/router.ts";
import { type SessionCookie, sessionsOf } from "../src/sessions/sessionService.ts";
import { ensureSettings } from "../src/settings/store.ts";
import type { Limits } from "../src/throttle/limits.ts";
import { admin, shop } from "../src/trpc.ts";
import { givenStaff } from "./people.ts";
import { testServices } from "./services.ts";

const makeShopCaller = shop.createCallerFactory(shopRouter);
const makeAdminCaller = admin.createCallerFactory(adminRouter);
export type ShopCaller = ReturnType<typeof makeShopCaller>;
export type AdminCaller = ReturnType<typeof makeAdminCaller>;

/** A browser's cookies of one door. */
export interface Jar {
  token: string | null;
  /** What its cart's cookie holds. */
  cart?: string | null;
}

/** Origins as mails of a harness name them. */
const origins = { shop: "https://shop.example.com", admin: "https://admin.example.com" };

export interface HarnessOptions {
  limits?: Limits;
  clock?: TestClock;
}

/** A browser at a door: what its calls go through, and its cookie. */
export interface Visit {
  jar?: Jar;
  caller?: Partial<Caller>;
}

/**
 * Callers of both doors over one database, without HTTP: each call gets its context from the same functions as a request
 * does, with a cookie that is kept from call to call as a browser keeps it.
 */
export const harness = async (db: Database, options: HarnessOptions = {}) => {
  const services = testServices(db, options);
  const { clock } = services;
  await ensureSettings(db, clock.now());

  const sent: (RenderedMail & { id: string })[] = [];
  const transport: MailTransport = {
    send: async (id, mail) => {
      sent.push({ id, ...mail });
    },
    close: () => {},
  };
  const worker = mailWorker({ ...services, origins }, transport);

  let requests = 0;
  const callerOf = (given: Partial<Caller> = {}): Caller => {
    requests += 1;
    return {
      requestId: `req-${requests}`,
      address: "203.0.113.7",
      place: "203.0.113.0/24",
      device: "Chrome on Linux",
      ...given,
    };
  };
  const cookieOf = (jar: Jar): SessionCookie => ({
    present: jar.token,
    set: (token) => {
      jar.token = token;
    },
    clear: () => {
      jar.token = null;
    },
  });

  const cartCookieOf = (jar: Jar): CartCookie => ({
    present: jar.cart ?? null,
    set: (token) => {
      jar.cart = token;
    },
    clear: () => {
      jar.cart = null;
    },
  });

  const openSession = async (realm: "shop" | "staff", ownerId: string, visit: Visit): Promise<string> => {
    const caller = callerOf(visit.caller);
    const opened = await db.transaction((tx) =>
      sessionsOf(realm).create(tx, { now: clock.now, caller }, ownerId, { remember: true }),
    );
    return opened.token;
  };

  /** Anyone's browser at the shop door; give a jar to look into its cookie. */
  const asAnyone = (visit: Visit = {}): ShopCaller => {
    const jar = visit.jar ?? { token: null };
    return makeShopCaller(() => shopContext(services, callerOf(visit.caller), cookieOf(jar), cartCookieOf(jar)));
  };

  /** A signed-in customer's browser; the session is opened with the first call, so its password proof begins then. */
  const as = (customerId: string, visit: Visit = {}): ShopCaller => {
    const jar = visit.jar ?? { token: null };
    let opened: Promise<void> | undefined;
    const open = async (): Promise<void> => {
      jar.token = await openSession("shop", customerId, visit);
    };
    return makeShopCaller(async () => {
      await (opened ??= open());
      return shopContext(services, callerOf(visit.caller), cookieOf(jar), cartCookieOf(jar));
    });
  };

  /** Anyone's browser at the admin door. */
  const asVisitor = (visit: Visit = {}): AdminCaller => {
    const jar = visit.jar ?? { token: null };
    return makeAdminCaller(() => adminContext(services, callerOf(visit.caller), cookieOf(jar)));
  };

  const staffIds = new Map<StaffRole, Promise<string>>();
  /** The harness's own staff member of a role, made at first use: `owner@staff.example.com` and so on. */
  const staffId = (role: StaffRole): Promise<string> => {
    const make = async (): Promise<string> =>
      (await givenStaff(services, { email: `${role}@staff.example.com`, name: `The ${role}`, role })).id;
    const known = staffIds.get(role) ?? make();
    staffIds.set(role, known);
    return known;
  };

  /** The browser of a signed-in staff member: the harness's own of a role, or any by id. */
  const asStaff = (who: StaffRole | { staffId: string }, visit: Visit = {}): AdminCaller => {
    const jar = visit.jar ?? { token: null };
    let opened: Promise<void> | undefined;
    const open = async (): Promise<void> => {
      jar.token = await openSession("staff", typeof who === "string" ? await staffId(who) : who.staffId, visit);
    };
    return makeAdminCaller(async () => {
      await (opened ??= open());
      return adminContext(services, callerOf(visit.caller), cookieOf(jar));
    });
  };

  /** Sends what is due and answers all mails so far, oldest first; `to` narrows them to one mailbox. */
  const mails = async (to?: string): Promise<(RenderedMail & { id: string })[]> => {
    await worker.drain();
    return sent.filter((mail) => to === undefined || mail.to === to);
  };

  return { db, services, clock, origins, as, asAnyone, asStaff, asVisitor, staffId, mails, worker, sent };
};
export type Harness = Awaited<ReturnType<typeof harness>>;

/** The token in a mail's link; fails when it has none. */
export const tokenIn = (mail: { text: string } | undefined): string => {
  const token = /#token=([^\s"<]+)/.exec(mail?.text ?? "")?.[1];
  if (token === undefined) throw new Error("the mail holds no link with a token");
  return token;
};
