import { CreateProduct } from "@clientele/domain/catalogue/product";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { LeaveGuard } from "@clientele/ui/LeaveGuard.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { SimpleGrid, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { catalogueText } from "../text/catalogue.ts";
import { trpc } from "../trpc.ts";
import { CategoryField } from "./CategoryField.tsx";
import { handleOf } from "./handleOf.ts";
import { readStock, stockText } from "./stockText.ts";

const t = catalogueText;
const { shape } = CreateProduct;
const { sku } = shape.variants.element.shape;
// The first variant stands in an array as the server's does, so that its problems find their fields.
const NewProductForm = z.strictObject({
  title: shape.title,
  handle: shape.handle,
  category: shape.category.unwrap(),
  variants: z.array(z.strictObject({ sku, stock: stockText })),
});

export interface NewProductProps {
  onDone: (productId: string) => void;
  onCancel: () => void;
}

/** Makes a draft with one variant; the rest comes on its own page. */
export function NewProduct({ onDone, onCancel }: NewProductProps) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const { mutateAsync } = useMutation(trpc.products.create.mutationOptions());
  const form = useZodForm(NewProductForm, {
    initialValues: { title: "", handle: "", category: "", variants: [{ sku: "", stock: "" }] },
    name: "new-product",
  });
  const { title, handle } = form.values;
  // The address follows the title until somebody writes another.
  const suggested = useRef("");
  const { setFieldValue } = form;
  useEffect(() => {
    const next = handleOf(title);
    if (handle === suggested.current && next !== handle) setFieldValue("handle", next);
    suggested.current = next;
  }, [title, handle, setFieldValue]);

  const send = async (values: z.input<typeof NewProductForm>) => {
    const variants = values.variants.map((variant) => ({
      title: "",
      sku: variant.sku,
      stock: readStock(variant.stock),
    }));
    const product = await mutateAsync({ ...values, variants, idempotencyKey });
    doneToast(t.create.done(product.title));
    form.take(values);
    onDone(product.id);
  };
  return (
    <Form form={form} onSubmit={send} label={t.create.title}>
      <LeaveGuard form={form} />
      <Text c="dimmed">{t.create.hint}</Text>
      <Field form={form} name="title" label={t.page.titleField} autoComplete="off" autoFocus />
      <Field form={form} name="handle" label={t.page.handle} description={t.page.handleHint} autoComplete="off" />
      <CategoryField {...form.getInputProps("category")} value={form.values.category} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" style={{ alignItems: "end" }}>
        <Field form={form} name="variants.0.sku" label={t.variants.sku} autoComplete="off" />
        <Field
          form={form}
          name="variants.0.stock"
          label={t.variants.stock}
          placeholder={t.variants.uncounted}
          autoComplete="off"
        />
      </SimpleGrid>
      <FormActions cancel={t.create.cancel} onCancel={onCancel} submit={t.create.submit} sending={form.sending} />
    </Form>
  );
}
