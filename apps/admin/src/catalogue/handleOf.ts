import { foldText } from "@clientele/domain/text";

/** The address a title suggests: "Großer Kessel, 2 l" becomes "grosser-kessel-2-l". */
export const handleOf = (title: string): string =>
  foldText(title)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 100)
    .replaceAll(/^-+|-+$/g, "");
