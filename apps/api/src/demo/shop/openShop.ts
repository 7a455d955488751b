import type { ProductDetail } from "@clientele/domain/catalogue/product";
import { CreateProduct } from "@clientele/domain/catalogue/product";
import {
  CreateRegion,
  CreateShippingOption,
  type Region,
  type ShippingOption,
} from "@clientele/domain/catalogue/region";
import { partOf } from "@clientele/domain/money";
import { foldText } from "@clientele/domain/text";
import { days, later, minutes } from "@clientele/domain/time";
import type { Team } from "../team.ts";
import { byStaff, happened, type World } from "../world.ts";
import { products as goods } from "./products.ts";
import { regions as places } from "./regions.ts";

/** What is sold and where. */
export interface Shop {
  regions: Region[];
  shippingOptions: ShippingOption[];
  products: ProductDetail[];
}

/** The product's place in the shop's addresses. */
export const handleOf = (title: string): string => foldText(title).replaceAll(" ", "-");

/** From euro cents to cents of a dollar, ending as prices in shops do. */
const inDollars = (cents: number): number => Math.max(100, partOf(cents, 112, 10_000) * 100 - 100);

const stamp = (at: Date) => ({ createdAt: at, updatedAt: at, version: 1 });

/** Sets up regions, ways of shipping and all products, on the first day and after. `pictures` are hashes by handle. */
export const openShop = (world: World, { owner, manager }: Team, pictures: ReadonlyMap<string, string>): Shop => {
  const regions: Region[] = [];
  const shippingOptions: ShippingOption[] = [];
  places.forEach(({ shipping, ...place }, index) => {
    const at = later(world.opened, minutes(40 + index * 9));
    const { idempotencyKey: _key, ...fields } = CreateRegion.parse({ ...place, countries: [...place.countries] });
    const region: Region = { id: world.newId("region", at), ...fields, ...stamp(at) };
    regions.push(region);
    happened(world, at, byStaff(owner), { type: "region.created", data: { regionId: region.id, name: region.name } });
    shipping.forEach((option, position) => {
      const then = later(at, minutes(1 + position));
      const {
        amount,
        idempotencyKey: _again,
        ...given
      } = CreateShippingOption.parse({ ...option, regionId: region.id });
      const id = world.newId("shippingOption", then);
      shippingOptions.push({ id, ...given, price: { amount, currency: region.currency }, ...stamp(then) });
      const data = { regionId: region.id, shippingOptionId: id, name: option.name };
      happened(world, then, byStaff(owner), { type: "shipping_option.created", data });
    });
  });

  const products = goods.map((good, index): ProductDetail => {
    // The range grew: most of it was there from the first day, the rest came season by season.
    const at =
      index % 5 === 4 ? later(world.opened, days(30 + index * 12)) : later(world.opened, minutes(90 + index * 6));
    const { title, description, category, variants, draft } = good;
    const {
      idempotencyKey: _key,
      variants: asked,
      ...fields
    } = CreateProduct.parse({
      title,
      handle: handleOf(title),
      description,
      category,
      status: draft ? "draft" : "published",
      variants: variants.map(([name, sku, _price, stock]) => ({ title: name, sku, stock })),
    });
    const id = world.newId("product", at);
    const product: ProductDetail = {
      id,
      ...fields,
      picture: pictures.get(fields.handle) ?? null,
      ...stamp(at),
      variants: asked.map(({ title: name, sku, stock }, position) => {
        const cents = variants[position]?.[2] ?? 0;
        const prices = [
          { amount: cents, currency: "EUR" },
          { amount: inDollars(cents), currency: "USD" },
        ];
        return { id: world.newId("variant", at), productId: id, title: name, sku, stock, prices };
      }),
    };
    const by = byStaff(at < manager.createdAt ? owner : manager);
    happened(world, at, by, { type: "product.created", data: { productId: id, name: title } });
    return product;
  });
  return { regions, shippingOptions, products };
};
