import type { Product } from "@clientele/domain/catalogue/product";
import { ToneBadge } from "@clientele/ui/StatusBadge.tsx";
import { text } from "../text.ts";

/** Whether shoppers see it. */
export const ProductStatus = ({ status }: Pick<Product, "status">) => (
  <ToneBadge tone={status === "published" ? "good" : "neutral"}>{text.catalogue.status[status]}</ToneBadge>
);
