import { confirm } from "@clientele/ui/confirm.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Menu } from "@mantine/core";
import { IconArchive, IconCopy, IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { failAndReread } from "../failToast.ts";
import { HeadMenu } from "../HeadMenu.tsx";
import { useCan } from "../me.ts";
import { openDialog } from "../openDialog.tsx";
import { pricingText } from "../text/pricing.ts";
import { queryClient, trpc } from "../trpc.ts";
import { ActivateList } from "./ActivateList.tsx";
import type { PriceListDetail } from "./priceListForm.ts";
import { touchedLists } from "./touched.ts";

const t = pricingText;
const failed = failAndReread(trpc.priceLists.get.pathFilter());
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

export interface PriceListActionsProps {
  list: PriceListDetail;
  onCopy: () => void;
  onRemoved: () => Promise<void>;
}

/** What can be done with a list right now; only what its state and the role allow. */
export function PriceListActions({ list, onCopy, onRemoved }: PriceListActionsProps) {
  const can = useCan();
  const { id, version, name, status, used } = list;
  const archive = useMutation(trpc.priceLists.archive.mutationOptions(touchedLists));
  // The list of lists is read anew when it is shown; this page's own reads would only find the list gone.
  const remove = useMutation(
    trpc.priceLists.remove.mutationOptions({ meta: { invalidates: ["groups", "customers"] } }),
  );
  if (!can("pricing.write")) return null;

  const askArchive = async () => {
    if (!(await confirm({ title: t.archive.title(name), consequence: t.archive.body, verb: t.archive.verb }))) return;
    archive.mutate({ id, version }, { onSuccess: () => doneToast(t.archive.done(name)), onError: failed });
  };
  const askRemove = async () => {
    if (!(await confirm({ title: t.remove.title(name), consequence: t.remove.body, verb: t.remove.verb }))) return;
    remove.mutate(
      { id, version },
      {
        onSuccess: () => {
          doneToast(t.remove.done(name));
          void onRemoved().then(() => queryClient.invalidateQueries(trpc.priceLists.list.pathFilter()));
        },
        onError: failed,
      },
    );
  };
  return (
    <>
      <HeadMenu label={t.head.actions} width={220} loading={archive.isPending}>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={onCopy}>
          {t.head.copy}
        </Menu.Item>
        {status !== "archived" && (
          <Menu.Item leftSection={<IconArchive {...icon} />} onClick={askArchive}>
            {t.head.archive}
          </Menu.Item>
        )}
        {!used && (
          <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={askRemove}>
            {t.head.remove}
          </Menu.Item>
        )}
      </HeadMenu>
      {status === "draft" && (
        <Button
          leftSection={<IconPlayerPlay {...icon} />}
          onClick={() => openDialog(t.activate.title(name), (close) => <ActivateList list={list} close={close} />, 560)}
        >
          {t.head.activate}
        </Button>
      )}
    </>
  );
}
