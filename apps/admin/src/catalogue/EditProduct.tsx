import { productStatuses } from "@clientele/domain/catalogue/product";
import type { ConflictField } from "@clientele/ui/conflict.ts";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { SaveBar } from "@clientele/ui/SaveBar.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { List, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { catalogueText } from "../text/catalogue.ts";
import { queryClient, trpc } from "../trpc.ts";
import { useRowForm } from "../useRowForm.tsx";
import { CategoryField } from "./CategoryField.tsx";
import { rebaseVariants } from "./rebaseVariants.ts";
import { type ProductDetail, productForm, type ProductValues, saveProduct, valuesOf } from "./productForm.ts";
import { VariantRows } from "./VariantRows.tsx";

const t = catalogueText;
const labels = {
  title: t.page.titleField,
  handle: t.page.handle,
  category: t.page.category,
  description: t.page.descriptionField,
  status: t.page.status,
  variants: t.variants.title,
};
const statusOptions = productStatuses.map((value) => ({ value, label: t.status[value] }));

/** One side of the question what to keep, as far as it is more than a line of text. */
function Kept({ value }: { value: unknown }) {
  if (!Array.isArray(value)) return value === "" ? "–" : String(value);
  return (
    <List size="sm">
      {(value as ProductValues["variants"]).map(({ key, ...variant }) => (
        <List.Item key={key}>{t.variants.kept(variant)}</List.Item>
      ))}
    </List>
  );
}

const format = (_field: ConflictField, value: unknown) => <Kept value={value} />;

export interface EditProductProps {
  product: ProductDetail;
  currencies: readonly string[];
  /** The version that follows the one the form began from, where only the picture changed since. */
  latest: (version: number) => number;
}

/** The words, variants, prices and stock of a product, saved together. */
export function EditProduct({ product, currencies, latest }: EditProductProps) {
  const { locale } = useLocale();
  const listed = currencies.join(" ");
  const marks = useMemo(() => ({ currencies: listed === "" ? [] : listed.split(" "), locale }), [listed, locale]);
  const schema = useMemo(() => productForm(marks), [marks]);
  const values = useCallback((row: ProductDetail) => valuesOf(row, marks), [marks]);
  const form = useZodForm(schema, { initialValues: values(product) });
  const reread = () => queryClient.fetchQuery(trpc.products.get.queryOptions({ id: product.id }, { staleTime: 0 }));
  const { submit, dialog } = useRowForm<ProductValues, ProductDetail>({
    form,
    row: product,
    valuesOf: values,
    labels,
    save: async (typed, before) => {
      try {
        const saved = await saveProduct(typed, before, latest(before.version), marks);
        queryClient.setQueryData(trpc.products.get.queryKey({ id: product.id }), saved);
        doneToast(t.page.saved);
        return saved;
      } finally {
        void queryClient.invalidateQueries(trpc.products.pathFilter());
      }
    },
    reread,
    rebase: rebaseVariants,
    format,
  });
  return (
    <>
      <Form form={form} onSubmit={submit} label={t.page.form}>
        <Paper p="lg" component="section" aria-labelledby="general">
          <Stack>
            <Title order={2} id="general">
              {t.page.general}
            </Title>
            <Field form={form} name="title" label={t.page.titleField} autoComplete="off" />
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <Field
                form={form}
                name="handle"
                label={t.page.handle}
                description={t.page.handleHint}
                autoComplete="off"
              />
              <Field
                form={form}
                name="status"
                kind="select"
                label={t.page.status}
                description={t.page.statusHint}
                options={statusOptions}
              />
            </SimpleGrid>
            <CategoryField {...form.getInputProps("category")} value={form.values.category} />
            <Field form={form} name="description" kind="textarea" rows={5} label={t.page.descriptionField} />
          </Stack>
        </Paper>
        <Paper p="lg" component="section" aria-labelledby="variants">
          <Title order={2} id="variants">
            {t.variants.title}
          </Title>
          <Text c="dimmed" mb="md">
            {t.variants.hint}
          </Text>
          <VariantRows form={form} product={product} marks={marks} />
        </Paper>
        <SaveBar form={form} />
      </Form>
      {dialog}
    </>
  );
}
