import { confirm } from "@clientele/ui/confirm.tsx";
import { ProblemNotice } from "@clientele/ui/ProblemNotice.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { catalogueText } from "../text/catalogue.ts";
import { queryClient, trpc } from "../trpc.ts";
import type { ProductDetail } from "./productForm.ts";

const t = catalogueText.remove;

export interface DeleteProductProps {
  product: ProductDetail;
  onDeleted: () => Promise<void>;
}

/** Deletes a product for good; orders keep what was bought of it. */
export function DeleteProduct({ product: { id, version, title }, onDeleted }: DeleteProductProps) {
  const remove = useMutation(
    // The list is read anew when it is shown; this page's own reads would only find the product gone.
    trpc.products.remove.mutationOptions({ meta: { invalidates: ["priceLists"] } }),
  );
  const ask = async () => {
    if (!(await confirm({ title: t.ask(title), consequence: t.consequence, verb: t.verb }))) return;
    remove.mutate(
      { id, version },
      {
        onSuccess: () => {
          doneToast(t.done(title));
          void onDeleted().then(() => queryClient.invalidateQueries(trpc.products.list.pathFilter()));
        },
      },
    );
  };
  return (
    <>
      <Title order={2} mb={4}>
        {t.title}
      </Title>
      <Text c="dimmed" mb="md">
        {t.body}
      </Text>
      <ProblemNotice error={remove.error} />
      <Button color="red" variant="light" onClick={ask} loading={remove.isPending}>
        {t.verb}
      </Button>
    </>
  );
}
