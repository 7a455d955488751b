import { confirm } from "@clientele/ui/confirm.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { useMutation } from "@tanstack/react-query";
import { failToast } from "../failToast.ts";
import { RowMenu } from "../RowMenu.tsx";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import type { TagRow } from "./TagsPage.tsx";

const t = text.tags;

/** What can be done with a tag; to remove it asks first, since nobody could say afterwards who bore it. */
export function TagMenu({ tag: { id, name, customers }, onEdit }: { tag: TagRow; onEdit: () => void }) {
  const { locale } = useLocale();
  const remove = useMutation(trpc.tags.remove.mutationOptions({ meta: { invalidates: ["tags", "customers"] } }));
  const ask = async () => {
    const consequence =
      customers.count === 0
        ? t.remove.bodyNobody
        : t.remove.body(formatTotal(customers, locale), customers.count === 1);
    if (!(await confirm({ title: t.remove.title(name), consequence, verb: t.remove.verb }))) return;
    remove.mutate({ id }, { onSuccess: () => doneToast(t.remove.done(name)), onError: failToast });
  };
  return (
    <RowMenu
      label={t.actions(name)}
      edit={t.edit.open}
      onEdit={onEdit}
      remove={t.remove.open}
      onRemove={() => void ask()}
    />
  );
}
