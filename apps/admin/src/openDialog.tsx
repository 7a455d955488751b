import { openDialog as open } from "@clientele/ui/openDialog.ts";
import type { ReactNode } from "react";

/** A small dialog with a form of its own, which closes it when it is done. */
export const openDialog = (title: string, content: (close: () => void) => ReactNode, size = 460): void =>
  open((close) => ({ title, size, children: content(close) }));
