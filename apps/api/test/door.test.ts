import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { sessionsOf } from "../src/sessions/sessionService.ts";
import { type OpenedDoor, openDoors, shopOrigin } from "./openDoors.ts";
import { givenCustomer, givenStaff } from "./people.ts";

const caller = { requestId: "r", address: "203.0.113.7", place: null, device: null };

interface Wire {
  error?: { message: string; data: { code: string; httpStatus: number; problem: Record<string, unknown> } };
  result?: { data: unknown };
}
const wire = async (response: Response): Promise<Wire> => (await response.json()) as Wire;
const problemCode = async (response: Response): Promise<unknown> => (await wire(response)).error?.data.problem["code"];

eachDatabase((_name, open) => {
  const start = async () => {
    const db = await open();
    const doors = await openDoors(db);
    const customer = await givenCustomer(doors.services);
    const signIn = async (): Promise<string> =>
      (
        await db.transaction((tx) =>
          sessionsOf("shop").create(tx, { ...doors.services, caller }, customer.id, { remember: true }),
        )
      ).token;
    return { db, ...doors, customer, signIn };
  };
  const me = async (door: OpenedDoor, cookie: string): Promise<unknown> => {
    const response = await door.post("account.me", undefined, { cookie });
    expect(response.status).toBe(200);
    return (await wire(response)).result?.data;
  };

  it("knows a signed-in browser by its cookie, and by nothing else", async () => {
    const { shop, admin, services, db, customer, signIn } = await start();
    const token = await signIn();
    expect(await me(shop, `a=b; __Host-shop_sid=${token}; c=d`)).toMatchObject({ id: customer.id });
    const handle = token.slice(2, 18);
    const nobody = [
      `%5F%5FHost-shop_sid=${token}`,
      `__Host-shop_sid=${token}; __Host-shop_sid=other`,
      `__Host-shop_sid=other; __Host-shop_sid=${token}`,
      `__Host-shop_sid=${token}x`,
      `__Host-shop_sid=${handle}`,
      `__Host-admin_sid=${token}`,
      `__Host-shop_sid=a_${token.slice(2)}`,
      "x=%E0%A4%A",
      `__Host-shop_sid=%E0%A4%A`,
      `__Host-shop_sid=${"y".repeat(7_000)}`,
      "=;;; =",
    ];
    for (const cookie of nobody) expect(await me(shop, cookie), cookie.slice(0, 60)).toBeNull();
    const elsewhere = await shop.post(`account.me?token=${token}`, undefined, { authorization: `Bearer ${token}` });
    expect((await wire(elsewhere)).result?.data).toBeNull();
    expect(await me(admin, `__Host-admin_sid=${token}; __Host-shop_sid=${token}`)).toBeNull();

    const staff = await givenStaff(services);
    const staffSession = await db.transaction((tx) =>
      sessionsOf("staff").create(tx, { ...services, caller }, staff.id, { remember: false }),
    );
    expect(await me(admin, `__Host-admin_sid=${staffSession.token}`)).toMatchObject({ id: staff.id });
    expect(await me(shop, `__Host-shop_sid=${staffSession.token}`)).toBeNull();
  });

  it("gives and takes cookies with the strictest attributes, and moves their end with the session's", async () => {
    const { shop, signIn, services } = await start();
    const token = await signIn();
    services.clock.forward(8 * 24 * 3600 * 1000);
    const slid = await shop.post("account.me", undefined, { cookie: `__Host-shop_sid=${token}` });
    expect(slid.headers.getSetCookie()).toEqual([
      `__Host-shop_sid=${token}; Max-Age=1209600; Path=/; HttpOnly; Secure; SameSite=Lax`,
    ]);
    const out = await shop.post("account.signOut", undefined, { cookie: `__Host-shop_sid=${token}` });
    expect(out.headers.getSetCookie()).toEqual(["__Host-shop_sid=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax"]);
    expect(out.headers.get("clear-site-data")).toBe('"storage"');
    expect(await me(shop, `__Host-shop_sid=${token}`)).toBeNull();
  });

  it("changes nothing for a request that a form or a foreign page can make", async () => {
    const { shop, db, customer, signIn } = await start();
    const cookie = `__Host-shop_sid=${await signIn()}`;
    const update = (headers: Record<string, string | null>) =>
      shop.post("profile.update", { version: 1, firstName: "Mallory" }, { cookie, ...headers });
    const types = [
      "multipart/form-data; boundary=x",
      "application/x-www-form-urlencoded",
      "text/plain",
      "application/json x",
      "application/jsonp",
      "text/plain; application/json",
      "application/json; charset=utf-16",
    ];
    for (const type of types) expect((await update({ "content-type": type })).status, type).toBe(415);
    const none = await shop.raw(
      `POST /trpc/account.signOut HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    );
    expect(none).toMatch(/^HTTP\/1\.1 415/);
    const tab = await shop.raw(
      `POST /trpc/account.signOut HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nContent-Type: application/json\ta\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
    );
    expect(tab).toMatch(/^HTTP\/1\.1 415/);

    const refused: Record<string, string | null>[] = [
      { "x-clientele": null },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { "sec-fetch-site": "same-site", origin: shopOrigin },
      { "sec-fetch-site": "same-origin", origin: "https://evil.example.com" },
      { origin: "null" },
      { origin: "http://shop.example.com" },
      { origin: `${shopOrigin}:8443` },
      { origin: `${shopOrigin}.evil.example` },
      { origin: "https://evil-shop.example.com" },
    ];
    for (const headers of refused) {
      const response = await update(headers);
      expect(response.status, JSON.stringify(headers)).toBe(403);
      expect(await problemCode(response)).toBe("request.refused");
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
    const [row] = await db.select({ firstName: db.tables.customers.firstName }).from(db.tables.customers);
    expect(row?.firstName).toBe(customer.firstName);

    const allowed: Record<string, string | null>[] = [
      {},
      { "x-clientele": null, "sec-fetch-site": "same-origin" },
      { "x-clientele": null, origin: shopOrigin },
      { "x-clientele": null, "sec-fetch-site": "same-origin", origin: shopOrigin },
      { "content-type": "application/json; charset=UTF-8" },
    ];
    for (const headers of allowed) {
      const response = await shop.post("account.me", undefined, { cookie, ...headers });
      expect(response.status, JSON.stringify(headers)).toBe(200);
    }
  });

  it("answers calls to POST alone", async () => {
    const { shop, signIn } = await start();
    const cookie = `__Host-shop_sid=${await signIn()}`;
    for (const method of ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"]) {
      for (const path of ["account.signOut", "account.me", "store.get"]) {
        const response = await fetch(`${shop.url}/trpc/${path}`, {
          method,
          headers: { cookie, "x-http-method-override": "POST", origin: "https://evil.example.com" },
        });
        expect(response.status, `${method} ${path}`).toBe(405);
        expect(response.headers.get("access-control-allow-origin")).toBeNull();
        expect(response.headers.get("access-control-allow-methods")).toBeNull();
      }
    }
    expect(await me(shop, cookie)).not.toBeNull();
  });

  it("counts calls and not requests: no long, mixed or guessing batch", async () => {
    const { shop } = await start();
    const many = (count: number): string => `${Array.from({ length: count }, () => "store.get").join(",")}?batch=1`;
    expect((await shop.post(many(10), {})).status).toBe(200);
    const refused = [
      many(11),
      `${"store.get,".repeat(500)}store.get?batch=1`,
      "account.signIn,account.signIn?batch=1",
      "store.get,account.link?batch=1",
      "account.me,account.signOut?batch=1",
    ];
    for (const path of refused) {
      const response = await shop.post(path, { 0: {}, 1: {} });
      expect(response.status, path.slice(0, 60)).toBe(400);
      expect(await problemCode(response)).toBe("input.unbatchable");
    }
    const mixed = await shop.post("store.get,profile.get?batch=1", {});
    expect(mixed.status).toBe(207);
    expect(await mixed.json()).toMatchObject([
      { result: { data: { name: "Clientele" } } },
      { error: { data: { problem: { code: "account.not_signed_in" } } } },
    ]);
  });

  it("refuses bodies that are too big, too deep, poisoned or no JSON, with 4xx", async () => {
    const { shop } = await start();
    const status = async (body: string): Promise<number> => (await shop.post("account.requestSignUp", body)).status;
    expect(await status(`{"email":"${"a".repeat(257 * 1024)}"}`)).toBe(413);
    expect(await status("[".repeat(100_000) + "]".repeat(100_000))).toBe(400);
    expect(await status('{"a":'.repeat(30_000) + "1" + "}".repeat(30_000))).toBe(400);
    expect(await status(`{"email":"ann@example.com","__proto__":{"x":1}}`)).toBe(400);
    expect(await status(`{"email":"ann@example.com","constructor":{"prototype":{"x":1}}}`)).toBe(400);
    expect(await status(`{"email":["prototype",{"prototype":1}]}`)).toBe(400);
    expect(await status(`{"email":`)).toBe(400);
    expect(await status(`"${"[".repeat(1000)}"`)).toBe(400);
    expect(await status("null")).toBe(400);
    expect(await status("[]")).toBe(400);
    expect(await status(`{"email":"ann@example.com","role":"owner"}`)).toBe(400);
    expect(Reflect.get({}, "x")).toBeUndefined();
    expect((await shop.post("store.get?batch=1", "[1]")).status).toBe(400);
    expect((await shop.post("nothing.here", {})).status).toBe(404);
    expect((await shop.post("constructor", {})).status).toBe(404);
    expect((await shop.post("account.__proto__", {})).status).toBe(404);
  });

  it("says what is wrong with each field in the one shape of a problem", async () => {
    const { shop } = await start();
    const response = await shop.post("account.requestSignUp", { email: "no address", more: 1 });
    const { error } = await wire(response);
    expect(error).toMatchObject({
      message: "input.invalid",
      data: {
        code: "BAD_REQUEST",
        httpStatus: 400,
        problem: {
          code: "input.invalid",
          params: {},
          fields: { email: { code: "field.email" }, more: { code: "field.unknown" } },
          requestId: response.headers.get("x-request-id"),
        },
      },
    });
  });

  it("takes the caller's address from trusted proxies only, and logs neither address bar nor cookie nor input", async () => {
    const { shop, lines, signIn } = await start();
    const token = await signIn();
    for (const header of ["x-forwarded-for", "x-real-ip", "forwarded", "cf-connecting-ip"]) {
      await shop.post(
        "account.requestSignUp?secret=canary1",
        { email: "canary2@example.com" },
        {
          [header]: "198.51.100.9",
          cookie: `__Host-shop_sid=${token}; tracking=canary3`,
          "user-agent": 'canary4\\n{"level":60}',
        },
      );
    }
    await fetch(`${shop.url}/canary5@example.com?q=canary6%0d%0a`);
    const text = lines.join("\n");
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(text).toContain('"from":"127.0.0.1"');
    expect(text).toContain('"called":["account.requestSignUp"]');
    expect(text).not.toMatch(/198\.51\.100\.9|canary/);
    expect(text).not.toContain(token.slice(0, 18));
  });
});

eachDatabase((_name, open) => {
  it("puts the same guards before every odd form of a request", async () => {
    const { shop } = await openDoors(await open());
    const body = "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    const statusOf = async (head: string): Promise<number> =>
      Number(/^HTTP\/1\.1 (\d{3})/.exec(await shop.raw(`${head}\r\n${body}`))?.[1] ?? 0);
    const odd = [
      "POST http://127.0.0.1/trpc/account.signOut HTTP/1.1\r\nHost: x",
      "POST /%74rpc/account.signOut HTTP/1.1\r\nHost: x",
      "POST //trpc/account.signOut HTTP/1.1\r\nHost: x",
      "POST /./trpc/account.signOut HTTP/1.1\r\nHost: x",
      "POST /x/../trpc/account.signOut HTTP/1.1\r\nHost: x",
      "POST /trpc/account.signOut HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked",
      "POST /trpc/account.signOut HTTP/1.1\r\nHost: a b",
      "POST /trpc/account.signOut HTTP/1.1\r\nHost: ",
      "POST /trpc/account.signOut HTTP/1.1\r\nHost: x\r\nHost: y",
      "TRACE /trpc/account.signOut HTTP/1.1\r\nHost: x",
      "CONNECT /trpc/account.signOut HTTP/1.1\r\nHost: x",
      "PROPFIND /trpc/account.signOut HTTP/1.1\r\nHost: x",
      `POST /trpc/account.signOut HTTP/1.1\r\nHost: x\r\nX-Long: ${"y".repeat(20_000)}`,
      "POST /trpc/%E0%A4%A HTTP/1.1\r\nHost: x\r\nX-Clientele: 1",
      "POST /trpc/account.signOut%00 HTTP/1.1\r\nHost: x\r\nX-Clientele: 1",
      "NONSENSE",
    ];
    for (const head of odd) {
      const status = await statusOf(head);
      expect(status === 0 || (status >= 400 && status < 500), `${head.slice(0, 70)} gave ${status}`).toBe(true);
    }
  });

  it("ends slow bodies and leaves others alone meanwhile", async () => {
    const patience = { request: 300, connection: 1_000, handler: 1_000 };
    const { shop } = await openDoors(await open(), { patience });
    const slow = shop.raw(
      "POST /trpc/account.me HTTP/1.1\r\nHost: x\r\nX-Clientele: 1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    );
    expect((await shop.post("store.get")).status).toBe(200);
    expect(await slow).toMatch(/^HTTP\/1\.1 408/);
  });

  it("refuses calls while it cannot keep up, and says when to come back; the app itself is there", async () => {
    const { shop } = await openDoors(await open(), { mostLate: Number.MIN_VALUE });
    const statuses = async (): Promise<number[]> => [
      (await fetch(`${shop.url}/`)).status,
      (await fetch(`${shop.url}/assets/index-abc123.js`)).status,
      (await fetch(`${shop.url}/health`)).status,
      (await shop.post("store.get")).status,
    ];
    const wait = async (): Promise<string | null> => (await shop.post("store.get")).headers.get("retry-after");
    await expect.poll(statuses, { timeout: 20_000 }).toEqual([200, 200, 200, 503]);
    await expect.poll(wait, { timeout: 20_000 }).toBe("5");
  });

  it("gives every answer the same strict headers", async () => {
    const { shop } = await openDoors(await open());
    const answers = [
      await fetch(`${shop.url}/`),
      await fetch(`${shop.url}/assets/index-abc123.js`),
      await fetch(`${shop.url}/nothing.txt`),
      await fetch(`${shop.url}/health`),
      await fetch(`${shop.url}/trpc/store.get`),
      await shop.post("store.get"),
      await shop.post("nothing.here"),
      await shop.post("store.get", undefined, { "content-type": "text/plain" }),
      await shop.post("store.get", "{".repeat(300_000)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 200, 405, 200, 404, 415, 413]);
    for (const { headers, url } of answers) {
      expect(headers.get("content-security-policy"), url).toBe(
        "default-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;object-src 'none';base-uri 'none';frame-ancestors 'none';form-action 'self'",
      );
      expect(headers.get("x-content-type-options"), url).toBe("nosniff");
      expect(headers.get("referrer-policy"), url).toBe("no-referrer");
      expect(headers.get("cross-origin-opener-policy"), url).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy"), url).toBe("same-origin");
      expect(headers.get("strict-transport-security"), url).toBe("max-age=31536000");
      expect(headers.get("x-request-id"), url).toMatch(/^[\w-]{12}$/);
      for (const banner of ["server", "x-powered-by"]) expect(headers.get(banner)).toBeNull();
    }
    for (const call of answers.slice(4)) expect(call.headers.get("cache-control")).toBe("no-store");
  });

  it("serves the built app and nothing beside it", async () => {
    const { shop } = await openDoors(await open());
    const html = { accept: "text/html,*/*" };
    const page = await fetch(`${shop.url}/account/profile`, { headers: html });
    expect([page.status, await page.text()]).toEqual([200, "<!doctype html><title>The app</title>"]);
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const asset = await fetch(`${shop.url}/assets/index-abc123.js`);
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const hidden = [
      ".env",
      ".git/config",
      "assets/index-abc123.js.map",
      "assets/nothing.js",
      "data.db",
      "clientele.db",
      "trpc",
      "trpc/",
      "health/x",
      "dev/mail",
      "..%2fpackage.json",
      "%2e%2e/package.json",
      "..%5cpackage.json",
      "assets/..%2f..%2fpackage.json",
      "assets",
      "assets/",
      "%00",
    ];
    for (const path of hidden) {
      const answer = await fetch(`${shop.url}/${path}`, { headers: html });
      expect([400, 404, 405], `${path} gave ${answer.status}`).toContain(answer.status);
      expect(await answer.text(), path).not.toContain("The app");
    }
    const script = await fetch(`${shop.url}/account/profile`, { headers: { ...html, "sec-fetch-dest": "script" } });
    expect(script.status).toBe(404);
  });

  it("tells whether it is alive and ready, and no more", async () => {
    const { shop } = await openDoors(await open(), { isReady: async () => false });
    expect(await (await fetch(`${shop.url}/health`)).text()).toBe("ok");
    const ready = await fetch(`${shop.url}/ready`);
    expect([ready.status, await ready.text()]).toEqual([503, "not ready"]);
  });

  it("answers only to its own names where it must, and to its trusted proxies' word", async () => {
    const guard = { origins: new Set([shopOrigin]), hosts: new Set(["localhost", "127.0.0.1"]) };
    const { shop, lines } = await openDoors(await open(), { guard, trustedProxies: ["127.0.0.1"] });
    const ask = (host: string) =>
      shop.raw(`GET /health HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: 198.51.100.9\r\nConnection: close\r\n\r\n`);
    expect(await ask("rebound.example.com")).toMatch(/^HTTP\/1\.1 400/);
    expect(await ask(`localhost:${shop.port}`)).toMatch(/^HTTP\/1\.1 200/);
    expect(lines.join("\n")).toContain('"from":"198.51.100.9"');
  });
});
