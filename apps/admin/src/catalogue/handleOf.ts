/** The address a title suggests: "Großer Kessel, 2 l" becomes "grosser-kessel-2-l". */
export const handleOf = (title: string): string =>
  title
    .toLocaleLowerCase("en")
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 100)
    .replaceAll(/^-+|-+$/g, "");
