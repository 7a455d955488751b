import type { Cart } from "@clientele/domain/carts/cart";
import { givenProduct, givenRegion } from "@clientele/testing/catalogue";
import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { z } from "zod";
import { openDoors } from "../../test/openDoors.ts";

const Answer = z.object({ result: z.object({ data: z.object({ count: z.int() }) }) });

eachDatabase((_name, open) => {
  it("names the browser's cart by a cookie that no script reads, kept for ninety days from the last change", async () => {
    const { shop, services } = await openDoors(await open());
    await givenRegion(services.db, services.newId);
    const { variantIds } = await givenProduct(services.db, services.newId);
    const body = JSON.stringify({ variantId: variantIds[0] });
    const call = async (path: string, cookie?: string) => {
      const answer = await shop.post(path, path === "cart.get" ? "{}" : body, cookie === undefined ? {} : { cookie });
      const count: Cart["count"] = Answer.parse(await answer.json()).result.data.count;
      return { count, given: answer.headers.getSetCookie() };
    };
    const shape = /^__Host-shop_cart=([\w-]{43}); Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/;
    const first = await call("cart.addLine");
    const token = shape.exec(first.given[0] ?? "")?.[1] ?? "";
    expect(token).not.toBe("");
    const cookie = `__Host-shop_cart=${token}`;
    const second = await call("cart.addLine", cookie);
    expect(second.count).toBe(2);
    expect(shape.exec(second.given[0] ?? "")?.[1]).toBe(token);
    const looked = await call("cart.get", cookie);
    expect(looked).toEqual({ count: 2, given: [] });
    // A cookie that came twice was planted by somebody (SES-8).
    for (const planted of [`${cookie}; ${cookie}`, `__Host-shop_cart=%20${token}`, "__Host-shop_cart="]) {
      expect((await call("cart.get", planted)).count).toBe(0);
    }
  });
});
