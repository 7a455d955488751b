import { Id } from "@clientele/ui/Id.tsx";
import { PageHeader } from "@clientele/ui/PageHeader.tsx";
import { Time } from "@clientele/ui/Time.tsx";
import { Paper, Stack, Text, Title } from "@mantine/core";
import { useRef } from "react";
import { Facts } from "../Facts.tsx";
import { AnchorLink } from "../links.tsx";
import { useCan } from "../me.ts";
import { text } from "../text.ts";
import { catalogueText } from "../text/catalogue.ts";
import type { Outputs } from "../trpc.ts";
import { DeleteProduct } from "./DeleteProduct.tsx";
import { EditProduct } from "./EditProduct.tsx";
import type { ProductDetail } from "./productForm.ts";
import classes from "./ProductPage.module.css";
import { ProductPicture } from "./ProductPicture.tsx";
import { ProductStatus } from "./ProductStatus.tsx";
import { VariantTable } from "./VariantTable.tsx";

const t = catalogueText;

export interface ProductPageProps {
  product: ProductDetail;
  regions: Outputs["regions"]["list"];
  onDeleted: () => Promise<void>;
}

/** One product: its words, its picture, its variants and their base prices. */
export function ProductPage({ product, regions, onDeleted }: ProductPageProps) {
  const can = useCan();
  const editable = can("catalogue.write");
  // Versions that the picture beside the form made: the form goes on from them, since nobody else changed anything.
  const versions = useRef(new Map<number, number>());
  const { title, status } = product;
  // The currencies of the regions, and those a price was kept in since.
  const currencies = [
    ...new Set([
      ...regions.map(({ currency }) => currency),
      ...product.variants.flatMap(({ prices }) => prices.map(({ currency }) => currency)),
    ]),
  ];
  const latest = (version: number): number => {
    const next = versions.current.get(version);
    return next === undefined ? version : latest(next);
  };
  return (
    <>
      <PageHeader
        title={title}
        store={text.shell.app}
        crumbs={[
          <AnchorLink key="products" to="/products" size="sm">
            {t.title}
          </AnchorLink>,
        ]}
        beside={<ProductStatus status={status} />}
      />
      <div className={classes["columns"]}>
        <Stack gap="md" miw={0}>
          {editable ? (
            <EditProduct product={product} currencies={currencies} latest={latest} />
          ) : (
            <ReadProduct product={product} currencies={currencies} />
          )}
        </Stack>
        <Stack gap="md" miw={0}>
          <Paper p="lg" component="section" aria-labelledby="picture">
            <Title order={2} id="picture" mb="sm">
              {t.picture.title}
            </Title>
            <ProductPicture
              product={product}
              editable={editable}
              onVersion={(from, to) => versions.current.set(from, to)}
            />
          </Paper>
          <Paper p="lg" component="section" aria-labelledby="about">
            <Title order={2} id="about" mb="sm">
              {t.page.about}
            </Title>
            <Facts
              facts={[
                [t.page.created, <Time key="created" at={product.createdAt} as="day" />],
                [t.page.changed, <Time key="changed" at={product.updatedAt} />],
                [t.page.id, <Id key="id" value={product.id} label={t.page.copyId} />],
              ]}
            />
          </Paper>
          {editable && (
            <Paper p="lg" component="section">
              <DeleteProduct product={product} onDeleted={onDeleted} />
            </Paper>
          )}
        </Stack>
      </div>
    </>
  );
}

function ReadProduct({ product, currencies }: { product: ProductDetail; currencies: readonly string[] }) {
  const { handle, category, description } = product;
  return (
    <>
      <Paper p="lg" component="section" aria-labelledby="general">
        <Title order={2} id="general" mb="sm">
          {t.page.general}
        </Title>
        <Facts
          facts={[
            [t.page.handle, handle],
            [t.page.category, category],
          ]}
        />
        <Text mt="md" style={{ whiteSpace: "pre-wrap" }} c={description === "" ? "dimmed" : ""}>
          <bdi>{description || t.page.noDescription}</bdi>
        </Text>
      </Paper>
      <VariantTable product={product} currencies={currencies} />
    </>
  );
}
