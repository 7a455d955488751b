import { Text, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { TextLink } from "../links.tsx";
import { Picture } from "../Picture.tsx";
import { catalogueText } from "../text/catalogue.ts";
import { type Outputs, trpc } from "../trpc.ts";
import { Buy } from "./Buy.tsx";
import classes from "./ProductPage.module.css";
import { VariantChoice } from "./VariantChoice.tsx";

const t = catalogueText;
export type Product = Outputs["catalogue"]["product"];
export type Variant = Product["variants"][number];

export interface ProductPageProps {
  store: string;
  handle: string;
  /** The variant the address names, if any. */
  variantId: string | null;
  onVariant: (id: string) => void;
}

/** One product: what it looks like, which versions there are, what this shopper pays. */
export function ProductPage({ store, handle, variantId, onVariant }: ProductPageProps) {
  const product = useSuspenseQuery(trpc.catalogue.product.queryOptions({ handle })).data;
  const { title, category, picture, description, variants } = product;
  const variant = chosen(variants, variantId);
  useEffect(() => {
    document.title = `${title} · ${store}`;
  }, [title, store]);
  return (
    <article className={classes["product"]}>
      <div className={classes["picture"]}>
        <Picture hash={picture} alt={title} eager />
      </div>
      <div className={classes["side"]}>
        <nav aria-label={t.products} className={classes["crumbs"]}>
          <TextLink to="/">{t.title}</TextLink>
          {category !== "" && (
            <>
              <span aria-hidden>/</span>
              <TextLink to="/" search={{ category }}>
                {category}
              </TextLink>
            </>
          )}
        </nav>
        <Title order={1} style={{ overflowWrap: "anywhere" }}>
          <bdi>{title}</bdi>
        </Title>
        {variants.length > 1 && variant !== null && (
          <VariantChoice variants={variants} chosenId={variant.id} onChoose={onVariant} />
        )}
        {variant !== null && <Buy key={variant.id} product={product} variant={variant} />}
        {description !== "" && (
          <Text component="div" className={classes["description"] ?? ""}>
            {description}
          </Text>
        )}
        {variant !== null && variant.sku !== "" && (
          <Text size="sm" c="dimmed" className="figures">
            {t.sku}: {variant.sku}
          </Text>
        )}
      </div>
    </article>
  );
}

/** The one the address names, else the cheapest that can be bought, else the first. */
function chosen(variants: readonly Variant[], id: string | null): Variant | null {
  const named = variants.find((variant) => variant.id === id);
  if (named !== undefined) return named;
  const cheapest = variants
    .filter(({ available }) => available)
    .reduce<Variant | null>(
      (best, next) =>
        (next.price?.amount.amount ?? Infinity) < (best?.price?.amount.amount ?? Infinity) ? next : best,
      null,
    );
  return cheapest ?? variants[0] ?? null;
}
