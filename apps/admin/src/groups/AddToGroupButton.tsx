import { useLocale } from "@clientele/ui/locale.tsx";
import { formatTotal } from "@clientele/ui/Pager.tsx";
import { Button } from "@mantine/core";
import { IconUsersPlus } from "@tabler/icons-react";
import { lazy } from "react";
import { openDialog } from "../openDialog.tsx";
import { text } from "../text.ts";
import type { Inputs } from "../trpc.ts";

const AddToGroup = lazy(async () => ({ default: (await import("./AddToGroup.tsx")).AddToGroup }));
const t = text.groups.addTo;

/** Whom it means: those ticked, or everybody a filter finds. */
export type AddTarget = Pick<Inputs["groups"]["addMembers"], "customerIds" | "filter"> & {
  count: { count: number; capped: boolean };
  all: boolean;
};

/** "All 312 that match", "4 customers": as the title of the dialog says it. */
const wordsOf = ({ count, all }: AddTarget, locale: string): string =>
  all ? t.all(formatTotal(count, locale)) : t.selected(count.count);

export interface AddToGroupButtonProps {
  target: AddTarget;
  onDone: () => void;
  size?: string;
}

/** Opens the dialog that adds the target to a group, with an end and a reason for all of them. */
export function AddToGroupButton({ target, onDone, size = "compact-md" }: AddToGroupButtonProps) {
  const { locale } = useLocale();
  const open = () =>
    openDialog(t.title(wordsOf(target, locale)), (close) => (
      <AddToGroup
        target={target}
        onCancel={close}
        onDone={() => {
          close();
          onDone();
        }}
      />
    ));
  return (
    <Button
      size={size}
      variant="default"
      leftSection={<IconUsersPlus size={16} stroke={1.6} aria-hidden />}
      onClick={open}
    >
      {t.button}
    </Button>
  );
}
