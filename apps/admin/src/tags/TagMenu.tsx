import { confirm } from "@clientele/ui/confirm.tsx";
import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { failToast } from "../failToast.ts";
import { text } from "../text.ts";
import { trpc } from "../trpc.ts";
import type { TagRow } from "./TagsPage.tsx";

const t = text.tags;
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

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
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t.actions(name)}>
          <IconDots {...icon} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
          {t.edit.open}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={ask}>
          {t.remove.open}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
