import { foldText } from "../text.ts";

/** Longer words are found by their beginning; a database's index refuses keys of any length. */
const longestWord = 100;

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => [...word].slice(0, longestWord).join(""));

/**
 * The stored words a product is found by: of its title, its category and its variants. A SKU counts in its parts and as a
 * whole, "KET-1L" as `ket`, `1l` and `ket1l`.
 */
export const productWords = (
  { title, category }: { title: string; category: string },
  variants: readonly { title: string; sku: string }[],
): string[] => {
  const texts = [title, category, ...variants.flatMap((variant) => [variant.title, variant.sku])];
  const wholeSkus = variants.flatMap(({ sku }) => wordsOf(foldText(sku).replaceAll(" ", "")));
  return [...new Set([...texts.flatMap(wordsOf), ...wholeSkus])].toSorted();
};

/** The words a search asks for: each must begin a stored word. */
export const productTerms = (search: string): string[] => [...new Set(wordsOf(search))].slice(0, 8);
