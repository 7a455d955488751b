import { expect, it } from "vitest";
import { DomainError } from "../errors.ts";
import { changedVariants, checkTakenSkus } from "./changedVariants.ts";
import { productTerms, productWords } from "./productWords.ts";

const variant = (id: string, sku: string) => ({
  id,
  productId: "prod_1",
  title: "",
  sku,
  stock: 3,
  prices: [{ amount: 100, currency: "EUR" }],
});
const product = { id: "prod_1", variants: [variant("var_1", "A"), variant("var_2", "B")] };
const newId = (kind: string): string => `${kind}_new`;
const wanted = (sku: string, id?: string) => ({ id, title: "", sku, stock: 9 });

it("keeps stock and prices of a variant that stays, makes the new ones and names those that go", () => {
  const { variants, added, removed, changed } = changedVariants(product, [wanted("B", "var_2"), wanted("C")], newId);
  expect(variants).toMatchObject([
    { id: "var_2", sku: "B", stock: 3, prices: [{ amount: 100 }] },
    { id: "variant_new", sku: "C", stock: 9, prices: [] },
  ]);
  expect([...added]).toEqual(["variant_new"]);
  expect(removed).toEqual(["var_1"]);
  expect(changed).toBe(true);
  expect(changedVariants(product, [wanted("A", "var_1"), wanted("B", "var_2")], newId).changed).toBe(false);
});

it("refuses a SKU twice whatever its case, and an id twice or of nothing", () => {
  const fieldsOf = (work: () => unknown): string[] => {
    try {
      work();
    } catch (error) {
      if (error instanceof DomainError) return Object.keys(error.fields);
    }
    return [];
  };
  const refused = (...variants: ReturnType<typeof wanted>[]): string[] =>
    fieldsOf(() => changedVariants(product, variants, newId));
  expect(refused(wanted("a"), wanted("A"))).toEqual(["variants.1.sku"]);
  expect(refused(wanted("A", "var_1"), wanted("B", "var_1"))).toEqual(["variants.1.id"]);
  expect(refused(wanted("A", "var_9"))).toEqual(["variants.0.id"]);
  const taken = new Set(["b"]);
  expect(fieldsOf(() => checkTakenSkus([{ sku: "A" }, { sku: "b" }], taken))).toEqual(["variants.1.sku"]);
  checkTakenSkus([{ sku: "A" }], new Set(["b"]));
});

it("is found by folded words of title, category and variants, and by whole SKUs", () => {
  const words = productWords({ title: "Café Łódź", category: "Küche" }, [{ title: "1 litre", sku: "KET-1L" }]);
  expect(words).toEqual(["1", "1l", "cafe", "ket", "ket1l", "kuche", "litre", "lodz"]);
  expect(productTerms(" KET-1l  cafe cafe ")).toEqual(["ket", "1l", "cafe"]);
  expect(productTerms("%_\"'")).toEqual([]);
});
