import { modals } from "@mantine/modals";
import type { ReactNode } from "react";

/** A small dialog with a form of its own, which closes it when it is done. */
export function openDialog(title: string, content: (close: () => void) => ReactNode, size = 460): void {
  const id: string = modals.open({ title, size, children: content(() => modals.close(id)) });
}
