import { RenameCategory } from "@clientele/domain/catalogue/product";
import { nameKey } from "@clientele/domain/text";
import { Field } from "@clientele/ui/Field.tsx";
import { Form } from "@clientele/ui/Form.tsx";
import { FormActions } from "@clientele/ui/FormActions.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useZodForm } from "@clientele/ui/useZodForm.ts";
import { Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { openDialog } from "../openDialog.tsx";
import { catalogueText } from "../text/catalogue.ts";
import { type Outputs, trpc } from "../trpc.ts";

const t = catalogueText.categories;
const RenameForm = z.strictObject({ to: RenameCategory.shape.to });

export type Category = Outputs["products"]["categories"][number];

function Rename({ category: { name, products }, close }: { category: Category; close: () => void }) {
  const { data } = useQuery(trpc.products.categories.queryOptions());
  const { mutateAsync } = useMutation(trpc.products.renameCategory.mutationOptions());
  const form = useZodForm(RenameForm, { initialValues: { to: name }, name: "category" });
  const { to } = form.values;
  const joined = data?.find((other) => other.name !== name && nameKey(other.name) === nameKey(to));
  const send = async (values: z.input<typeof RenameForm>) => {
    const renamed = await mutateAsync({ name, to: joined?.name ?? values.to });
    doneToast(t.done(renamed.products, joined?.name ?? values.to));
    close();
  };
  return (
    <Form form={form} onSubmit={send} label={t.rename(name)}>
      <Text>{t.consequence(products)}</Text>
      <Field form={form} name="to" label={t.newName} autoComplete="off" autoFocus />
      {joined !== undefined && <Text role="status">{t.joins(joined.name, joined.products)}</Text>}
      <FormActions
        cancel={t.cancel}
        onCancel={close}
        submit={joined === undefined ? t.submit : t.submitJoin}
        sending={form.sending}
        harmful={joined !== undefined}
      />
    </Form>
  );
}

/** Asks for the new name of a category, and says for how many products it changes and which other it becomes one with. */
export const openRenameCategory = (category: Category): void =>
  openDialog(t.rename(category.name), (close) => <Rename category={category} close={close} />);
