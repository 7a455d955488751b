import { mostPictureBytes } from "@clientele/domain/catalogue/product";
import { givenProduct } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import sharp, { type Sharp } from "sharp";
import { expect, it } from "vitest";
import { adminOrigin, openDoors } from "../../test/openDoors.ts";
import { givenStaff } from "../../test/people.ts";
import { eventsDuring, stored } from "../../test/recorded.ts";
import { sessionsOf } from "../sessions/sessionService.ts";

const caller = { requestId: "r", address: "203.0.113.7", place: null, device: null };
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

eachDatabase((_, open) => {
  const start = async () => {
    const db = await open();
    const { shop, admin, services } = await openDoors(db);
    const signedIn = async (role: "manager" | "viewer"): Promise<string> => {
      const staff = await givenStaff(services, { role });
      const { token } = await db.transaction((tx) =>
        sessionsOf("staff").create(tx, { ...services, caller }, staff.id, { remember: false }),
      );
      return `__Host-admin_sid=${token}`;
    };
    const cookie = await signedIn("manager");
    const product = await givenProduct(db, services.newId);
    const address = (version = 1, productId = product.id): string =>
      `${admin.url}/picture?productId=${productId}&version=${version}`;
    const send = async (
      body: Uint8Array<ArrayBuffer>,
      headers: Record<string, string> = {},
      url = address(),
    ): Promise<{ status: number; code: unknown; params: unknown; product: Record<string, unknown> | undefined }> => {
      const usual = { "content-type": "image/jpeg", cookie, "x-clientele": "1" };
      const answer = await fetch(url, { method: "POST", headers: { ...usual, ...headers }, body });
      const told = (await answer.json()) as {
        result?: { data: Record<string, unknown> };
        error?: { data: { problem: { code: string; params: unknown } } };
      };
      const { code, params } = told.error?.data.problem ?? { code: null, params: null };
      return { status: answer.status, code, params, product: told.result?.data };
    };
    return { db, shop, admin, services, product, address, send, signedIn, cookie };
  };
  const bytesOf = async (image: Sharp): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await image.toBuffer());

  it("is written anew as a smaller WebP without what the camera told, and served for good at both doors", async () => {
    const { db, shop, admin, product, send, address } = await start();
    const photo = await bytesOf(
      blank(3000, 1500)
        .jpeg()
        .withExif({ IFD0: { Copyright: "Somebody's secret" }, IFD3: { GPSLatitude: "52/1 30/1 0/1" } }),
    );
    const answers: Awaited<ReturnType<typeof send>>[] = [];
    const events = await eventsDuring(db, async () => {
      answers.push(await send(photo, { origin: adminOrigin, "sec-fetch-site": "same-origin" }));
    });
    expect(events).toMatchObject([{ type: "product.picture_set", data: { productId: product.id } }]);
    expect(answers).toMatchObject([{ status: 200, product: { id: product.id, version: 2 } }]);
    const hash = String(answers[0]?.product?.["picture"]);
    for (const door of [shop, admin]) {
      const served = await fetch(`${door.url}/pictures/${hash}`);
      expect(served.status).toBe(200);
      expect(served.headers.get("content-type")).toBe("image/webp");
      expect(served.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(served.headers.get("x-content-type-options")).toBe("nosniff");
      const bytes = Buffer.from(await served.arrayBuffer());
      expect(bytes.includes("secret")).toBe(false);
      const { width, height, format, exif } = await sharp(bytes).metadata();
      expect({ width, height, format, exif }).toEqual({ width: 1200, height: 600, format: "webp", exif: undefined });
      for (const path of ["0".repeat(64), "x", `${hash}x`, "..%2F..%2Fetc"]) {
        expect((await fetch(`${door.url}/pictures/${path}`)).status).toBe(404);
      }
    }
    const before = await stored(db);
    expect(await send(photo, {}, address(2))).toMatchObject({ status: 200, product: { version: 2 } });
    expect(await send(photo, {}, address(1))).toMatchObject({ status: 409, code: "product.changed_meanwhile" });
    expect(await stored(db)).toBe(before);
    const small = await bytesOf(blank(20, 30).png());
    expect(await send(small, { "content-type": "image/png" }, address(2))).toMatchObject({ product: { version: 3 } });
    const webp = await bytesOf(blank(30, 20).webp());
    expect(await send(webp, { "content-type": "image/webp" }, address(3))).toMatchObject({ product: { version: 4 } });
  });

  it("is refused when it is no picture, too large, or about nothing that is there", async () => {
    const { db, services, send, address } = await start();
    const photo = await bytesOf(blank(50, 50).jpeg());
    const before = await stored(db);
    const svg = new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>`);
    const gif = await bytesOf(blank(9, 9).gif());
    const unreadable = [svg, gif, new Uint8Array(), new Uint8Array(2_000), photo.slice(0, 200)];
    for (const bytes of unreadable) {
      expect(await send(bytes)).toMatchObject({ status: 400, code: "picture.unreadable" });
    }
    // A few kilobytes that unfold to a hundred million pixels.
    const bomb = await bytesOf(blank(10_000, 10_000).png({ compressionLevel: 9 }));
    expect(await send(bomb, { "content-type": "image/png" })).toMatchObject({ code: "picture.unreadable" });
    expect(await send(new Uint8Array(mostPictureBytes + 1))).toMatchObject({
      status: 400,
      code: "picture.too_big",
      params: { most: mostPictureBytes },
    });
    const gone = address(1, services.newId("product"));
    expect(await send(photo, {}, gone)).toMatchObject({ status: 404, code: "product.not_found" });
    expect(await send(photo, {}, address(1, "x"))).toMatchObject({ status: 400, code: "input.invalid" });
    expect(await send(photo, {}, `${address()}&more=1`)).toMatchObject({ status: 400, code: "input.invalid" });
    expect(await stored(db)).toBe(before);
  });

  it("is taken from staff who may change the catalogue, and from no other site or type", async () => {
    const { db, shop, admin, send, signedIn, address, cookie } = await start();
    const photo = await bytesOf(blank(50, 50).jpeg());
    const viewer = await signedIn("viewer");
    const before = await stored(db);
    expect(await send(photo, { cookie: "" })).toMatchObject({ status: 401, code: "account.not_signed_in" });
    expect(await send(photo, { cookie: viewer })).toMatchObject({ status: 403, code: "request.not_allowed" });
    const elsewhere = [
      { origin: "https://evil.example.com" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", origin: adminOrigin },
    ];
    for (const headers of elsewhere) {
      expect(await send(photo, headers)).toMatchObject({ status: 403, code: "request.refused" });
    }
    const types = [
      "application/json",
      "multipart/form-data; boundary=x",
      "text/plain",
      "image/svg+xml",
      "image/jpeg; a=b",
    ];
    for (const type of types) {
      expect(await send(photo, { "content-type": type })).toMatchObject({ status: 415, code: "request.refused" });
    }
    const bare = await fetch(address(), {
      method: "POST",
      headers: { "content-type": "image/jpeg", cookie },
      body: photo,
    });
    expect(bare.status).toBe(403);
    // Nowhere else is a picture a body, and at the shop door nothing takes one.
    expect(await send(photo, {}, `${admin.url}/trpc/products.list`)).toMatchObject({ status: 415 });
    const atShop = address().replace(admin.url, shop.url);
    expect(await send(photo, {}, atShop)).toMatchObject({ status: 415 });
    expect(await send(new TextEncoder().encode("{}"), { "content-type": "application/json" }, atShop)).toMatchObject({
      status: 404,
    });
    expect(await stored(db)).toBe(before);
  });
});
