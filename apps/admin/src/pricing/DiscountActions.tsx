import { confirm } from "@clientele/ui/confirm.tsx";
import { doneToast } from "@clientele/ui/undoToast.tsx";
import { Button, Menu } from "@mantine/core";
import { IconArchive, IconPlayerPause, IconPlayerPlay, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { failAndReread } from "../failToast.ts";
import { HeadMenu } from "../HeadMenu.tsx";
import { useCan } from "../me.ts";
import { discountsText } from "../text/discounts.ts";
import { queryClient, trpc } from "../trpc.ts";
import type { DiscountDetail } from "./discountForm.ts";
import { touchedDiscounts } from "./touched.ts";

const t = discountsText;
const failed = failAndReread(trpc.discounts.get.pathFilter());
const icon = { size: 16, stroke: 1.6, "aria-hidden": true } as const;

export interface DiscountActionsProps {
  discount: DiscountDetail;
  onRemoved: () => Promise<void>;
}

/** What can be done with a discount right now; only what its status and the role allow. */
export function DiscountActions({ discount: { id, version, name, status, uses }, onRemoved }: DiscountActionsProps) {
  const can = useCan();
  const enable = useMutation(trpc.discounts.enable.mutationOptions(touchedDiscounts));
  const disable = useMutation(trpc.discounts.disable.mutationOptions(touchedDiscounts));
  const archive = useMutation(trpc.discounts.archive.mutationOptions(touchedDiscounts));
  // The list is read anew when it is shown; this page's own reads would only find the discount gone.
  const remove = useMutation(trpc.discounts.remove.mutationOptions({ meta: { invalidates: ["groups"] } }));
  if (!can("pricing.write")) return null;
  const told = (message: string) => ({ onSuccess: () => doneToast(message), onError: failed });

  const askArchive = async () => {
    if (!(await confirm({ title: t.archive.title(name), consequence: t.archive.body, verb: t.archive.verb }))) return;
    archive.mutate({ id, version }, told(t.archive.done(name)));
  };
  const askRemove = async () => {
    if (!(await confirm({ title: t.remove.title(name), consequence: t.remove.body, verb: t.remove.verb }))) return;
    remove.mutate(
      { id, version },
      {
        onSuccess: () => {
          doneToast(t.remove.done(name));
          void onRemoved().then(() => queryClient.invalidateQueries(trpc.discounts.list.pathFilter()));
        },
        onError: failed,
      },
    );
  };
  return (
    <>
      {status === "active" && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause {...icon} />}
          loading={disable.isPending}
          onClick={() => disable.mutate({ id, version }, told(t.head.disabled(name)))}
        >
          {t.head.disable}
        </Button>
      )}
      {status === "disabled" && (
        <Button
          leftSection={<IconPlayerPlay {...icon} />}
          loading={enable.isPending}
          onClick={() => enable.mutate({ id, version }, told(t.head.enabled(name)))}
        >
          {t.head.enable}
        </Button>
      )}
      {(status !== "archived" || uses === 0) && (
        <HeadMenu label={t.head.actions} width={220} loading={archive.isPending}>
          {status !== "archived" && (
            <Menu.Item leftSection={<IconArchive {...icon} />} onClick={askArchive}>
              {t.head.archive}
            </Menu.Item>
          )}
          {uses === 0 && (
            <Menu.Item color="red" leftSection={<IconTrash {...icon} />} onClick={askRemove}>
              {t.head.remove}
            </Menu.Item>
          )}
        </HeadMenu>
      )}
    </>
  );
}
