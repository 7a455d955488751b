import type { Product } from "@clientele/domain/catalogue/product";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { catalogueText } from "../text/catalogue.ts";

/** Whether shoppers see it. */
export const ProductStatus = ({ status }: Pick<Product, "status">) => (
  <ToneBadge tone={status === "published" ? "good" : "neutral"}>{catalogueText.status[status]}</ToneBadge>
);
