import { eachDatabase } from "@clientele/testing/eachDatabase";
import { expect, it } from "vitest";
import { givenCustomer } from "../../test/accounts.ts";
import { harness } from "../../test/caller.ts";
import { givenShop } from "../../test/shopping.ts";

eachDatabase((_name, open) => {
  it("open carts tell what staff took away from under them, until it was seen", async () => {
    const h = await harness(await open());
    const owner = h.asStaff("owner");
    await givenShop(h, { variants: [{ title: "Oak" }, { title: "Ash" }] });
    const [listed] = (await owner.products.list({})).items;
    const product = await owner.products.get({ id: listed?.id ?? "" });
    const [oak, ash] = product.variants.map(({ id }) => id);
    const account = h.as((await givenCustomer(h)).id);
    const [both, one, none] = [h.asAnyone(), h.asAnyone(), h.asAnyone()];
    for (const browser of [account, both]) await browser.cart.addLine({ variantId: oak ?? "" });
    for (const browser of [both, one]) await browser.cart.addLine({ variantId: ash ?? "" });
    const told = async (browser: typeof both) =>
      (await browser.cart.get()).changes.map(({ kind, title }) => [kind, title]);

    const variants = product.variants.filter(({ id }) => id !== oak).map(({ id, title, sku }) => ({ id, title, sku }));
    const { version } = await owner.products.update({ id: product.id, version: product.version, variants });
    expect(await told(account)).toEqual([["gone", "Oak chair – Oak"]]);
    expect(await told(both)).toEqual([["gone", "Oak chair – Oak"]]);
    expect(await told(one)).toEqual([]);

    await account.cart.seen();
    await owner.products.remove({ id: product.id, version });
    expect(await told(account)).toEqual([]);
    expect(await told(both)).toEqual([
      ["gone", "Oak chair – Oak"],
      ["gone", "Oak chair – Ash"],
    ]);
    expect(await told(one)).toEqual([["gone", "Oak chair – Ash"]]);
    expect(await told(none)).toEqual([]);
    expect((await both.cart.seen()).changes).toEqual([]);
  });
});
